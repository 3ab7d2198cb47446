import { toBengaliDigits } from '@/lib/bengali/digits'
import names from './names.json' with { type: 'json' }
import { type CivilDate, civilTime, dayNumber, PAPER_ZONE, zoneOffsetMs } from './zoned-time'

export { parseStamp } from './parse-stamp'
export { type CivilDate, PAPER_ZONE } from './zoned-time'

/*
 * Every function reads the clock of `zone`, never the machine's, and throws RangeError for an invalid date
 * or an unknown zone. Names and order are in our own tables: no Intl style prints a Bengali paper's stamp
 * (ICU writes `২০ মে, ২০২৪ এ ৮:০২ PM`).
 */

/** Months in the spelling of the Bangla Academy, as papers print them; weekdays from Sunday, as `Date.getUTCDay` counts. */
const { months, weekdays } = names

/**
 * The stamp of a story: `২০ মে ২০২৪, ০৮:০২ পিএম`. Day and hour always have two digits (`০১ জুলাই ২০২৪`), so that
 * stamps in a column keep one width; dates in running text (`formatDate`) do not.
 */
export function formatStamp(instant: Date, zone: string = PAPER_ZONE): string {
  const { day, month, year } = civilTime(instant, zone)
  return `${twoDigits(day)} ${months[month - 1]} ${toBengaliDigits(year)}, ${formatClock(instant, zone)}`
}

/** `২০ মে ২০২৪`, `১ জুলাই ২০২৪`: for running text and day pages. */
export function formatDate(instant: Date, zone: string = PAPER_ZONE): string {
  const { day, month, year } = civilTime(instant, zone)
  return `${toBengaliDigits(day)} ${months[month - 1]} ${toBengaliDigits(year)}`
}

/** `সোমবার, ২০ মে ২০২৪`: for the masthead. */
export function formatLongDate(instant: Date, zone: string = PAPER_ZONE): string {
  const weekday = new Date(dayNumber(civilDate(instant, zone)) * MS_PER_DAY).getUTCDay()
  return `${weekdays[weekday]}, ${formatDate(instant, zone)}`
}

/** `০৮:০২ পিএম`; midnight is `১২:০০ এএম`, noon `১২:০০ পিএম`. */
export function formatClock(instant: Date, zone: string = PAPER_ZONE): string {
  const { hour, minute } = civilTime(instant, zone)
  return `${twoDigits(hour % 12 || 12)}:${twoDigits(minute)} ${hour < 12 ? 'এএম' : 'পিএম'}`
}

/**
 * How long ago, in whole units cut off: `এইমাত্র` below a minute, `৫ মিনিট আগে` below an hour, `৩ ঘণ্টা আগে` on the
 * same day and for twelve hours across midnight, then `গতকাল`, then the date. A minute of clock skew ahead of `now`
 * is still এইমাত্র; anything later gives the date.
 */
export function formatAgo(instant: Date, now: Date, zone: string = PAPER_ZONE): string {
  const seconds = (now.getTime() - instant.getTime()) / 1000
  const hours = Math.floor(seconds / 3600)
  const days = dayNumber(civilDate(now, zone)) - dayNumber(civilDate(instant, zone))
  if (seconds < -60) return formatDate(instant, zone)
  if (seconds < 60) return 'এইমাত্র'
  if (hours < 1) return `${toBengaliDigits(Math.floor(seconds / 60))} মিনিট আগে`
  if (days === 0 || hours < 12) return `${toBengaliDigits(hours)} ঘণ্টা আগে`
  return days === 1 ? 'গতকাল' : formatDate(instant, zone)
}

/** How long until then, in whole units: `এক মিনিটের মধ্যে`, `৫ মিনিট পরে`, `৩ ঘণ্টা ২০ মিনিট পরে`, from two days on `৪ দিন পরে`. */
export function formatUntil(instant: Date, now: Date): string {
  const minutes = Math.floor((instant.getTime() - now.getTime()) / 60_000)
  const hours = Math.floor(minutes / 60)
  if (minutes < 1) return 'এক মিনিটের মধ্যে'
  if (hours < 1) return `${toBengaliDigits(minutes)} মিনিট পরে`
  if (hours >= 48) return `${toBengaliDigits(Math.floor(hours / 24))} দিন পরে`
  const rest = minutes % 60 === 0 ? '' : ` ${toBengaliDigits(minutes % 60)} মিনিট`
  return `${toBengaliDigits(hours)} ঘণ্টা${rest} পরে`
}

/**
 * `2024-05-20T20:02:00+06:00`, for machines (JSON-LD, `<time>`, feeds): RFC 3339 with the offset in force at that
 * instant, to the second. An offset that is not whole minutes (Dhaka before October 1941) is rounded, and the time with it,
 * so that the string means the same instant.
 */
export function toIsoInZone(instant: Date, zone: string = PAPER_ZONE): string {
  const offsetMinutes = Math.round(zoneOffsetMs(instant, zone) / 60_000)
  const wall = new Date(instant.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const size = Math.abs(offsetMinutes)
  const clock = [Math.floor(size / 60), size % 60].map((n) => String(n).padStart(2, '0')).join(':')
  return `${wall}${offsetMinutes < 0 ? '-' : '+'}${clock}`
}

/** The calendar month at an instant, for addresses and tags: `2024-05`. The database says the same (`monthOf`). */
export function calendarMonth(instant: Date, zone: string = PAPER_ZONE): string {
  const { year, month } = civilDate(instant, zone)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}

/** The calendar day in `zone` at an instant. */
export function civilDate(instant: Date, zone: string = PAPER_ZONE): CivilDate {
  const { year, month, day } = civilTime(instant, zone)
  return { year, month, day }
}

const MS_PER_DAY = 86_400_000

function twoDigits(n: number): string {
  return toBengaliDigits(String(n).padStart(2, '0'))
}
