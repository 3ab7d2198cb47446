import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { CategoryListPage } from '@/app/(reader)/_lists/CategoryListPage'
import { findCategoryAt } from '@/app/(reader)/_lists/category-list'
import { listMetadata } from '@/app/(reader)/_metadata/list-metadata'
import { notFoundMetadata } from '@/app/(reader)/_metadata/not-found-metadata'
import { categoryPath } from '@/lib/content-model/category'

type Props = PageProps<'/[category]/page/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, number } = await params
  const found = await findCategoryAt(category, number)
  if (!found) return notFoundMetadata
  return listMetadata(found.category.name, categoryPath(found.category), found.page)
}

export default async function OlderCategoryPage({ params }: Props) {
  const { category, number } = await params
  const found = await findCategoryAt(category, number)
  return found ? (
    <CategoryListPage {...found} />
  ) : (
    <NotFoundPage path={`/${category}/page/${number}`} />
  )
}
