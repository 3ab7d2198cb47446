import { toBengaliDigits, toLatinDigits } from '@/lib/bengali/digits'

// The Unicode minus, and the dashes of phone keyboards.
const minus = /[−–—]/g

/** Parses the offsets of months, one a line: "১৪৪৭-৩ = -২". Null when a line is invalid. */
export function readHijriLines(typed: string): Record<string, number> | null {
  const lines = toLatinDigits(typed)
    .replace(minus, '-')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  const entries = lines.map((line) => /^\s*(\d{4})-0?(\d{1,2})\s*[=:]\s*([+-]?\d)\s*$/.exec(line))
  if (entries.some((entry) => entry === null)) return null
  return Object.fromEntries(
    entries.flatMap((entry) => (entry ? [[`${entry[1]}-${entry[2]}`, Number(entry[3])]] : [])),
  )
}

/** The ordinal of a month such as "1447-3". */
function placeOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return year * 12 + number
}

/** The offsets as lines, oldest month first. */
export const writeHijriLines = (offsets: Record<string, number>): string =>
  Object.entries(offsets)
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([month, days]) => toBengaliDigits(`${month} = ${days}`))
    .join('\n')
