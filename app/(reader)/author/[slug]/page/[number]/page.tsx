import type { Metadata } from 'next'
import { ListPage } from '../../../../ListPage'
import { listMetadata } from '../../../../list-metadata'
import { MissingPage } from '../../../../MissingPage'
import { findAuthorAt } from '../../author-page'

type Props = PageProps<'/author/[slug]/page/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params
  const found = await findAuthorAt(slug, number)
  return listMetadata(found?.title ?? null, found?.basePath ?? '', found?.page ?? null)
}

export default async function OlderAuthorPage({ params }: Props) {
  const { slug, number } = await params
  const found = await findAuthorAt(slug, number)
  return found ? <ListPage {...found} /> : <MissingPage path={`/author/${slug}/page/${number}`} />
}
