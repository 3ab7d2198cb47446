'use client'

import { type ClipboardEvent, type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'

type TextFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  readOnly: boolean
  /** Where Enter leads: the text is one paragraph. */
  onEnter?: () => void
  /** Takes what is pasted instead of the field; true when it did. */
  onPasteText?: (text: string, field: HTMLTextAreaElement) => boolean
  hint?: string
  className?: string
  name: string
}

const isWriting = (event: KeyboardEvent) => event.nativeEvent.isComposing || event.keyCode === 229

/** Puts text where the caret is, as typing would: the browser's own undo knows of it. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  field.ownerDocument.execCommand('insertText', false, text)
}

/** A field of one paragraph that grows with its text. What is typed stays as typed; the gate is on the way out. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, readOnly, onEnter, onPasteText, hint, className, name } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows its text
  useLayoutEffect(() => {
    if (!field.current) return
    field.current.style.height = 'auto'
    field.current.style.height = `${field.current.scrollHeight}px`
  }, [value])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isWriting(event)) return
    event.preventDefault()
    onEnter?.()
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!text || readOnly) return
    event.preventDefault()
    if (onPasteText?.(text, event.currentTarget)) return
    insertText(event.currentTarget, text.replace(/\s*[\r\n]+\s*/g, ' ').trim())
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-14 text-quiet">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        name={name}
        rows={1}
        value={value}
        readOnly={readOnly}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        aria-describedby={hint ? `${id}-hint` : undefined}
        spellCheck={false}
        autoComplete="off"
        className={`min-h-11 w-full resize-none overflow-hidden border border-edge bg-paper px-3 py-2 read-only:bg-wash ${className ?? 'text-16'}`}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-14 text-quiet">
          {hint}
        </p>
      )}
    </div>
  )
}
