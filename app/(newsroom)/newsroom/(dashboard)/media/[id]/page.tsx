import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import {
  deletePictureAction,
  describePictureAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/picture-actions'
import { DeletePicture } from '@/components/newsroom/media/DeletePicture'
import { PictureDetails } from '@/components/newsroom/media/PictureDetails'
import { PictureForm } from '@/components/newsroom/media/PictureForm.client'
import { PictureUses } from '@/components/newsroom/media/PictureUses'
import { requireActor } from '@/lib/auth/session'
import { readNumber } from '@/lib/content-model/article'
import { canChangePicture } from '@/lib/media/library/library'
import { findPictureRecord } from '@/lib/media/queries'

type PicturePageProps = PageProps<'/newsroom/media/[id]'>

/** Loaded once for the page and its title. */
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

/** The page of a picture: its details and crops, its uses, and its deletion. */
export default async function PicturePage({ params }: PicturePageProps) {
  const { actor, record } = await findRecord((await params).id)
  const t = await getTranslations('newsroomMedia')
  const canChange = canChangePicture(record, actor)
  const { picture } = record
  return (
    <>
      <h1 className="text-27">{picture.caption || picture.alt || t('untitled')}</h1>
      <PictureDetails record={record} canChange={canChange} />
      <PictureForm
        key={picture.id}
        action={describePictureAction}
        picture={picture}
        canChange={canChange}
      />
      <PictureUses record={record} />
      {canChange && <DeletePicture action={deletePictureAction} record={record} />}
    </>
  )
}
