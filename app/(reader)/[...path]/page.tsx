import type { Metadata } from 'next'
import { MissingPage } from '../MissingPage'
import { missingMetadata } from '../missing-metadata'

export const metadata: Metadata = missingMetadata

/** Every address that no other page knows. */
export default async function UnknownPage({ params }: PageProps<'/[...path]'>) {
  // Next gives each part encoded.
  const { path } = await params
  return <MissingPage path={`/${path.join('/')}`} />
}
