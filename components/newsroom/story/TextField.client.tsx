'use client'

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { convertBijoy } from '@/lib/bengali/bijoy'
import { BijoyOffer } from './BijoyOffer.client'
import { isBijoy } from './body/bijoy/is-bijoy'
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

/** Puts text where the caret is, as typing would: the browser's own undo knows of it. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  field.ownerDocument.execCommand('insertText', false, text)
}

/** What was pasted is Bijoy: it is converted where it stands, its doubtful words left as they are. */
function convertIn(field: HTMLTextAreaElement, pasted: string): void {
  const at = field.value.indexOf(pasted)
  if (at < 0) return
  field.setSelectionRange(at, at + pasted.length)
  insertText(field, convertBijoy(pasted).text)
}

/** A field of one paragraph that grows with its text. What is typed stays as typed; the gate is on the way out. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, readOnly, onEnter, hint, placeholder, className, name } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [bijoy, setBijoy] = useState<string | null>(null)

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
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!text || readOnly) return
    event.preventDefault()
    const pasted = text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
    insertText(event.currentTarget, pasted)
    setBijoy(isBijoy(pasted) ? pasted : null)
  }
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-14 text-quiet">
        {label}
      </label>
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
        onPaste={onPaste}
        aria-describedby={hint ? `${id}-hint` : undefined}
        spellCheck={false}
        autoComplete="off"
        className={`min-h-11 w-full resize-none overflow-hidden border border-edge bg-paper px-3 py-2 placeholder:text-quiet read-only:bg-wash ${className ?? 'text-16'}`}
      />
      {bijoy && value.includes(bijoy) && (
        <BijoyOffer
          onConvert={() => {
            if (field.current) convertIn(field.current, bijoy)
            setBijoy(null)
          }}
          onKeep={() => setBijoy(null)}
        />
      )}
      {hint && (
        <div id={`${id}-hint`} className="text-14 text-quiet">
          {hint}
        </div>
      )}
    </div>
  )
}
