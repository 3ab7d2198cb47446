'use client'

import { useId } from 'react'
import { BijoyTextarea, sendForm } from '@/components/newsroom/bijoy/BijoyTextarea.client'

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

/** What is said of a picture: a text of a few lines at most, stored as one paragraph. */
export function PictureTextField({ label, hint, isFaulty, ...field }: PictureTextFieldProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-16 font-bold">
        {label}
      </label>
      <BijoyTextarea
        {...field}
        id={id}
        onEnter={field.rows === 1 ? sendForm : undefined}
        aria-invalid={isFaulty || undefined}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="text-14 text-quiet">
        {hint}
      </p>
    </div>
  )
}
