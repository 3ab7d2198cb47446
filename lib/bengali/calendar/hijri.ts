import { toBengaliDigits } from '@/lib/bengali/digits'
import { civilDate } from './dates'
import names from './names.json' with { type: 'json' }
import { type CivilDate, dayNumber, PAPER_ZONE } from './zoned-time'

/** The paper's spelling; Bangladeshi papers do not print ICU's জ্বিলকদ, জ্বিলহজ্জ and শা‘বান. */
const { hijriMonths } = names

export type HijriDate = CivilDate & { monthName: string }

/** A Hijri month in settings: year and month from 1, unpadded (`1446-9` is রমজান ১৪৪৬). */
export type HijriMonthKey = `${number}-${number}`

/**
 * By how many days Bangladesh's dates differ from Saudi Arabia's Umm al-Qura calendar; -1 is a day behind.
 * `monthOffsets` holds the decisions of the moon-sighting committee: -n for a month that began n days after Umm al-Qura's.
 * It moves only the first day of that month; the month before becomes longer or shorter.
 */
export type HijriOffsets = {
  offsetDays?: number
  monthOffsets?: Readonly<Record<HijriMonthKey, number>>
}

const MS_PER_DAY = 86_400_000
const MAX_OFFSET_DAYS = 3
/** Matched 10 of 10 rows printed in Bangladeshi papers (shared measurements, November 2026); a habit, not a law. */
const USUAL_OFFSET_DAYS = -1

const ummAlQura = new Intl.DateTimeFormat('en-US-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

/**
 * The Hijri date printed in Bangladesh on a civil day; the day changes at midnight, as on mastheads, not at sunset.
 * Umm al-Qura tables cover 1882 to 2174; outside them ICU reckons the civil Islamic calendar.
 * @throws RangeError if there is no such civil day, or an offset is not a whole number from -3 to 3
 */
export function toHijriDate(date: CivilDate, offsets: HijriOffsets = {}): HijriDate {
  const today = dayNumber(date)
  const here = monthAt(today)
  const next = monthAt(here.firstDay + 30)
  const previous = monthAt(here.firstDay - 1)
  for (const { year, month, firstDay } of [next, here, previous]) {
    const printedFirstDay = firstDay - offsetOf(year, month, offsets)
    const monthName = hijriMonths[month - 1]
    if (today >= printedFirstDay && monthName) {
      return { year, month, day: today - printedFirstDay + 1, monthName }
    }
  }
  throw new Error('three Hijri months on end span every offset allowed')
}

/** `১১ জিলকদ ১৪৪৫`, without an era: the day it is in `zone`. @throws RangeError as `toHijriDate`, and for an invalid date */
export function formatHijriDate(
  instant: Date,
  offsets: HijriOffsets = {},
  zone: string = PAPER_ZONE,
): string {
  const { day, monthName, year } = toHijriDate(civilDate(instant, zone), offsets)
  return `${toBengaliDigits(day)} ${monthName} ${toBengaliDigits(year)}`
}

/** The Umm al-Qura month that holds a day, with the day it begins on. */
function monthAt(day: number): { year: number; month: number; firstDay: number } {
  const found: Record<string, number> = {}
  for (const { type, value } of ummAlQura.formatToParts(new Date(day * MS_PER_DAY))) {
    found[type] = Number(value)
  }
  const { year = 0, month = 0, day: dayOfMonth = 1 } = found
  return { year, month, firstDay: day - dayOfMonth + 1 }
}

function offsetOf(year: number, month: number, offsets: HijriOffsets): number {
  const { offsetDays = USUAL_OFFSET_DAYS, monthOffsets = {} } = offsets
  const offset = monthOffsets[`${year}-${month}`] ?? offsetDays
  if (!Number.isInteger(offset) || Math.abs(offset) > MAX_OFFSET_DAYS) {
    throw new RangeError(`not a Hijri offset: ${offset}`)
  }
  return offset
}
