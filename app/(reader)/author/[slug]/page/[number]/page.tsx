import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { findAuthorAt } from '@/app/(reader)/_lists/author-list'
import { ReaderListPage } from '@/app/(reader)/_lists/ReaderListPage'
import { listMetadata } from '@/app/(reader)/_metadata/list-metadata'

type Props = PageProps<'/author/[slug]/page/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params
  const found = await findAuthorAt(slug, number)
  return listMetadata(found?.title ?? null, found?.basePath ?? '', found?.page ?? null)
}

export default async function OlderAuthorPage({ params }: Props) {
  const { slug, number } = await params
  const found = await findAuthorAt(slug, number)
  return found ? (
    <ReaderListPage {...found} />
  ) : (
    <NotFoundPage path={`/author/${slug}/page/${number}`} />
  )
}
