'use client'

import { useId, useRef } from 'react'
import { BijoyLine } from '@/components/newsroom/bijoy/BijoyLine.client'
import { useBijoyLine } from '@/components/newsroom/bijoy/use-bijoy-line'

type ShortTextProps = {
  label: string
  /** Where answers about its Bijoy are remembered. */
  place: string
  value: string
  maxLength?: number
  onChange: (text: string) => void
}

/** A line beside the story: what is said of a picture, the title of an embed. */
export function ShortText({ label, place, value, maxLength, onChange }: ShortTextProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const bijoy = useBijoyLine(place, value, field)
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-14 text-quiet">
        {label}
      </label>
      <input
        ref={field}
        id={id}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onPaste={bijoy.onPaste}
        className="min-h-11 w-full border border-edge bg-paper px-3 text-16"
      />
      <BijoyLine line={bijoy} />
    </div>
  )
}
