import { toBengaliDigits } from '@/lib/bengali/digits'
import { civilDate } from './dates'
import names from './names.json' with { type: 'json' }
import { type CivilDate, dayNumber, isLeapYear, PAPER_ZONE } from './zoned-time'

/** The year begins with Boishakh; a season is two months. */
const { banglaMonths, seasons } = names

/**
 * `2019`: six months of 31 days, then 30, Falgun 29 and in a leap year 30 (the reform in force from 16 October 2019).
 * `1987`: five months of 31 days, then 30, Falgun in a leap year 31.
 * `inForce`: whichever Bangladesh used on the day.
 */
export type BanglaRule = 'inForce' | '2019' | '1987'

export type BanglaDate = CivilDate & { monthName: string; season: string }

const REFORM = dayNumber({ year: 2019, month: 10, day: 16 })

/**
 * Bangladesh's civil Bangla date. The year begins on 14 April; leap years are those of the Gregorian year in which Falgun
 * falls. The day changes at midnight, as in offices and on mastheads (almanacs change it at sunrise).
 * Before 1987, when papers followed older almanacs, the 1987 rule is applied.
 * West Bengal's calendar is another one: see docs/decisions/003-west-bengal-calendar.md.
 * @throws RangeError if the civil calendar has no such day
 * @see bdnews24, 17 October 2019, on the ministry's circular and the committee's report of 2015
 */
export function toBanglaDate(date: CivilDate, rule: BanglaRule = 'inForce'): BanglaDate {
  const today = dayNumber(date)
  const startYear =
    date.month > 4 || (date.month === 4 && date.day >= 14) ? date.year : date.year - 1
  const isReformed = rule === 'inForce' ? today >= REFORM : rule === '2019'
  let day = today - dayNumber({ year: startYear, month: 4, day: 14 })
  let month = 0
  for (const length of monthLengths(isReformed, isLeapYear(startYear + 1))) {
    if (day < length) break
    day -= length
    month++
  }
  const monthName = banglaMonths[month]
  const season = seasons[Math.floor(month / 2)]
  if (!monthName || !season) throw new Error('a Bangla year is as long as a civil one')
  return { year: startYear - 593, month: month + 1, day: day + 1, monthName, season }
}

export type BanglaDateOptions = { rule?: BanglaRule; withEra?: boolean }

/** `৬ জ্যৈষ্ঠ ১৪৩১`, with the era `৬ জ্যৈষ্ঠ ১৪৩১ বঙ্গাব্দ`: the day it is in `zone`. @throws RangeError for an invalid date */
export function formatBanglaDate(
  instant: Date,
  { rule, withEra = false }: BanglaDateOptions = {},
  zone: string = PAPER_ZONE,
): string {
  const { day, monthName, year } = toBanglaDate(civilDate(instant, zone), rule)
  return `${toBengaliDigits(day)} ${monthName} ${toBengaliDigits(year)}${withEra ? ' বঙ্গাব্দ' : ''}`
}

function monthLengths(isReformed: boolean, isLeap: boolean): number[] {
  const falgun = (isReformed ? 29 : 30) + (isLeap ? 1 : 0)
  return [31, 31, 31, 31, 31, isReformed ? 31 : 30, 30, 30, 30, 30, falgun, 30]
}
