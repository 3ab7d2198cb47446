'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { formatStamp } from '@/lib/bengali/dates'
import { type EndChoice, endChoices, endOf, fromField, toField } from './ends'

type EndFieldProps = {
  /** What it is the end of, for whom does not see where it stands. */
  about: string
  until: Date | null
  onChange: (until: Date | null) => void
}

const field = 'min-h-11 w-full border border-edge bg-paper px-2 text-16'

/** Until when something stands on the page, by the paper's clock. */
export function EndField({ about, until, onChange }: EndFieldProps) {
  const t = useTranslations('newsroomFront')
  const id = useId()
  const [isByHand, setByHand] = useState(false)
  const choose = (value: string) => {
    setByHand(value === 'byHand')
    if (value === 'never') onChange(null)
    if ((endChoices as readonly string[]).includes(value))
      onChange(endOf(value as EndChoice, new Date()))
  }
  return (
    <div className="grid gap-1 text-14">
      <label htmlFor={id}>
        {t('until')}
        <span className="sr-only">: {about}</span>
      </label>
      <select
        id={id}
        value={isByHand ? 'byHand' : until ? 'set' : 'never'}
        onChange={(event) => choose(event.target.value)}
        className={field}
      >
        <option value="never">{t('never')}</option>
        {until && <option value="set">{formatStamp(until)}</option>}
        {endChoices.map((choice) => (
          <option key={choice} value={choice}>
            {t(choice)}
          </option>
        ))}
        <option value="byHand">{t('byHand')}</option>
      </select>
      {isByHand && (
        <input
          type="datetime-local"
          aria-label={`${t('untilWhen')}: ${about}`}
          defaultValue={until ? toField(until) : ''}
          onChange={(event) => onChange(fromField(event.target.value))}
          className={field}
        />
      )}
      {isByHand && until && <p className="text-quiet">{formatStamp(until)}</p>}
    </div>
  )
}
