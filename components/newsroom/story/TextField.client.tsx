'use client'

import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { storyBijoy } from '@/components/newsroom/bijoy/answers'
import { BijoyLine } from '@/components/newsroom/bijoy/BijoyLine.client'
import { MarkedLine } from '@/components/newsroom/bijoy/MarkedLine'
import { useBijoyLine } from '@/components/newsroom/bijoy/use-bijoy-line'
import { useOpenStory } from './open-story.client'
import { isComposing } from './typing'

type TextFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  readOnly: boolean
  /** Where Enter leads: the text is one paragraph. */
  onEnter?: () => void
  hint?: ReactNode
  placeholder?: string
  className?: string
  name: string
}

/** A field of one paragraph that grows with its text. What is typed stays as typed; the gate is on the way out. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, readOnly, onEnter, hint, placeholder, name } = props
  const { className = 'text-16' } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const bijoy = useBijoyLine(storyBijoy(useOpenStory().state.id, name), value, field)
  const isMarked = !readOnly && bijoy.unsure.length > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows its text
  useLayoutEffect(() => {
    if (!field.current) return
    field.current.style.height = 'auto'
    field.current.style.height = `${field.current.scrollHeight}px`
  }, [value])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event)) return
    event.preventDefault()
    onEnter?.()
  }
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-14 text-quiet">
        {label}
      </label>
      <div className="relative grid">
        {isMarked && <MarkedLine text={value} unsure={bijoy.unsure} className={className} />}
        <textarea
          ref={field}
          id={id}
          name={name}
          rows={1}
          value={value}
          placeholder={placeholder}
          readOnly={readOnly}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={bijoy.onPaste}
          aria-describedby={hint ? `${id}-hint` : undefined}
          spellCheck={false}
          autoComplete="off"
          className={`min-h-11 w-full resize-none overflow-hidden border border-edge px-3 py-2 placeholder:text-quiet read-only:bg-wash ${isMarked ? 'relative bg-transparent' : 'bg-paper'} ${className}`}
        />
      </div>
      {!readOnly && <BijoyLine line={bijoy} />}
      {hint && (
        <div id={`${id}-hint`} className="text-14 text-quiet">
          {hint}
        </div>
      )}
    </div>
  )
}
