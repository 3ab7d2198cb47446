'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import type { Named } from '@/lib/people/name'

type ChosenNamesProps = {
  chosen: Named[]
  isOrdered: boolean
  readOnly: boolean
  onChange: (chosen: Named[]) => void
}

function swapped(names: Named[], from: number, to: number): Named[] {
  const [moved] = names.slice(from, from + 1)
  const rest = names.toSpliced(from, 1)
  return moved && to >= 0 && to <= rest.length ? rest.toSpliced(to, 0, moved) : names
}

const buttonClass = 'inline-flex min-h-11 min-w-11 items-center justify-center text-18'

/** The names that were chosen, each to be taken out, and moved where their order is printed. */
export function ChosenNames({ chosen, isOrdered, readOnly, onChange }: ChosenNamesProps) {
  const t = useTranslations('newsroomEditor')
  if (chosen.length === 0) {
    return readOnly ? <p className="min-h-11 py-2 text-16 text-quiet">{t('none')}</p> : null
  }
  const isMovable = isOrdered && chosen.length > 1 && !readOnly
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || !step || !isMovable) return
    event.preventDefault()
    onChange(swapped(chosen, index, index + step))
  }
  return (
    <ol className="grid">
      {chosen.map((named, index) => (
        <li
          key={named.id}
          onKeyDown={(event) => onKeyDown(event, index)}
          className="flex items-center border-b border-rule"
        >
          <span className="min-w-0 flex-1 py-2 text-16">{named.name}</span>
          {isMovable && (
            <button
              type="button"
              disabled={index === 0}
              aria-label={t('moveNameUp', { name: named.name })}
              onClick={() => onChange(swapped(chosen, index, index - 1))}
              className={`${buttonClass} disabled:opacity-40`}
            >
              ↑
            </button>
          )}
          {!readOnly && (
            <button
              type="button"
              aria-label={t('removeName', { name: named.name })}
              onClick={() => onChange(chosen.filter(({ id }) => id !== named.id))}
              className={buttonClass}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}
