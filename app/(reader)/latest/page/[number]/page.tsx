import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { findLatestAt, latestPath } from '@/app/(reader)/_lists/latest-list'
import { ReaderListPage } from '@/app/(reader)/_lists/ReaderListPage'
import { listMetadata } from '@/app/(reader)/_metadata/list-metadata'

type Props = PageProps<'/latest/page/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findLatestAt((await params).number)
  return listMetadata(found?.title ?? null, latestPath, found?.page ?? null)
}

export default async function OlderLatestPage({ params }: Props) {
  const { number } = await params
  const found = await findLatestAt(number)
  return found ? (
    <ReaderListPage basePath={latestPath} {...found} />
  ) : (
    <NotFoundPage path={`${latestPath}/page/${number}`} />
  )
}
