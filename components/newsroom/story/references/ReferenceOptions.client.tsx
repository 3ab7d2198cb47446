'use client'

import { useTranslations } from 'next-intl'
import type { TaxonomyName } from '@/lib/taxonomy/taxonomy-name'
import type { ReferenceSearchResult } from './use-reference-search'

type ReferenceOptionsProps = {
  id: string
  label: string
  isOpen: boolean
  found: ReferenceSearchResult | null
  entries: TaxonomyName[]
  /** The name that can be made of what was typed. */
  newName: string | null
  active: number
  /** Null for the name that is to be made. */
  onSelect: (entry: TaxonomyName | null) => void
}

const optionClass =
  'flex min-h-11 cursor-pointer items-center gap-2 px-3 py-1 text-16 aria-selected:bg-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent'

/** The suggestions below the field. */
export function ReferenceOptions(props: ReferenceOptionsProps) {
  const { id, label, isOpen, found, entries, newName, active, onSelect } = props
  const t = useTranslations('newsroomEditor')
  const count = entries.length + (newName ? 1 : 0)
  const hint = !found
    ? t('looking')
    : found.isOffline
      ? t('noLine')
      : count === 0
        ? t('noNames')
        : ''
  return (
    <div
      className={`absolute inset-x-0 top-full z-20 max-h-80 overflow-y-auto border border-edge bg-paper ${isOpen ? '' : 'hidden'}`}
    >
      <p role="status" className={hint ? 'px-3 py-2 text-16 text-quiet' : 'sr-only'}>
        {isOpen && hint}
      </p>
      <div role="listbox" id={`${id}-list`} aria-label={label}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (aria-activedescendant)
          <div
            key={entry.id}
            role="option"
            tabIndex={-1}
            id={`${id}-${index}`}
            aria-selected={index === active}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onSelect(entry)}
            className={optionClass}
          >
            {entry.name}
            {entry.kind === 'desk' && <span className="text-14 text-quiet">{t('desk')}</span>}
          </div>
        ))}
        {newName && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (aria-activedescendant)
          <div
            role="option"
            tabIndex={-1}
            id={`${id}-${entries.length}`}
            aria-selected={active === entries.length}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onSelect(null)}
            className={`${optionClass} font-bold`}
          >
            {t('addName', { name: newName })}
          </div>
        )}
      </div>
    </div>
  )
}
