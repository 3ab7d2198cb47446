import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { findAuthorAt } from '@/app/(reader)/_lists/author-list'
import { ReaderListPage } from '@/app/(reader)/_lists/ReaderListPage'
import { listMetadata } from '@/app/(reader)/_metadata/list-metadata'

type Props = PageProps<'/author/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findAuthorAt((await params).slug, null)
  return listMetadata(found?.title ?? null, found?.basePath ?? '', found?.page ?? null)
}

export default async function AuthorPage({ params }: Props) {
  const { slug } = await params
  const found = await findAuthorAt(slug, null)
  return found ? <ReaderListPage {...found} /> : <NotFoundPage path={`/author/${slug}`} />
}
