'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNow } from '@/components/newsroom/publish/use-now'
import { Input } from '@/components/ui/Input'
import { SelectField } from '@/components/ui/Select'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { paperNow } from '@/lib/clock'
import {
  type ExpiryPreset,
  expiryOf,
  expiryPresets,
  fromDateTimeLocal,
  toDateTimeLocal,
} from './expiry'

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
  const choose = (value: string) => {
    setCustom(value === 'byHand')
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
          type="datetime-local"
          size="narrow"
          aria-label={`${t('untilWhen')}: ${about}`}
          defaultValue={until ? toDateTimeLocal(until) : ''}
          onChange={(event) => onChange(fromDateTimeLocal(event.target.value))}
        />
      )}
      {isCustom && until && <p className="text-quiet">{formatStamp(until)}</p>}
      {until && until <= now && <p className="text-accent">{tPublish('when.past')}</p>}
    </div>
  )
}
