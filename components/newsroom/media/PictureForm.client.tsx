'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { pictureBijoy } from '@/components/newsroom/bijoy/answers'
import { RefusalNotice } from '@/components/newsroom/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/SubmitButton.client'
import type { Picture } from '@/lib/articles/article'
import { focusOf } from '@/lib/media/crop'
import { CropPreviews } from './CropPreviews'
import { FocalPoint } from './FocalPoint.client'
import { PictureText } from './PictureText.client'
import type { PictureFormAction } from './picture-form-state'

type PictureFormProps = {
  action: PictureFormAction
  picture: Picture
  /** Who looks may also change it. */
  isTheirs: boolean
}

const unsaved = { refused: null, saves: 0 }

/** What a picture shows, whose it is, and what of it every crop keeps. */
export function PictureForm({ action, picture, isTheirs }: PictureFormProps) {
  const t = useTranslations('newsroomMedia')
  const [state, send] = useActionState(action, unsaved)
  const [focus, setFocus] = useState(focusOf(picture))
  const [words, setWords] = useState({
    alt: picture.alt,
    caption: picture.caption ?? '',
    credit: picture.credit ?? '',
  })
  const faulty = state.refused?.fields ?? []
  const field = (name: keyof typeof words) => ({
    name,
    place: pictureBijoy(picture.id, name),
    value: words[name],
    readOnly: !isTheirs,
    isFaulty: faulty.includes(name),
    onChange: (text: string) => setWords((before) => ({ ...before, [name]: text })),
  })
  return (
    <form action={send} className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
      <div className="grid gap-6">
        <FocalPoint picture={picture} focus={focus} readOnly={!isTheirs} onChange={setFocus} />
        <CropPreviews picture={picture} focus={focus} />
      </div>
      <div className="grid gap-4">
        <RefusalNotice state={state.refused} />
        <input type="hidden" name="id" value={picture.id} />
        <input type="hidden" name="focalX" value={focus.x} />
        <input type="hidden" name="focalY" value={focus.y} />
        <PictureText
          label={t('alt')}
          hint={t('altHint')}
          rows={3}
          maxLength={500}
          {...field('alt')}
        />
        <PictureText
          label={t('caption')}
          hint={t('captionHint')}
          rows={3}
          maxLength={1000}
          {...field('caption')}
        />
        <PictureText
          label={t('credit')}
          hint={t('creditHint')}
          rows={1}
          maxLength={200}
          {...field('credit')}
        />
        {isTheirs && (
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton busy={t('saving')}>{t('save')}</SubmitButton>
            <p role="status" className="text-16 text-good">
              {state.saves > 0 && !state.refused && t('saved')}
            </p>
          </div>
        )}
      </div>
    </form>
  )
}
