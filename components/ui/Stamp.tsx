import {
  civilDate,
  formatClock,
  formatDate,
  formatStamp,
  toIsoInZone,
} from '@/lib/bengali/calendar/dates'

type StampProps = { at: Date }

/** An instant in full: "২০ মে ২০২৪, ০৮:০২ পিএম". */
export function Stamp({ at }: StampProps) {
  return <time dateTime={toIsoInZone(at)}>{formatStamp(at)}</time>
}

const isSameDay = (a: Date, b: Date) =>
  JSON.stringify(civilDate(a)) === JSON.stringify(civilDate(b))

type ListStampProps = { at: Date; now: Date }

/** An instant beside a story in a list: the hour if it is of the day the page is made on, else the date. */
export function ListStamp({ at, now }: ListStampProps) {
  return (
    <time className="text-14 text-quiet" dateTime={toIsoInZone(at)}>
      {isSameDay(at, now) ? formatClock(at) : formatDate(at)}
    </time>
  )
}
