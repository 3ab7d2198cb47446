'use client'

import { useId } from 'react'
import { BijoyTextarea, sendForm } from '@/components/newsroom/bijoy/BijoyTextarea.client'

type ShortTextProps = {
  label: string
  /** The storage key for answers about Bijoy in this field. */
  storageKey: string
  value: string
  maxLength?: number
  onChange: (text: string) => void
}

/** A line beside the story: what is said of a picture, the title of an embed. */
export function ShortText({ label, ...field }: ShortTextProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-14 text-quiet">
        {label}
      </label>
      <BijoyTextarea {...field} id={id} rows={1} onEnter={sendForm} />
    </div>
  )
}
