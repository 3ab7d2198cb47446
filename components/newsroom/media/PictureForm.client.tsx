'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { pictureBijoyKey } from '@/components/newsroom/bijoy/bijoy-decisions'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import { LiveText } from '@/components/ui/Notice'
import type { Picture } from '@/lib/content-model/article'
import { focusOf } from '@/lib/media/files/crop'
import { CropPreviews } from './CropPreviews'
import { FocalPointPicker } from './FocalPointPicker.client'
import { PictureTextField } from './PictureTextField.client'

type PictureFormProps = {
  action: FormAction
  picture: Picture
  /** The user may change the picture. */
  canChange: boolean
}

/** Caption, credit and focal point of a picture. */
export function PictureForm({ action, picture, canChange }: PictureFormProps) {
  const t = useTranslations('newsroomMedia')
  const [state, send] = useActionState(action, null)
  const [focus, setFocus] = useState(focusOf(picture))
  const [texts, setTexts] = useState({
    alt: picture.alt,
    caption: picture.caption ?? '',
    credit: picture.credit ?? '',
  })
  const faulty = state?.fields ?? []
  const field = (name: keyof typeof texts) => ({
    name,
    storageKey: pictureBijoyKey(picture.id, name),
    value: texts[name],
    readOnly: !canChange,
    isFaulty: faulty.includes(name),
    onChange: (text: string) => setTexts((before) => ({ ...before, [name]: text })),
  })
  return (
    <form action={send} className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
      <div className="grid gap-6">
        <FocalPointPicker
          picture={picture}
          focus={focus}
          readOnly={!canChange}
          onChange={setFocus}
        />
        <CropPreviews picture={picture} focus={focus} />
      </div>
      <div className="grid gap-4">
        <RefusalNotice state={state} />
        <input type="hidden" name="id" value={picture.id} />
        <input type="hidden" name="focalX" value={focus.x} />
        <input type="hidden" name="focalY" value={focus.y} />
        <PictureTextField
          label={t('alt')}
          hint={t('altHint')}
          rows={3}
          maxLength={500}
          {...field('alt')}
        />
        <PictureTextField
          label={t('caption')}
          hint={t('captionHint')}
          rows={3}
          maxLength={1000}
          {...field('caption')}
        />
        <PictureTextField
          label={t('credit')}
          hint={t('creditHint')}
          rows={1}
          maxLength={200}
          {...field('credit')}
        />
        {canChange && (
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton busy={t('saving')}>{t('save')}</SubmitButton>
            <LiveText tone="done">{state?.done && t('saved')}</LiveText>
          </div>
        )}
      </div>
    </form>
  )
}
