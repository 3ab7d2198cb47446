'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useNow } from '@/components/newsroom/publish/use-now'
import { formatDuration } from '@/lib/bengali/calendar/duration'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import { useNewsroomStatus } from './NewsroomStatus.client'

const minutesFromSeconds = 600

const maxClockOffsetSeconds = 2

/**
 * An alarm on every newsroom page: shows the scheduler's delay, a server clock that is wrong, and stories that are about to
 * go out without their last change; else nothing.
 */
export function SchedulerAlarm() {
  const t = useTranslations('newsroomClock')
  const status = useNewsroomStatus()
  const now = useNow()
  const late = status?.lateSeconds
  const isBehind = status !== null && late !== 0
  const offset = Math.abs(status?.clockOffsetSeconds ?? 0)
  return (
    <div role="alert" className="empty:hidden">
      {isBehind && (
        <p className="bg-accent px-4 py-2 text-center text-16 text-paper">
          <strong>{late ? t(...lateness(late)) : t('stopped')}</strong> {t('meaning')}
        </p>
      )}
      {offset > maxClockOffsetSeconds && (
        <p className="bg-accent px-4 py-2 text-center text-16 text-paper">
          <strong>{t('serverClock', { count: toBengaliDigits(offset) })}</strong>{' '}
          {t('serverClockMeaning')}
        </p>
      )}
      {status?.plannedChanges.map(({ id, headline, publicAt }) => (
        <p key={id} className="bg-accent px-4 py-2 text-center text-16 text-paper">
          <strong>
            {t('plannedChange', { headline, span: formatDuration(remainingMs(publicAt, now)) })}
          </strong>{' '}
          <Link href={storyPath(id)} className="underline underline-offset-4">
            {t('plannedChangeOpen')}
          </Link>
        </p>
      ))}
    </div>
  )
}

const remainingMs = (publicAt: string, now: Date) =>
  Math.max(0, Date.parse(publicAt) - now.getTime())

function lateness(seconds: number): ['seconds' | 'minutes', { count: string }] {
  return seconds < minutesFromSeconds
    ? ['seconds', { count: toBengaliDigits(seconds) }]
    : ['minutes', { count: toBengaliDigits(Math.floor(seconds / 60)) }]
}
