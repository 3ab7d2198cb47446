import type { Metadata } from 'next'
import { categoryPath } from '@/lib/categories/category'
import { listMetadata } from '../../../list-metadata'
import { MissingPage } from '../../../MissingPage'
import { missingMetadata } from '../../../missing-metadata'
import { CategoryListPage } from '../../CategoryListPage'
import { findCategoryAt } from '../../category-page'

type Props = PageProps<'/[category]/page/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, number } = await params
  const found = await findCategoryAt(category, number)
  if (!found) return missingMetadata
  return listMetadata(found.category.name, categoryPath(found.category), found.page)
}

export default async function OlderCategoryPage({ params }: Props) {
  const { category, number } = await params
  const found = await findCategoryAt(category, number)
  return found ? (
    <CategoryListPage {...found} />
  ) : (
    <MissingPage path={`/${category}/page/${number}`} />
  )
}
