import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { findLatestAt, latestPath } from '@/app/(reader)/_lists/latest-list'
import { ReaderListPage } from '@/app/(reader)/_lists/ReaderListPage'
import { listMetadata } from '@/app/(reader)/_metadata/list-metadata'

export async function generateMetadata(): Promise<Metadata> {
  const found = await findLatestAt(null)
  return listMetadata(found?.title ?? null, latestPath, found?.page ?? null)
}

export default async function LatestPage() {
  const found = await findLatestAt(null)
  return found ? (
    <ReaderListPage basePath={latestPath} {...found} />
  ) : (
    <NotFoundPage path={latestPath} />
  )
}
