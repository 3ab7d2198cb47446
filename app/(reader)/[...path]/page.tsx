import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { notFoundMetadata } from '@/app/(reader)/_metadata/not-found-metadata'

export const metadata: Metadata = notFoundMetadata

/** Every address without a page of its own. */
export default async function UnknownPage({ params }: PageProps<'/[...path]'>) {
  // Next gives each part encoded.
  const { path } = await params
  return <NotFoundPage path={`/${path.join('/')}`} />
}
