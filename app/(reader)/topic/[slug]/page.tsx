import type { Metadata } from 'next'
import { ListPage } from '../../ListPage'
import { listMetadata } from '../../list-metadata'
import { MissingPage } from '../../MissingPage'
import { findTopicAt } from './topic-page'

type Props = PageProps<'/topic/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findTopicAt((await params).slug, null)
  return listMetadata(found?.title ?? null, found?.basePath ?? '', found?.page ?? null)
}

export default async function TopicPage({ params }: Props) {
  const { slug } = await params
  const found = await findTopicAt(slug, null)
  return found ? <ListPage {...found} /> : <MissingPage path={`/topic/${slug}`} />
}
