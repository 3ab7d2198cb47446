'use client'

import { type ComponentProps, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { controlClass } from '@/components/ui/control-class'
import { isComposing } from '@/components/ui/is-composing'
import { BijoyLinePrompts } from './BijoyLinePrompts.client'
import { HighlightOverlay } from './HighlightOverlay'
import { useBijoyLine } from './use-bijoy-line'

type BijoyTextareaProps = Omit<ComponentProps<'textarea'>, 'onChange' | 'ref' | 'value'> & {
  /** The storage key for answers about Bijoy in this field. */
  storageKey: string
  value: string
  onChange: (text: string) => void
  /** Called on Enter, which does not insert a line break. */
  onEnter?: (field: HTMLTextAreaElement) => void
}

/** Sets the height of the field to the height of its text. */
function fitHeightToText(field: HTMLTextAreaElement | null) {
  if (!field) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}

/** A field that grows with its text, marks the doubtful words in it, and offers its Bijoy converted below. */
export function BijoyTextarea(props: BijoyTextareaProps) {
  const { storageKey, value, onChange, onEnter, readOnly, className = 'text-16', ...area } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const bijoy = useBijoyLine(storageKey, value, field)
  const isMarked = !readOnly && bijoy.unsure.length > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on the text
  useLayoutEffect(() => fitHeightToText(field.current), [value])
  useEffect(() => {
    const element = field.current
    if (!element) return
    let width = element.clientWidth
    // Lines break differently after a phone is rotated and after the web font has loaded.
    const observer = new ResizeObserver(() => {
      if (element.clientWidth !== width) fitHeightToText(element)
      width = element.clientWidth
    })
    observer.observe(element)
    void document.fonts.ready.then(() => fitHeightToText(element))
    return () => observer.disconnect()
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!onEnter || event.key !== 'Enter' || isComposing(event)) return
    event.preventDefault()
    onEnter(event.currentTarget)
  }
  return (
    <>
      <div className="relative grid">
        {isMarked && (
          <HighlightOverlay text={value} ambiguous={bijoy.unsure} className={className} />
        )}
        <textarea
          {...area}
          ref={field}
          value={value}
          readOnly={readOnly}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={bijoy.onPaste}
          spellCheck={false}
          autoComplete="off"
          className={controlClass({
            size: 'free',
            isTransparent: isMarked,
            className: `resize-none overflow-hidden ${className}`,
          })}
        />
      </div>
      {!readOnly && <BijoyLinePrompts line={bijoy} />}
    </>
  )
}

/** Enter submits the form, as in a single-line field. */
export const sendForm = (field: HTMLTextAreaElement) => field.form?.requestSubmit()
