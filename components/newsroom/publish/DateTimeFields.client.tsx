'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { readWallTime, wallFields } from '@/lib/bengali/calendar/wall-time'
import { InstantText } from './InstantText'
import { timePresets } from './time-presets'
import { useNow } from './use-now'

type DateTimeFieldsProps = {
  /** The initial value of the two fields. */
  initial: Date | null
  /** Names of the fields: `${name}Date` and `${name}Time`. */
  name: string
}

/** The error of the two fields; null when they name a future instant. */
type DateTimeError = 'unreadable' | 'skipped' | 'twice' | 'past'

/** The future instant that the fields name, or the error. */
export function parseDateTime(date: string, time: string, now: Date): Date | DateTimeError {
  const reading = readWallTime(date, time)
  if (reading.kind !== 'instant') return reading.kind
  return reading.instant > now ? reading.instant : 'past'
}

/**
 * A date and a time of the paper's clock, typed in the paper's own form or another, with the instant read back. A
 * browser's own fields show the forms and digits of its language, and order day and month by it.
 */
export function DateTimeFields({ initial, name }: DateTimeFieldsProps) {
  const t = useTranslations('newsroomPublish')
  const now = useNow()
  const id = useId()
  const [{ date, time }, setFields] = useState(
    initial ? wallFields(initial) : { date: '', time: '' },
  )
  const parsed = date && time ? parseDateTime(date, time, now) : null
  const isFaulty = typeof parsed === 'string'
  const shared = {
    look: 'small',
    size: 'narrow',
    required: true,
    isFaulty,
    describedBy: id,
  } as const
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap gap-2">
        {timePresets(now).map(({ word, at }) => (
          <Button key={word} variant="choice" onClick={() => setFields(wallFields(at))}>
            {t(`presets.${word}`)}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Field
          {...shared}
          label={t('date')}
          type="text"
          maxLength={40}
          placeholder={wallFields(now).date}
          name={`${name}Date`}
          value={date}
          onChange={(event) => setFields({ date: event.target.value, time })}
        />
        <Field
          {...shared}
          label={t('time')}
          type="text"
          maxLength={40}
          placeholder={wallFields(now).time}
          name={`${name}Time`}
          value={time}
          onChange={(event) => setFields({ date, time: event.target.value })}
        />
      </div>
      <p id={id} aria-live="polite" className="text-14 text-quiet">
        {parsed === null && t('dhakaTime')}
        {isFaulty && <span className="text-accent">{t(`when.${parsed}`)}</span>}
        {parsed instanceof Date && <InstantText instant={parsed} now={now} />}
      </p>
    </div>
  )
}
