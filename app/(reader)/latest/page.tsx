import type { Metadata } from 'next'
import { ListPage } from '../ListPage'
import { listMetadata } from '../list-metadata'
import { MissingPage } from '../MissingPage'
import { findLatestAt, latestPath } from './latest-page'

export async function generateMetadata(): Promise<Metadata> {
  const found = await findLatestAt(null)
  return listMetadata(found?.title ?? null, latestPath, found?.page ?? null)
}

export default async function LatestPage() {
  const found = await findLatestAt(null)
  return found ? <ListPage basePath={latestPath} {...found} /> : <MissingPage path={latestPath} />
}
