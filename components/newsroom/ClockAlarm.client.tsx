'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { toBengaliDigits } from '@/lib/bengali/digits'

const askEveryMs = 5_000
const longSeconds = 600

/** What /newsroom/clock says: by how many seconds the publishing clock is behind, null when it was never started. */
export type ClockAnswer = { lateSeconds: number | null }

async function askClock(): Promise<ClockAnswer | null> {
  try {
    const response = await fetch('/newsroom/clock', { redirect: 'error' })
    return response.ok ? ((await response.json()) as ClockAnswer) : null
  } catch {
    // No line: what was known stays on the screen.
    return null
  }
}

/** The publishing clock's lateness, asked for while the page is looked at. */
function useClock(): ClockAnswer | null {
  const [clock, setClock] = useState<ClockAnswer | null>(null)
  useEffect(() => {
    let isOn = true
    const ask = async () => {
      if (document.hidden) return
      const answer = await askClock()
      if (isOn && answer) setClock(answer)
    }
    void ask()
    const timer = setInterval(ask, askEveryMs)
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOn = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [])
  return clock
}

/** On every page of the newsroom: nothing while the publishing clock is well, else by how much it is behind. */
export function ClockAlarm() {
  const t = useTranslations('newsroomClock')
  const clock = useClock()
  const late = clock?.lateSeconds
  const isBehind = clock !== null && late !== 0
  return (
    <div role="alert" className="empty:hidden">
      {isBehind && (
        <p className="bg-accent px-4 py-2 text-center text-16 text-paper">
          <strong>{late ? t(...lateness(late)) : t('stopped')}</strong> {t('meaning')}
        </p>
      )}
    </div>
  )
}

function lateness(seconds: number): ['seconds' | 'minutes', { count: string }] {
  return seconds < longSeconds
    ? ['seconds', { count: toBengaliDigits(seconds) }]
    : ['minutes', { count: toBengaliDigits(Math.floor(seconds / 60)) }]
}
