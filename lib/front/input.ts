import { z } from 'zod'
import { instant, rowNumber } from '@/lib/articles/input'
import { secondsCount } from './front'

export const pinsInput = z.object({
  /** The lead first, then the seconds; empty: the page sets itself. */
  pins: z
    .array(
      z.object({
        id: rowNumber,
        /** From then on the place is free. */
        until: instant.nullish(),
      }),
    )
    .max(1 + secondsCount)
    .refine((pins) => new Set(pins.map((pin) => pin.id)).size === pins.length),
  /** The stories that were pinned when the editor looked, in order; null says that nobody looked. */
  expectedIds: z.array(rowNumber).nullable(),
})
