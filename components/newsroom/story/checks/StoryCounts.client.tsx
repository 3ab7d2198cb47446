'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatNumber } from '@/lib/bengali/numbers'
import { formatReadingTime, readingMinutes } from '@/lib/bengali/text/reading-time'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { countWords } from '@/lib/newsroom/draft/word-count'
import { measureHeadline } from './headline-fit'

/** How long the story is, and whether its headline has room where readers first meet it. */
export function StoryCounts({ content }: { content: StoryContent }) {
  const t = useTranslations('newsroomChecks')
  const words = countWords(content.body)
  const fit = useMemo(() => measureHeadline(content.headline), [content.headline])
  const fitText = (isFit: boolean) => t(isFit ? 'fits' : 'cut')
  const rows: [name: string, value: string, isFaulty?: boolean][] = [
    [t('words'), formatNumber(words)],
    [t('reading'), formatReadingTime(readingMinutes(words)) || '–'],
    [t('headline'), t('letters', { count: formatNumber(fit.graphemes) })],
    [t('inResult'), fitText(fit.fitsResult), !fit.fitsResult],
    [t('onCard'), fitText(fit.fitsCard), !fit.fitsCard],
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
