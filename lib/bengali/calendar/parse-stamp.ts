import { toLatinDigits } from '@/lib/bengali/digits'
import { normalizeText } from '@/lib/bengali/text/normalize'
import stampWords from './parse-stamp.json' with { type: 'json' }
import { type CivilDate, type CivilTime, instantOf, isCivilDate, PAPER_ZONE } from './zoned-time'

const MAX_LENGTH = 120

/**
 * `months`: spellings met in print and in old archives, full and short; `simplify` already folds ী/ি, ূ/ু, ষ/স and nuktas.
 * `idleWords`: words a stamp may carry that do not say when.
 */
const { months, idleWords, labels } = stampWords

/** Hours each part of the day may name, 1-12 as spoken, with the hour of the clock it stands for. */
const HOURS_OF_PART: [parts: string[], toHour: (spoken: number) => number | undefined][] = [
  [['ভোর'], (h) => within(h, 2, 6, 0)],
  [['সকাল'], (h) => within(h, 5, 11, 0)],
  [['দুপুর'], (h) => within(h, 11, 12, 0) ?? within(h, 1, 4, 12)],
  [['বেলা'], (h) => within(h, 9, 12, 0) ?? within(h, 1, 4, 12)],
  [['বিকেল', 'বিকাল'], (h) => within(h, 2, 6, 12)],
  [['সন্ধ্যা', 'সন্ধা'], (h) => within(h, 5, 8, 12)],
  [['মধ্যরাত', 'রাত্রি', 'রাত'], (h) => (h === 12 ? 0 : (within(h, 6, 11, 12) ?? within(h, 1, 5, 0)))],
]

const word = (pattern: string) => `(?<![\\p{L}\\p{M}\\d])(?:${pattern})(?![\\p{L}\\p{M}\\d])`
const oneOf = (words: string[]) => words.map(simplify).join('|')

const MONTH = `(${oneOf(months.flat())})[.ঃ]?`
const DAY = '(\\d{1,2})(?:\\s*(?:লা|রা|ঠা|ই|শে|st|nd|rd|th))?'
const GAP = '[\\s/-]*'
const DAY_FIRST = new RegExp(word(`${DAY}${GAP}${MONTH}${GAP}(\\d{4})`), 'u')
const MONTH_FIRST = new RegExp(word(`${MONTH}\\s*${DAY}\\s+(\\d{4})`), 'u')
const YEAR_FIRST = new RegExp(word(`(\\d{4})${GAP}${MONTH}${GAP}${DAY}`), 'u')
const DAY_NUMBERS = new RegExp(word('(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})'), 'u')
const YEAR_NUMBERS = new RegExp(word('(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})'), 'u')
const LABEL = new RegExp(`^(?:${oneOf(labels)})\\s*:\\s*`, 'u')
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})t(?=\d)/

const MERIDIEM = '(এ\\.?\\s?এম|পি\\.?\\s?এম|am|pm|a\\.\\s?m|p\\.\\s?m|পুর্বাহ্ন|অপরাহ্ন)\\.?'
const PART = `(দিবাগত\\s+)?(${oneOf(HOURS_OF_PART.flatMap(([parts]) => parts))})(?:য|ে)?`
const CLOCK = '(\\d{1,2})\\s?:\\s?(\\d{2})(?:\\s?:\\s?(\\d{2})(?:[.]\\d+)?)?'
const BY_PART = new RegExp(
  word(
    `${PART}\\s*(?:(${oneOf(['সাড়ে', 'পৌনে', 'সোয়া'])})\\s*)?(\\d{1,2})(?:\\s?[:.]\\s?(\\d{2}))?\\s*(?:টা(?:য|র)?|টে)?(?:\\s*(?:(\\d{1,2})\\s*)?মিনিট(?:ে)?)?`,
  ),
  'u',
)
const BY_CLOCK = new RegExp(
  word(`${CLOCK}(?:\\s*(?:টা|মিনিট))?(?:\\s*${MERIDIEM})?(?:\\s*(z|gmt|utc|[+-]\\d{2}:?\\d{2}))?`),
  'u',
)
const BY_HOUR = new RegExp(word(`(\\d{1,2})(?:\\.(\\d{2}))?\\s*(?:টা\\s*)?${MERIDIEM}`), 'u')

type Clock = { hour: number; minute: number; second: number; dayShift: number; offsetMs?: number }
type Found<T> = { value: T; rest: string }

/**
 * The instant a printed date means, or null when the text is anything else (nothing may be left over).
 *
 * Dates: `২০ মে ২০২৪`, `মে ২০, ২০২৪`, `২০২৪ মে ২০`, `২০শে মে, ২০২৪`, `২০/০৫/২০২৪` (day first; two-digit years are
 * 1970-2069), ISO and RFC 822; names in Bengali or English in their usual spellings; a weekday is allowed and not checked.
 * Times, before or after the date: `০৮:০২ পিএম`, `20:02`, `রাত ৮টা ২ মিনিট`, `বিকেল সাড়ে ৩টা`; without one, the
 * day's start. `রাত ১২টা` is the start of the day named; `দিবাগত রাত ১টা` is the next day's.
 * A label such as `আপডেট:` may stand first. Digits may be Bengali, Latin or mixed.
 *
 * The wall time is read in `zone` by the offset in force then (`instantOf` says what of skipped and doubled times); an
 * offset in the text wins. Days the calendar has not, such as ৩১ ফেব্রুয়ারি, are null, and so are days without a year.
 * @throws RangeError for an unknown zone
 */
