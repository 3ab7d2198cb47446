'use client'

import { useId, useRef } from 'react'
import { BijoyLine } from '@/components/newsroom/bijoy/BijoyLine.client'
import { useBijoyLine } from '@/components/newsroom/bijoy/use-bijoy-line'

type PictureTextProps = {
  label: string
  hint: string
  name: string
  /** Where answers about its Bijoy are remembered. */
  place: string
  value: string
  maxLength: number
  /** One: Enter sends the form. */
  rows: number
  readOnly: boolean
  isFaulty: boolean
  onChange: (text: string) => void
}

/** What is said of a picture: a text of a few lines at most, stored as one paragraph. */
export function PictureText(props: PictureTextProps) {
  const { label, hint, place, isFaulty, onChange, ...area } = props
  const { rows } = area
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const bijoy = useBijoyLine(place, area.value, field)
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-16 font-bold">
        {label}
      </label>
      <textarea
        {...area}
        ref={field}
        id={id}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (rows > 1 || event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
        onPaste={bijoy.onPaste}
        aria-invalid={isFaulty || undefined}
        aria-describedby={`${id}-hint`}
        className="min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16 aria-invalid:border-accent read-only:bg-wash"
      />
      {!area.readOnly && <BijoyLine line={bijoy} />}
      <p id={`${id}-hint`} className="text-14 text-quiet">
        {hint}
      </p>
    </div>
  )
}
