'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { formatNumber } from '@/lib/bengali/numbers'
import type { ChecklistItem, ChecklistLocation } from '@/lib/newsroom/publish/checklist'

type ChecklistItemsProps = {
  items: ChecklistItem[]
  /** Moves to the place of the finding; without it the lines are plain text. */
  onGo?: (place: ChecklistLocation) => void
}

/** The checklist before publishing: blocking findings first. */
export function ChecklistItems({ items, onGo }: ChecklistItemsProps) {
  const t = useTranslations('newsroomChecks')
  if (items.length === 0) return <p className="text-16 text-good">{t('ready')}</p>
  const sorted = items.toSorted((a, b) => Number(b.level === 'block') - Number(a.level === 'block'))
  return (
    <ul className="grid">
      {sorted.map(({ name, level, where }) => (
        <li
          key={name}
          className={`flex items-center gap-3 border-b border-rule border-l-4 py-1 pl-3 ${level === 'block' ? 'border-l-accent' : 'border-l-edge'}`}
        >
          <span className="min-w-0 flex-1 text-16">
            <b className={`block text-14 ${level === 'block' ? 'text-accent' : 'text-quiet'}`}>
              {t(level)}
            </b>
            {t(name, { count: formatNumber(where.length) })}
          </span>
          {onGo && where[0] && (
            <Button
              aria-label={t('goTo', { what: t(name, { count: formatNumber(where.length) }) })}
              onClick={() => where[0] && onGo(where[0])}
              variant="link"
              isPadded
            >
              {t('see')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
