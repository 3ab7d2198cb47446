import { formatClock, formatLongDate, formatUntil, toIsoInZone } from '@/lib/bengali/calendar/dates'

type InstantTextProps = { instant: Date; now: Date }

/** An instant in Dhaka time, with its weekday and its distance from now. */
export function InstantText({ instant, now }: InstantTextProps) {
  return (
    <time dateTime={toIsoInZone(instant)}>
      {formatLongDate(instant)}, {formatClock(instant)}
      {instant > now && ` (${formatUntil(instant, now)})`}
    </time>
  )
}
