import type { Metadata } from 'next'
import { ListPage } from '../../../../ListPage'
import { listMetadata } from '../../../../list-metadata'
import { MissingPage } from '../../../../MissingPage'
import { findTopicAt } from '../../topic-page'

type Props = PageProps<'/topic/[slug]/page/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params
  const found = await findTopicAt(slug, number)
  return listMetadata(found?.title ?? null, found?.basePath ?? '', found?.page ?? null)
}

export default async function OlderTopicPage({ params }: Props) {
  const { slug, number } = await params
  const found = await findTopicAt(slug, number)
  return found ? <ListPage {...found} /> : <MissingPage path={`/topic/${slug}/page/${number}`} />
}
