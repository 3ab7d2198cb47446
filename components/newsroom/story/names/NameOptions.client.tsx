'use client'

import { useTranslations } from 'next-intl'
import type { Named } from '@/lib/people/name'
import type { FoundNames } from './use-names'

type NameOptionsProps = {
  id: string
  label: string
  isOpen: boolean
  found: FoundNames | null
  names: Named[]
  /** The name that can be made of what was typed. */
  added: string | null
  active: number
  /** Null for the name that is to be made. */
  onTake: (named: Named | null) => void
}

const optionClass =
  'flex min-h-11 cursor-pointer items-center gap-2 px-3 py-1 text-16 aria-selected:bg-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent'

/** What the letters typed may mean, below their field. */
export function NameOptions(props: NameOptionsProps) {
  const { id, label, isOpen, found, names, added, active, onTake } = props
  const t = useTranslations('newsroomEditor')
  const count = names.length + (added ? 1 : 0)
  const hint = !found ? t('looking') : found.isLost ? t('noLine') : count === 0 ? t('noNames') : ''
  return (
    <div
      className={`absolute inset-x-0 top-full z-20 max-h-80 overflow-y-auto border border-edge bg-paper ${isOpen ? '' : 'hidden'}`}
    >
      <p role="status" className={hint ? 'px-3 py-2 text-16 text-quiet' : 'sr-only'}>
        {isOpen && hint}
      </p>
      <div role="listbox" id={`${id}-list`} aria-label={label}>
        {names.map((named, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (aria-activedescendant)
          <div
            key={named.id}
            role="option"
            tabIndex={-1}
            id={`${id}-${index}`}
            aria-selected={index === active}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(named)}
            className={optionClass}
          >
            {named.name}
            {named.kind === 'desk' && <span className="text-14 text-quiet">{t('desk')}</span>}
          </div>
        ))}
        {added && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (aria-activedescendant)
          <div
            role="option"
            tabIndex={-1}
            id={`${id}-${names.length}`}
            aria-selected={active === names.length}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(null)}
            className={`${optionClass} font-bold`}
          >
            {t('addName', { name: added })}
          </div>
        )}
      </div>
    </div>
  )
}
