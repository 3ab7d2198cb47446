import { toBengaliDigits } from '@/lib/bengali/digits'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A span in its two largest units, cut off: `২ দিন ৩ ঘণ্টা`, `৫ ঘণ্টা ১০ মিনিট`, `৭ মিনিট`; below a minute `এক মিনিটের কম`. */
export function formatDuration(ms: number): string {
  const [days, hours, minutes] = [
    Math.floor(ms / day),
    Math.floor((ms % day) / hour),
    Math.floor((ms % hour) / minute),
  ] as const
  const parts =
    days > 0
      ? [formatUnit(days, 'দিন'), formatUnit(hours, 'ঘণ্টা')]
      : [formatUnit(hours, 'ঘণ্টা'), formatUnit(minutes, 'মিনিট')]
  return parts.filter(Boolean).join(' ') || 'এক মিনিটের কম'
}

const formatUnit = (count: number, unit: string) =>
  count > 0 ? `${toBengaliDigits(count)} ${unit}` : ''
