'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { roomOf } from '@/components/newsroom/story/headline-room'
import { formatNumber } from '@/lib/bengali/numbers'
import { formatReadingTime, readingMinutes } from '@/lib/bengali/reading-time'
import type { StoryContent } from '@/lib/newsroom/content'
import { countWords } from '@/lib/newsroom/counts'

/** How long the story is, and whether its headline has room where readers first meet it. */
export function StoryCounts({ content }: { content: StoryContent }) {
  const t = useTranslations('newsroomChecks')
  const words = countWords(content.body)
  const room = useMemo(() => roomOf(content.headline), [content.headline])
  const saidOf = (isFit: boolean) => t(isFit ? 'fits' : 'cut')
  const rows: [name: string, value: string, isFaulty?: boolean][] = [
    [t('words'), formatNumber(words)],
    [t('reading'), formatReadingTime(readingMinutes(words)) || '–'],
    [t('headline'), t('letters', { count: formatNumber(room.letters) })],
    [t('inResult'), saidOf(room.fitsResult), !room.fitsResult],
    [t('onCard'), saidOf(room.fitsCard), !room.fitsCard],
  ]
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 text-16">
      {rows.map(([name, value, isFaulty]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid border-b border-rule py-1">
          <dt className="text-quiet">{name}</dt>
          <dd className={`text-right ${isFaulty ? 'font-bold text-accent' : ''}`}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
