'use client'

import { type ReactNode, useId } from 'react'
import { BijoyTextarea } from '@/components/newsroom/bijoy/BijoyTextarea.client'
import { storyBijoyKey } from '@/components/newsroom/bijoy/bijoy-decisions'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'

type TextFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  readOnly: boolean
  /** Called on Enter, because the text is one paragraph. */
  onEnter?: () => void
  hint?: ReactNode
  placeholder?: string
  className?: string
  name: string
}

/** A field of one paragraph that grows with its text. The typed text is normalized only on output. */
export function TextField({ label, hint, onEnter, ...field }: TextFieldProps) {
  const id = useId()
  const { state } = useOpenStory()
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-14 text-quiet">
        {label}
      </label>
      <BijoyTextarea
        {...field}
        id={id}
        rows={1}
        storageKey={storyBijoyKey(state.id, field.name)}
        onEnter={() => onEnter?.()}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint && (
        <div id={`${id}-hint`} className="text-14 text-quiet">
          {hint}
        </div>
      )}
    </div>
  )
}
