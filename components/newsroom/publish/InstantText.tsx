import {
  formatClockWords,
  formatLongDate,
  formatUntil,
  toIsoInZone,
} from '@/lib/bengali/calendar/dates'

type InstantTextProps = { instant: Date; now: Date }

/** An instant by the clocks of Dhaka, with its weekday, and how far off it is. */
export function InstantText({ instant, now }: InstantTextProps) {
  return (
    <time dateTime={toIsoInZone(instant)}>
      {formatLongDate(instant)}, {formatClockWords(instant)}
      {instant > now && ` (${formatUntil(instant, now)})`}
    </time>
  )
}
