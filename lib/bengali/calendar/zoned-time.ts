/** A day of the civil (Gregorian) calendar; `month` from 1. */
export type CivilDate = { year: number; month: number; day: number }

/** Civil date and time; `hour` 0-23. */
export type CivilTime = CivilDate & { hour: number; minute: number; second: number }

/**
 * The paper's zone. Not the same as +06:00: Bangladesh kept +07:00 from 20 June to 31 December 2009
 * and other offsets before October 1951 (IANA time zone database).
 */
export const PAPER_ZONE = 'Asia/Dhaka'

const MS_PER_DAY = 86_400_000
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * What clocks and calendars in `zone` show at an instant, years 1 to 9999.
 * @throws RangeError for an invalid date or an unknown zone
 */
export function civilTime(instant: Date, zone: string = PAPER_ZONE): CivilTime {
  const found: Record<string, number> = {}
  for (const { type, value } of zoneFormat(zone).formatToParts(instant)) found[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found
  return { year, month, day, hour, minute, second }
}

/** The zone's offset from UTC at an instant, in milliseconds, east positive. */
export function zoneOffsetMs(instant: Date, zone: string = PAPER_ZONE): number {
  return asUtcMs(civilTime(instant, zone)) - Math.floor(instant.getTime() / 1000) * 1000
}

/**
 * The instant at which clocks in `zone` show `wall`, by the offset in force then.
 * A time shown twice (23:00-23:59 on 31 December 2009 in Dhaka) means the first; a time skipped
 * (23:00-23:59 on 19 June 2009) means as long after the jump as it would have been: Temporal's rule `compatible`.
 */
export function instantOf(wall: CivilTime, zone: string = PAPER_ZONE): Date {
  const asUtc = asUtcMs(wall)
  // No zone changes twice within two days: one of the offsets a day before and after is in force.
  const before = zoneOffsetMs(new Date(asUtc - MS_PER_DAY), zone)
  const after = zoneOffsetMs(new Date(asUtc + MS_PER_DAY), zone)
  for (const offset of [before, after]) {
    const candidate = new Date(asUtc - offset)
    if (zoneOffsetMs(candidate, zone) === offset) return candidate
  }
  return new Date(asUtc - before)
}

/** Whether the calendar has this day: 31 February is none. */
export function isCivilDate({ year, month, day }: CivilDate): boolean {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return false
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** A count of days, for arithmetic between civil dates. @throws RangeError if the calendar has no such day */
export function dayNumber(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`no such day: ${JSON.stringify(date)}`)
  return asUtcMs({ ...date, hour: 0, minute: 0, second: 0 }) / MS_PER_DAY
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function asUtcMs({ year, month, day, hour, minute, second }: CivilTime): number {
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second))
  date.setUTCFullYear(year, month - 1, day) // Date.UTC reads years below 100 as 19xx
  return date.getTime()
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  let format = formatters.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, format)
  }
  return format
}
