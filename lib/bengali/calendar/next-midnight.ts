import { civilDate } from './dates'
import { instantOf, PAPER_ZONE } from './zoned-time'

/** The start of the next civil day in `zone`. */
export function nextMidnight(instant: Date, zone: string = PAPER_ZONE): Date {
  const { year, month, day } = civilDate(instant, zone)
  const tomorrow = new Date(Date.UTC(year, month - 1, day + 1))
  return instantOf(
    {
      year: tomorrow.getUTCFullYear(),
      month: tomorrow.getUTCMonth() + 1,
      day: tomorrow.getUTCDate(),
      hour: 0,
      minute: 0,
      second: 0,
    },
    zone,
  )
}
