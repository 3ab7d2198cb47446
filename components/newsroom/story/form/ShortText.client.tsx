'use client'

import { BijoyTextarea, sendForm } from '@/components/newsroom/bijoy/BijoyTextarea.client'
import { FieldFrame } from '@/components/ui/FieldFrame'

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
  return (
    <FieldFrame label={label} look="quiet">
      {(control) => <BijoyTextarea {...field} {...control} rows={1} onEnter={sendForm} />}
    </FieldFrame>
  )
}
