import type { Metadata } from 'next'
import { ListPage } from '../../ListPage'
import { listMetadata } from '../../list-metadata'
import { MissingPage } from '../../MissingPage'
import { findAuthorAt } from './author-page'

type Props = PageProps<'/author/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findAuthorAt((await params).slug, null)
  return listMetadata(found?.title ?? null, found?.basePath ?? '', found?.page ?? null)
}

export default async function AuthorPage({ params }: Props) {
  const { slug } = await params
  const found = await findAuthorAt(slug, null)
  return found ? <ListPage {...found} /> : <MissingPage path={`/author/${slug}`} />
}
