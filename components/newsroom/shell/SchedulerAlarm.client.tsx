'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { formatDuration } from '@/lib/bengali/calendar/duration'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { storyPath } from '@/lib/newsroom/draft/working-copy'

const pollIntervalMs = 5_000
const minutesFromSeconds = 600

/** The response of /newsroom/scheduler. */
export type SchedulerStatus = {
  /** The scheduler's delay in seconds; null when it was never started. */
  lateSeconds: number | null
  /** By how many seconds the database's clock is ahead of the server's. */
  clockOffsetSeconds: number
  /** Stories that readers get within minutes without what was written since, by the database's clock. */
  plannedChanges: { id: number; headline: string; inSeconds: number }[]
}

const maxClockOffsetSeconds = 2

async function fetchSchedulerStatus(): Promise<SchedulerStatus | null> {
  try {
    const response = await fetch('/newsroom/scheduler', { redirect: 'error' })
    return response.ok ? ((await response.json()) as SchedulerStatus) : null
  } catch {
    // There is no network: the last value stays on the screen.
    return null
  }
}

/** The scheduler's delay, polled while the page is visible. */
function useSchedulerStatus(): SchedulerStatus | null {
  const [status, setStatus] = useState<SchedulerStatus | null>(null)
  useEffect(() => {
    let isMounted = true
    const poll = async () => {
      if (document.hidden) return
      const result = await fetchSchedulerStatus()
      if (isMounted && result) setStatus(result)
    }
    void poll()
    const timer = setInterval(poll, pollIntervalMs)
    document.addEventListener('visibilitychange', poll)
    return () => {
      isMounted = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', poll)
    }
  }, [])
  return status
}

/**
 * An alarm on every newsroom page: shows the scheduler's delay, a server clock that is wrong, and stories that are about to
 * go out without their last change; else nothing.
 */
export function SchedulerAlarm() {
  const t = useTranslations('newsroomClock')
  const status = useSchedulerStatus()
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
      {status?.plannedChanges.map(({ id, headline, inSeconds }) => (
        <p key={id} className="bg-accent px-4 py-2 text-center text-16 text-paper">
          <strong>
            {t('plannedChange', { headline, span: formatDuration(inSeconds * 1_000) })}
          </strong>{' '}
          <Link href={storyPath(id)} className="underline underline-offset-4">
            {t('plannedChangeOpen')}
          </Link>
        </p>
      ))}
    </div>
  )
}

function lateness(seconds: number): ['seconds' | 'minutes', { count: string }] {
  return seconds < minutesFromSeconds
    ? ['seconds', { count: toBengaliDigits(seconds) }]
    : ['minutes', { count: toBengaliDigits(Math.floor(seconds / 60)) }]
}
