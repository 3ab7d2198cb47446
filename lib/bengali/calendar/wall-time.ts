import { toLatinDigits } from '@/lib/bengali/digits'
import {
  type CivilTime,
  civilTime,
  instantOf,
  isCivilDate,
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

/**
 * The instant at which clocks in `zone` show that date (`2026-11-25`) and time (`18:30`), as the fields of a form give
 * them; digits may be Bengali. Unlike `instantOf` it reports times that clocks skip or show twice.
 */
export function readWallTime(date: string, time: string, zone: string = PAPER_ZONE): WallReading {
  const parts = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(
    toLatinDigits(`${date.trim()} ${time.trim()}`),
  )
  const [year = 0, month = 0, day = 0, hour = 99, minute = 99] = (parts ?? []).slice(1).map(Number)
  const wall = { year, month, day, hour, minute, second: 0 }
  if (!isCivilDate(wall) || hour > 23 || minute > 59) return { kind: 'unreadable' }
  const instant = instantOf(wall, zone)
  if (!isSame(civilTime(instant, zone), wall)) return { kind: 'skipped' }
  const before = zoneOffsetMs(new Date(instant.getTime() - dayMs), zone)
  const after = zoneOffsetMs(new Date(instant.getTime() + dayMs), zone)
  const other = new Date(instant.getTime() + before - after)
  const isTwice = before !== after && isSame(civilTime(other, zone), wall)
  return isTwice ? { kind: 'twice' } : { kind: 'instant', instant }
}

/** The values of the two fields for an instant. */
export function wallFields(
  instant: Date,
  zone: string = PAPER_ZONE,
): { date: string; time: string } {
  const { year, month, day, hour, minute } = civilTime(instant, zone)
  const two = (n: number) => String(n).padStart(2, '0')
  return { date: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` }
}
