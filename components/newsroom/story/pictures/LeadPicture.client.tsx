'use client'

import { useTranslations } from 'next-intl'
import type { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import { Disclosure } from '@/components/ui/Disclosure'
import type { Picture } from '@/lib/content-model/article'
import { inStory, type PictureWords } from '@/lib/content-model/picture-words'
import { CroppedPicture } from './CroppedPicture'
import { PictureInput } from './PictureInput.client'
import { PictureMetadataForm } from './PictureMetadataForm.client'
import { usePicture } from './use-picture'

type LeadPictureProps = {
  pictures: PictureStore
  id: number | null
  readOnly: boolean
  words: PictureWords
  /** Another picture begins with the library's words. */
  onChange: (id: number | null) => void
  onWords: (words: PictureWords) => void
}

/** The picture above the story, as it is cropped there, with its words. */
export function LeadPicture(props: LeadPictureProps) {
  const { pictures, id, readOnly, words, onChange, onWords } = props
  const t = useTranslations('newsroomPicture')
  const tEditor = useTranslations('newsroomEditor')
  const picture = usePicture(pictures, id)
  const choose = (chosen: Picture) => {
    pictures.add([chosen])
    onChange(chosen.id)
  }
  return (
    <fieldset tabIndex={-1} data-field="leadPicture" className="grid min-w-0 gap-3">
      <legend className="pb-1 text-14 text-quiet">{t('lead')}</legend>
      {id === null && readOnly && <p className="py-2 text-16 text-quiet">{tEditor('none')}</p>}
      {id !== null && !picture && (
        <p className="border border-rule bg-wash p-3 text-16">
          {t(picture === null ? 'missing' : 'looking')}
        </p>
      )}
      {picture && <CroppedPicture picture={inStory(picture, words)} />}
      {!readOnly && (
        <PictureInput isFilled={id !== null} onPicture={choose} onRemove={() => onChange(null)} />
      )}
      {picture && !readOnly && (
        <Disclosure look="plain" title={t('words')}>
          <PictureMetadataForm
            key={picture.id}
            picture={picture}
            withCaption
            words={words}
            onWords={onWords}
            onSaved={(saved) => pictures.add([saved])}
          />
        </Disclosure>
      )}
    </fieldset>
  )
}
