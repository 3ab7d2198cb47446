'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { readWallTime, wallFields } from '@/lib/bengali/wall-time'
import { InstantText } from './InstantText'
import { useNow } from './use-now'

type WhenFieldsProps = {
  /** What the two fields begin with. */
  initial: Date | null
  /** Names of the fields: `${name}Date` and `${name}Time`. */
  name: string
}

/** What of a form's two fields is wrong; null when they name an instant ahead. */
type WhenFault = 'unreadable' | 'skipped' | 'twice' | 'past'

/** The instant that the fields name, or why they name none that lies ahead. */
export function readWhen(date: string, time: string, now: Date): Date | WhenFault {
  const reading = readWallTime(date, time)
  if (reading.kind !== 'instant') return reading.kind
  return reading.instant > now ? reading.instant : 'past'
}

const field = 'min-h-11 w-full border border-edge bg-paper px-2 text-16'

/** A date and a time by the clocks of Dhaka, read back in words while they are chosen. */
export function WhenFields({ initial, name }: WhenFieldsProps) {
  const t = useTranslations('newsroomPublish')
  const now = useNow()
  const id = useId()
  const [{ date, time }, setWhen] = useState(initial ? wallFields(initial) : { date: '', time: '' })
  const when = date && time ? readWhen(date, time, now) : null
  const isFaulty = typeof when === 'string'
  return (
    <div className="grid gap-1">
      <div className="grid grid-cols-2 gap-2">
        <label className="grid gap-1 text-14 font-bold">
          {t('date')}
          <input
            type="date"
            name={`${name}Date`}
            value={date}
            min={wallFields(now).date}
            required
            aria-describedby={id}
            aria-invalid={isFaulty || undefined}
            onChange={(event) => setWhen({ date: event.target.value, time })}
            className={field}
          />
        </label>
        <label className="grid gap-1 text-14 font-bold">
          {t('time')}
          <input
            type="time"
            name={`${name}Time`}
            value={time}
            required
            aria-describedby={id}
            aria-invalid={isFaulty || undefined}
            onChange={(event) => setWhen({ date, time: event.target.value })}
            className={field}
          />
        </label>
      </div>
      <p id={id} aria-live="polite" className="text-14 text-quiet">
        {when === null && t('dhakaTime')}
        {isFaulty && <span className="text-accent">{t(`when.${when}`)}</span>}
        {when instanceof Date && <InstantText instant={when} now={now} />}
      </p>
    </div>
  )
}
