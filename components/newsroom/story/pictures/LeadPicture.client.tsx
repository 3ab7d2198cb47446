'use client'

import { useTranslations } from 'next-intl'
import type { KnownPictures } from '@/components/newsroom/story/body/known-pictures'
import type { Picture } from '@/lib/articles/article'
import { CroppedPicture } from './CroppedPicture'
import { PictureSource } from './PictureSource.client'
import { PictureWords } from './PictureWords.client'
import { usePicture } from './use-pictures'

type LeadPictureProps = {
  pictures: KnownPictures
  id: number | null
  readOnly: boolean
  onChange: (id: number | null) => void
}

/** The picture above the story, as it is cropped there, with its words. */
export function LeadPicture({ pictures, id, readOnly, onChange }: LeadPictureProps) {
  const t = useTranslations('newsroomPicture')
  const editor = useTranslations('newsroomEditor')
  const picture = usePicture(pictures, id)
  const take = (chosen: Picture) => {
    pictures.add([chosen])
    onChange(chosen.id)
  }
  return (
    <fieldset tabIndex={-1} data-field="leadPicture" className="grid min-w-0 gap-3">
      <legend className="pb-1 text-14 text-quiet">{t('lead')}</legend>
      {id === null && readOnly && <p className="py-2 text-16 text-quiet">{editor('none')}</p>}
      {id !== null && !picture && (
        <p className="border border-rule bg-wash p-3 text-16">
          {t(picture === null ? 'missing' : 'looking')}
        </p>
      )}
      {picture && <CroppedPicture picture={picture} />}
      {!readOnly && (
        <PictureSource isFilled={id !== null} onPicture={take} onRemove={() => onChange(null)} />
      )}
      {picture && !readOnly && (
        <details>
          <summary className="min-h-11 py-2 text-16 font-bold">{t('words')}</summary>
          <PictureWords
            key={picture.id}
            picture={picture}
            withCaption
            onKept={(kept) => pictures.add([kept])}
          />
        </details>
      )}
    </fieldset>
  )
}
