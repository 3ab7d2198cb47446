'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { postToEditorApi } from '@/components/newsroom/story/editor-api'
import { normalizeLine } from '@/components/newsroom/story/form/normalize-line'
import { Combobox } from '@/components/ui/Combobox.client'
import { LiveText } from '@/components/ui/Notice'
import {
  includesName,
  nearName,
  type TaxonomyKind,
  type TaxonomyName,
} from '@/lib/taxonomy/taxonomy-name'
import { ChosenReferences } from './ChosenReferences.client'
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
  const [error, setError] = useState<string | null>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const found = useReferenceSearch(kind, typed, isOpen)

  const name = normalizeLine(typed).trim()
  const entries = (found?.entries ?? []).filter((each) => !chosen.some(({ id }) => id === each.id))
  const isUpToDate = found?.typed === typed
  const canAdd =
    isUpToDate && name !== '' && !includesName(name, [...(found?.entries ?? []), ...chosen])
  const items = entries.map((entry) => ({
    id: String(entry.id),
    name: entry.name,
    note: entry.kind === 'desk' ? t('desk') : undefined,
  }))
  const near = nearName(name, [...(found?.entries ?? []), ...chosen])
  const addItem = {
    id: 'new',
    name: t('addName', { name }),
    note: near && t('nearName', { name: near.name }),
    isNew: true,
  }
  const hint = !found
    ? t('looking')
    : found.isOffline
      ? t('noLine')
      : entries.length === 0 && !canAdd
        ? t('noNames')
        : ''

  const choose = (entry: TaxonomyName) => {
    if (!chosen.some(({ id }) => id === entry.id)) {
      onChange(max === 1 ? [entry] : [...chosen, entry].slice(0, max))
    }
    setTyped('')
    setError(null)
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
        <Combobox
          ref={field}
          label={t('findName', { label })}
          listLabel={label}
          placeholder={placeholder(kind)}
          describedBy={error ? `${id}-trouble` : undefined}
          text={typed}
          onTextChange={(text) => {
            setTyped(text)
            setError(null)
          }}
          items={canAdd ? [...items, addItem] : items}
          isUpToDate={isUpToDate}
          hint={hint}
          onOpenChange={setOpen}
          onSelect={(item) => {
            const entry = entries.find((each) => String(each.id) === item.id)
            if (entry) choose(entry)
            else void create()
          }}
          onBackspace={() => chosen.length > 0 && onChange(chosen.slice(0, -1))}
        />
      )}
      <LiveText>{adding !== null && t('addingName', { name: adding })}</LiveText>
      {error && (
        <p id={`${id}-trouble`} role="alert" className="text-14 text-accent">
          {error}
        </p>
      )}
    </fieldset>
  )
}