export function parseStamp(text: string, zone: string = PAPER_ZONE): Date | null {
  if (text.length > MAX_LENGTH) return null
  const simple = simplify(text).replace(LABEL, '').replace(ISO_TIME, '$1 ')
  const clock = takeClock(simple)
  const date = takeDate(clock ? clock.rest : simple)
  if (!date || !isIdle(date.rest) || !isCivilDate(date.value) || date.value.year < 1000) return null
  if (clock && clock.value === null) return null
  return toInstant(date.value, clock?.value ?? MIDNIGHT, zone)
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, dayShift: 0 }

function toInstant(date: CivilDate, clock: Clock, zone: string): Date {
  const { hour, minute, second, dayShift, offsetMs } = clock
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day + dayShift))
  const wall: CivilTime = {
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
    hour,
    minute,
    second,
  }
  if (offsetMs === undefined) return instantOf(wall, zone)
  return new Date(day.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 - offsetMs)
}

/** One spelling for what print spells in several ways; used on the input and on the tables alike. */
function simplify(text: string): string {
  return toLatinDigits(normalizeText(text))
    .toLowerCase()
    .replace(/[\u09BC\u200C\u200D]/g, '')
    .replace(/ী/g, 'ি')
    .replace(/ূ/g, 'ু')
    .replace(/ষ/g, 'স')
    .replace(/[\s,()।]+/g, ' ')
    .trim()
}

function takeDate(text: string): Found<CivilDate> | null {
  for (const [pattern, order] of [
    [DAY_FIRST, 'dmy'],
    [MONTH_FIRST, 'mdy'],
    [YEAR_FIRST, 'ymd'],
    [YEAR_NUMBERS, 'y-md'],
    [DAY_NUMBERS, 'd-my'],
  ] as const) {
    const match = pattern.exec(text)
    if (!match) continue
    const part = (letter: string) => match[order.indexOf(letter) + 1] ?? ''
    const value = { year: fullYear(part('y')), month: monthOf(part('m')), day: Number(part('d')) }
    return { value, rest: without(text, match) }
  }
  return null
}

/** `value` is null when a time is there and cannot be, such as সকাল ২০টা. */
function takeClock(text: string): Found<Clock | null> | null {
  for (const [pattern, read] of [
    [BY_PART, readByPart],
    [BY_CLOCK, readByClock],
    [BY_HOUR, (m: string[]) => clockOf(m[1], m[2], undefined, m[3])],
  ] as const) {
    const match = pattern.exec(text)
    if (match) return { value: read([...match]), rest: without(text, match) }
  }
  return null
}

function readByPart(m: (string | undefined)[]): Clock | null {
  const [, dibagato, part = '', fraction, spoken, minutes = '0', minuteWords] = m
  const hours = HOURS_OF_PART.find(([names]) => names.some((name) => simplify(name) === part))
  const named = Number(spoken)
  const hour = named > 12 ? named : hours?.[1](named)
  const asPrinted = hour === undefined ? null : clockOf(String(hour), minuteWords ?? minutes)
  if (!asPrinted || (named > 12 && hours?.[1](named - 12) !== named)) return null
  const shift = { সাডে: 30, সোযা: 15, পৌনে: -15 }[fraction ?? ''] ?? 0
  const total = asPrinted.hour * 60 + asPrinted.minute + shift
  const inDay = (total + 1440) % 1440 // a quarter to midnight is still the evening's
  const dayShift = dibagato && inDay < 6 * 60 ? 1 : 0
  return { hour: Math.floor(inDay / 60), minute: inDay % 60, second: 0, dayShift }
}

function readByClock(m: (string | undefined)[]): Clock | null {
  const clock = clockOf(m[1], m[2], m[3], m[4])
  const offset = m[5]
  if (!clock || !offset) return clock
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? []
  if (Number(hours) > 18 || Number(minutes) > 59) return null
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000
  return { ...clock, offsetMs: sign === '-' ? -size : size }
}

/** Twelve-hour when a meridiem says so; an hour past 12 with পিএম is taken as it stands, as careless templates print it. */
function clockOf(h?: string, m = '0', s = '0', meridiem?: string): Clock | null {
  let hour = Number(h)
  const isMorning = meridiem !== undefined && /^(?:এ|a|পু)/.test(meridiem)
  if (isMorning && hour > 12) return null
  if (meridiem !== undefined && hour <= 12) hour = (hour % 12) + (isMorning ? 0 : 12)
  const [minute, second] = [Number(m), Number(s)]
  return hour < 24 && minute < 60 && second < 60 ? { hour, minute, second, dayShift: 0 } : null
}

function within(spoken: number, from: number, to: number, add: number): number | undefined {
  return spoken >= from && spoken <= to ? spoken + add : undefined
}

function monthOf(text: string): number {
  const found = months.findIndex((names) => names.some((name) => simplify(name) === text))
  return found < 0 ? Number(text) : found + 1
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
}

const IDLE = new RegExp(
  word(
    `(?:${oneOf(idleWords.flatMap((line) => line.split(' ')))})(?:বার|day|nesday|rsday|sday|urday)?`,
  ),
  'gu',
)

function isIdle(rest: string): boolean {
  return !/[^\s.|-]/.test(rest.replace(IDLE, ''))
}
