import { formatClock, formatDate } from './dates'
import { parseStamp } from './parse-stamp'
import {
  type CivilDate,
  type CivilTime,
  civilTime,
  instantOf,
  PAPER_ZONE,
  zoneOffsetMs,
} from './zoned-time'

/** The result of parsing the date and the time of a form. */
export type WallReading =
  | { kind: 'instant'; instant: Date }
  /** No date or no time of a clock: 31 February, ২৫:০০. */
  | { kind: 'unreadable' }
  /** Skipped when clocks were put forward. */
  | { kind: 'skipped' }
  /** Shown twice when clocks were put back. */
  | { kind: 'twice' }

const isSame = (one: CivilTime, other: CivilTime) =>
  one.day === other.day && one.hour === other.hour && one.minute === other.minute

const dayMs = 86_400_000

/** The day that a text names, in any of the forms `parseStamp` reads; null for what is none. */
export function readDay(text: string): CivilDate | null {
  const instant = parseStamp(text.trim(), 'UTC')
  return instant && civilTime(instant, 'UTC')
}

// Any day: a time alone is none of the texts that `parseStamp` reads.
const anyDay = '2000-01-01'

/** The hour and minute that a text names: ০৮:০২ পিএম, 20:02, রাত ৮টা; null for what is none. */
function readClock(text: string): { hour: number; minute: number } | null {
  const instant = text.trim() === '' ? null : parseStamp(`${anyDay} ${text.trim()}`, 'UTC')
  return instant && civilTime(instant, 'UTC')
}

/**
 * The instant at which clocks in `zone` show that date and time, as they are typed into the fields of a form: in the
 * paper's own form (২৫ নভেম্বর ২০২৬, ০৬:৩০ পিএম) or any other that `parseStamp` reads. Unlike `instantOf` it reports
 * times that clocks skip or show twice.
 */
export function readWallTime(date: string, time: string, zone: string = PAPER_ZONE): WallReading {
  const [day, clock] = [readDay(date), readClock(time)]
  if (!day || !clock) return { kind: 'unreadable' }
  const { hour, minute } = clock
  const wall = { year: day.year, month: day.month, day: day.day, hour, minute, second: 0 }
  const instant = instantOf(wall, zone)
  if (!isSame(civilTime(instant, zone), wall)) return { kind: 'skipped' }
  const before = zoneOffsetMs(new Date(instant.getTime() - dayMs), zone)
  const after = zoneOffsetMs(new Date(instant.getTime() + dayMs), zone)
  const other = new Date(instant.getTime() + before - after)
  const isTwice = before !== after && isSame(civilTime(other, zone), wall)
  return isTwice ? { kind: 'twice' } : { kind: 'instant', instant }
}

/** The values of the two fields for an instant, as the paper writes them. */
export const wallFields = (
  instant: Date,
  zone: string = PAPER_ZONE,
): { date: string; time: string } => ({
  date: formatDate(instant, zone),
  time: formatClock(instant, zone),
})
