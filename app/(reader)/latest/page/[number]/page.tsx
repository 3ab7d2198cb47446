import type { Metadata } from 'next'
import { ListPage } from '../../../ListPage'
import { listMetadata } from '../../../list-metadata'
import { MissingPage } from '../../../MissingPage'
import { findLatestAt, latestPath } from '../../latest-page'

type Props = PageProps<'/latest/page/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findLatestAt((await params).number)
  return listMetadata(found?.title ?? null, latestPath, found?.page ?? null)
}

export default async function OlderLatestPage({ params }: Props) {
  const { number } = await params
  const found = await findLatestAt(number)
  return found ? (
    <ListPage basePath={latestPath} {...found} />
  ) : (
    <MissingPage path={`${latestPath}/page/${number}`} />
  )
}
