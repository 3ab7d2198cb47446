'use client'

import type { ReactNode } from 'react'
import { BijoyTextarea } from '@/components/newsroom/bijoy/BijoyTextarea.client'
import { storyBijoyKey } from '@/components/newsroom/bijoy/bijoy-decisions'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { FieldFrame } from '@/components/ui/FieldFrame'

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
  const { state } = useOpenStory()
  return (
    <FieldFrame label={label} look="quiet" hint={hint}>
      {(control) => (
        <BijoyTextarea
          {...field}
          {...control}
          rows={1}
          storageKey={storyBijoyKey(state.id, field.name)}
          onEnter={() => onEnter?.()}
        />
      )}
    </FieldFrame>
  )
}
