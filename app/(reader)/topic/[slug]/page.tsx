import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { ReaderListPage } from '@/app/(reader)/_lists/ReaderListPage'
import { findTopicAt } from '@/app/(reader)/_lists/topic-list'
import { listMetadata } from '@/app/(reader)/_metadata/list-metadata'

type Props = PageProps<'/topic/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findTopicAt((await params).slug, null)
  return listMetadata(found?.title ?? null, found?.basePath ?? '', found?.page ?? null)
}

export default async function TopicPage({ params }: Props) {
  const { slug } = await params
  const found = await findTopicAt(slug, null)
  return found ? <ReaderListPage {...found} /> : <NotFoundPage path={`/topic/${slug}`} />
}
