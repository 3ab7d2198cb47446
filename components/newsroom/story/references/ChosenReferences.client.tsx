'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { Button } from '@/components/ui/Button'
import type { TaxonomyName } from '@/lib/taxonomy/taxonomy-name'

type ChosenReferencesProps = {
  chosen: TaxonomyName[]
  isOrdered: boolean
  readOnly: boolean
  onChange: (chosen: TaxonomyName[]) => void
}

function moved(entries: TaxonomyName[], from: number, to: number): TaxonomyName[] {
  const [item] = entries.slice(from, from + 1)
  const rest = entries.toSpliced(from, 1)
  return item && to >= 0 && to <= rest.length ? rest.toSpliced(to, 0, item) : entries
}

/** The chosen names. Each can be removed, and moved where their order is printed. */
export function ChosenReferences({ chosen, isOrdered, readOnly, onChange }: ChosenReferencesProps) {
  const t = useTranslations('newsroomEditor')
  if (chosen.length === 0) {
    return readOnly ? <p className="py-2 text-16 text-quiet">{t('none')}</p> : null
  }
  const isMovable = isOrdered && chosen.length > 1 && !readOnly
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || !step || !isMovable) return
    event.preventDefault()
    onChange(moved(chosen, index, index + step))
  }
  return (
    <ol className="grid">
      {chosen.map((entry, index) => (
        <li
          key={entry.id}
          onKeyDown={(event) => onKeyDown(event, index)}
          className="flex items-center border-b border-rule"
        >
          <span className="min-w-0 flex-1 py-2 text-16">{entry.name}</span>
          {isMovable && (
            <Button
              variant="icon"
              disabled={index === 0}
              aria-label={t('moveNameUp', { name: entry.name })}
              onClick={() => onChange(moved(chosen, index, index - 1))}
            >
              ↑
            </Button>
          )}
          {!readOnly && (
            <Button
              variant="icon"
              aria-label={t('removeName', { name: entry.name })}
              onClick={() => onChange(chosen.filter(({ id }) => id !== entry.id))}
            >
              ×
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
