import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LibraryFilters } from '@/components/newsroom/media/LibraryFilters'
import { LibraryGrid } from '@/components/newsroom/media/LibraryGrid'
import { UploadDropzone } from '@/components/newsroom/media/UploadDropzone.client'
import { requireActor } from '@/lib/auth/session'
import { readLibraryQuery } from '@/lib/media/library/library'
import { listLibrary } from '@/lib/media/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomMedia')
  return { title: t('title') }
}

/** The archive of pictures. */
export default async function MediaPage({ searchParams }: PageProps<'/newsroom/media'>) {
  const actor = await requireActor('picture')
  const query = readLibraryQuery(await searchParams, actor)
  const page = await listLibrary(query)
  const t = await getTranslations('newsroomMedia')
  return (
    <>
      <h1 className="text-27">{t('title')}</h1>
      <UploadDropzone userId={actor.id} />
      <LibraryFilters query={query} actor={actor} />
      <LibraryGrid page={page} query={query} />
    </>
  )
}
