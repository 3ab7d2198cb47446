'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { tell } from '@/components/newsroom/story/ask'
import { oneLine } from '@/components/newsroom/story/one-line'
import { isComposing } from '@/components/newsroom/typing'
import { isAmong, type Named, type NameKind } from '@/lib/people/name'
import { ChosenNames } from './ChosenNames.client'
import { NameOptions } from './NameOptions.client'
import { useNames } from './use-names'

type NamePickerProps = {
  kind: NameKind
  label: string
  chosen: Named[]
  /** How many there may be. */
  most: number
  /** Their order is the printed one. */
  isOrdered?: boolean
  readOnly: boolean
  onChange: (chosen: Named[]) => void
}

/** Names of the paper to tie a story to: found while typing, in either script, or made on the spot. */
export function NamePicker(props: NamePickerProps) {
  const { kind, label, chosen, most, isOrdered = false, readOnly, onChange } = props
  const t = useTranslations('newsroomEditor')
  const placeholder = useTranslations('newsroomPlaceholders')
  const refusals = useTranslations('refusals')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const found = useNames(kind, typed, isOpen)

  const name = oneLine(typed).trim()
  const names = (found?.names ?? []).filter((each) => !chosen.some(({ id }) => id === each.id))
  const isSettled = found?.typed === typed
  const mayAdd = isSettled && name !== '' && !isAmong(name, [...(found?.names ?? []), ...chosen])
  const count = names.length + (mayAdd ? 1 : 0)
  const at = Math.min(active, Math.max(count - 1, 0))

  const close = () => {
    setOpen(false)
    setActive(0)
  }
  const choose = (named: Named) => {
    if (!chosen.some(({ id }) => id === named.id)) {
      onChange(most === 1 ? [named] : [...chosen, named].slice(0, most))
    }
    setTyped('')
    setTrouble(null)
    close()
    field.current?.focus()
  }
  const create = async () => {
    if (adding !== null) return
    setAdding(name)
    const answer = await tell<Named>(`names/${kind}`, { name })
    setAdding(null)
    if (answer.ok) choose(answer.value)
    else setTrouble(answer.reason === 'noLine' ? t('noLine') : refusals(answer.reason))
  }
  const take = () => {
    const named = names[at]
    if (named) choose(named)
    else if (mayAdd) create()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault()
        if (!isOpen) setOpen(true)
        else if (count > 0) setActive((at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count)
        return
      }
      case 'Enter':
        event.preventDefault()
        if (isOpen && isSettled) take()
        return
      case 'Escape':
        if (isOpen) event.preventDefault()
        close()
        return
      case 'Backspace':
        if (typed === '' && chosen.length > 0) onChange(chosen.slice(0, -1))
        return
    }
  }

  const isFull = chosen.length >= most && most > 1
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="pb-1 text-14 text-quiet">{label}</legend>
      <ChosenNames
        chosen={chosen}
        isOrdered={isOrdered}
        readOnly={readOnly}
        onChange={(next) => {
          onChange(next)
          if (next.length < chosen.length) field.current?.focus()
        }}
      />
      {!readOnly && !isFull && (
        <div className="relative">
          <input
            ref={field}
            role="combobox"
            aria-label={t('findName', { label })}
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && count > 0 ? `${id}-${at}` : undefined}
            aria-describedby={trouble ? `${id}-trouble` : undefined}
            value={typed}
            placeholder={placeholder(kind)}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(0)
              setTrouble(null)
              setOpen(true)
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={close}
            className="min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16 placeholder:text-quiet"
          />
          <NameOptions
            id={id}
            label={label}
            isOpen={isOpen}
            found={found}
            names={names}
            added={mayAdd ? name : null}
            active={at}
            onTake={(named) => (named ? choose(named) : create())}
          />
        </div>
      )}
      <p role="status" className="text-14 text-quiet empty:hidden">
        {adding !== null && t('addingName', { name: adding })}
      </p>
      {trouble && (
        <p id={`${id}-trouble`} role="alert" className="text-14 text-accent">
          {trouble}
        </p>
      )}
    </fieldset>
  )
}
