import { nextMidnight } from '@/lib/bengali/calendar/next-midnight'
import { civilTime, instantOf, isCivilDate } from '@/lib/bengali/calendar/zoned-time'

/** The most common expiry choices for the front page, counted from `now`. */
export const expiryPresets = ['hour', 'threeHours', 'midnight'] as const
export type ExpiryPreset = (typeof expiryPresets)[number]

const hour = 3_600_000

export function expiryOf(choice: ExpiryPreset, now: Date): Date {
  switch (choice) {
    case 'hour':
      return new Date(now.getTime() + hour)
    case 'threeHours':
      return new Date(now.getTime() + 3 * hour)
    case 'midnight':
      return nextMidnight(now)
  }
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** The value of a `datetime-local` field for an instant, in the paper's time zone whatever the browser's. */
export function toDateTimeLocal(instant: Date): string {
  const { year, month, day, hour: h, minute } = civilTime(instant)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(h)}:${twoDigits(minute)}`
}

/** The instant of such a field's value; null while the field is incomplete. */
export function fromDateTimeLocal(value: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, h = 0, minute = 0] = parts
  if (!isCivilDate({ year, month, day })) return null
  return instantOf({ year, month, day, hour: h, minute, second: 0 })
}
