'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNow } from '@/components/newsroom/publish/use-now'
import { Input } from '@/components/ui/Input'
import { SelectField } from '@/components/ui/Select'
import { formatStamp, parseStamp } from '@/lib/bengali/calendar/dates'
import { paperNow } from '@/lib/clock'
import { type ExpiryPreset, expiryOf, expiryPresets } from './expiry'

type ExpiryFieldProps = {
  /** The name of the expiring thing, for screen readers. */
  about: string
  until: Date | null
  onChange: (until: Date | null) => void
}

/** The expiry of something on the front page, in the paper's time zone. */
export function ExpiryField({ about, until, onChange }: ExpiryFieldProps) {
  const t = useTranslations('newsroomFront')
  const tPublish = useTranslations('newsroomPublish')
  const now = useNow()
  const [isCustom, setCustom] = useState(false)
  const [typed, setTyped] = useState('')
  const type = (text: string) => {
    setTyped(text)
    const instant = parseStamp(text)
    // Half a time is none: what was set stays, and the line below says that it cannot be read.
    if (instant) onChange(instant)
  }
  const choose = (value: string) => {
    setCustom(value === 'byHand')
    setTyped(until ? formatStamp(until) : '')
    if (value === 'never') onChange(null)
    if ((expiryPresets as readonly string[]).includes(value))
      onChange(expiryOf(value as ExpiryPreset, paperNow()))
  }
  return (
    <div className="grid gap-1 text-14">
      <SelectField
        label={
          <>
            {t('until')}
            <span className="sr-only">: {about}</span>
          </>
        }
        look="small"
        size="narrow"
        value={isCustom ? 'byHand' : until ? 'set' : 'never'}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="never">{t('never')}</option>
        {until && <option value="set">{formatStamp(until)}</option>}
        {expiryPresets.map((choice) => (
          <option key={choice} value={choice}>
            {t(choice)}
          </option>
        ))}
        <option value="byHand">{t('byHand')}</option>
      </SelectField>
      {isCustom && (
        <Input
          type="text"
          size="narrow"
          maxLength={60}
          placeholder={formatStamp(now)}
          aria-label={`${t('untilWhen')}: ${about}`}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      )}
      {isCustom && until && <p className="text-quiet">{formatStamp(until)}</p>}
      {isCustom && typed !== '' && !parseStamp(typed) && (
        <p className="text-accent">{tPublish('when.unreadable')}</p>
      )}
      {until && until <= now && <p className="text-accent">{tPublish('when.past')}</p>}
    </div>
  )
}
