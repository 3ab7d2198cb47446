'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { isComposing } from '@/components/newsroom/forms/is-composing'
import { postToEditorApi } from '@/components/newsroom/story/editor-api'
import { normalizeLine } from '@/components/newsroom/story/form/normalize-line'
import { includesName, type TaxonomyKind, type TaxonomyName } from '@/lib/taxonomy/taxonomy-name'
import { ChosenReferences } from './ChosenReferences.client'
import { ReferenceOptions } from './ReferenceOptions.client'
import { useReferenceSearch } from './use-reference-search'

type ReferencePickerProps = {
  kind: TaxonomyKind
  label: string
  chosen: TaxonomyName[]
  /** How many there may be. */
  max: number
  /** Their order is the printed one. */
  isOrdered?: boolean
  readOnly: boolean
  onChange: (chosen: TaxonomyName[]) => void
}

/** Names of the paper to tie a story to: found while typing, in either script, or made on the spot. */
export function ReferencePicker(props: ReferencePickerProps) {
  const { kind, label, chosen, max, isOrdered = false, readOnly, onChange } = props
  const t = useTranslations('newsroomEditor')
  const placeholder = useTranslations('newsroomPlaceholders')
  const refusals = useTranslations('refusals')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [error, setError] = useState<string | null>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const found = useReferenceSearch(kind, typed, isOpen)

  const name = normalizeLine(typed).trim()
  const entries = (found?.entries ?? []).filter((each) => !chosen.some(({ id }) => id === each.id))
  const isUpToDate = found?.typed === typed
  const canAdd =
    isUpToDate && name !== '' && !includesName(name, [...(found?.entries ?? []), ...chosen])
  const count = entries.length + (canAdd ? 1 : 0)
  const at = Math.min(active, Math.max(count - 1, 0))

  const close = () => {
    setOpen(false)
    setActive(0)
  }
  const choose = (entry: TaxonomyName) => {
    if (!chosen.some(({ id }) => id === entry.id)) {
      onChange(max === 1 ? [entry] : [...chosen, entry].slice(0, max))
    }
    setTyped('')
    setError(null)
    close()
    field.current?.focus()
  }
  const create = async () => {
    if (adding !== null) return
    setAdding(name)
    const result = await postToEditorApi<TaxonomyName>(`taxonomy/${kind}`, { name })
    setAdding(null)
    if (result.ok) choose(result.value)
    else setError(result.reason === 'noLine' ? t('noLine') : refusals(result.reason))
  }
  const selectActive = () => {
    const entry = entries[at]
    if (entry) choose(entry)
    else if (canAdd) create()
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
        if (isOpen && isUpToDate) selectActive()
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

  const isFull = chosen.length >= max && max > 1
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="pb-1 text-14 text-quiet">{label}</legend>
      <ChosenReferences
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
            aria-describedby={error ? `${id}-trouble` : undefined}
            value={typed}
            placeholder={placeholder(kind)}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(0)
              setError(null)
              setOpen(true)
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={close}
            className="min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16 placeholder:text-quiet"
          />
          <ReferenceOptions
            id={id}
            label={label}
            isOpen={isOpen}
            found={found}
            entries={entries}
            newName={canAdd ? name : null}
            active={at}
            onSelect={(entry) => (entry ? choose(entry) : create())}
          />
        </div>
      )}
      <p role="status" className="text-14 text-quiet empty:hidden">
        {adding !== null && t('addingName', { name: adding })}
      </p>
      {error && (
        <p id={`${id}-trouble`} role="alert" className="text-14 text-accent">
          {error}
        </p>
      )}
    </fieldset>
  )
}
