import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DeletePicture } from '@/components/newsroom/media/DeletePicture.client'
import { PictureFacts } from '@/components/newsroom/media/PictureFacts'
import { PictureForm } from '@/components/newsroom/media/PictureForm.client'
import { PictureUses } from '@/components/newsroom/media/PictureUses'
import { readNumber } from '@/lib/articles/article'
import { requireActor } from '@/lib/auth/session'
import { mayChangePicture } from '@/lib/media/library'
import { findPictureRecord } from '@/lib/media/queries'
import { deletePictureAction, describePictureAction } from './actions'

type PicturePageProps = PageProps<'/newsroom/media/[id]'>

/** Asked once for the page and its title. */
const findRecord = cache(async (part: string) => {
  const actor = await requireActor('picture')
  const id = readNumber(part)
  const record = id === null ? null : await findPictureRecord(id)
  if (!record) notFound()
  return { actor, record }
})

export async function generateMetadata({ params }: PicturePageProps): Promise<Metadata> {
  const { record } = await findRecord((await params).id)
  const t = await getTranslations('newsroomMedia')
  return { title: record.picture.caption || record.picture.alt || t('untitled') }
}

/** A picture: what it shows and may be cropped to, where it stands, and how it is taken away. */
export default async function PicturePage({ params }: PicturePageProps) {
  const { actor, record } = await findRecord((await params).id)
  const t = await getTranslations('newsroomMedia')
  const isTheirs = mayChangePicture(record, actor)
  const { picture } = record
  return (
    <>
      <h1 className="text-27">{picture.caption || picture.alt || t('untitled')}</h1>
      <PictureFacts record={record} isTheirs={isTheirs} />
      <PictureForm
        key={picture.id}
        action={describePictureAction}
        picture={picture}
        isTheirs={isTheirs}
      />
      <PictureUses record={record} />
      {isTheirs && <DeletePicture action={deletePictureAction} record={record} />}
    </>
  )
}
