'use client'

import { BijoyTextarea, sendForm } from '@/components/newsroom/bijoy/BijoyTextarea.client'
import { FieldFrame } from '@/components/ui/FieldFrame'

type PictureTextFieldProps = {
  label: string
  hint: string
  name: string
  /** The storage key for answers about Bijoy in this field. */
  storageKey: string
  value: string
  maxLength: number
  /** One: Enter sends the form. */
  rows: number
  readOnly: boolean
  isFaulty: boolean
  onChange: (text: string) => void
}

/** A text about a picture: a few lines, stored as one paragraph. */
export function PictureTextField({ label, hint, isFaulty, ...field }: PictureTextFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} isFaulty={isFaulty}>
      {(control) => (
        <BijoyTextarea {...field} {...control} onEnter={field.rows === 1 ? sendForm : undefined} />
      )}
    </FieldFrame>
  )
}
