import { nextMidnight } from '@/lib/bengali/calendar/next-midnight'

/** The most common expiry choices for the front page, counted from `now`. */
export const expiryPresets = ['hour', 'threeHours', 'midnight'] as const
export type ExpiryPreset = (typeof expiryPresets)[number]

const hour = 3_600_000

export function expiryOf(choice: ExpiryPreset, now: Date): Date {
  switch (choice) {
    case 'hour':
      return new Date(now.getTime() + hour)
    case 'threeHours':
      return new Date(now.getTime() + 3 * hour)
    case 'midnight':
      return nextMidnight(now)
  }
}
