import { z } from 'zod'
import { categorySlug, instant } from '@/lib/content-model/input'
import { filledText, rowNumber } from '@/lib/content-model/text-input'
import { topCount } from './front'

/** From then on the place is free. */
const until = instant.nullish().transform((end) => end ?? null)

const isDistinct = (values: unknown[]) => new Set(values).size === values.length

// More categories than any masthead has.
const maxBlocks = 100

/** The letters of a strip: what stands in one line on a wide screen, and in three on a phone. */
const maxBreakingLength = 160

const pins = z
  .array(
    z.object({
      place: z
        .int()
        .min(0)
        .max(topCount - 1),
      id: rowNumber,
      until,
    }),
  )
  .max(topCount)
  .refine((all) => isDistinct(all.map((pin) => pin.place)))
const blocks = z
  .array(z.object({ category: categorySlug, id: rowNumber, until }))
  .max(maxBlocks)
  .refine((all) => isDistinct(all.map((pin) => pin.category)))
const breaking = z
  .object({
    text: filledText(maxBreakingLength),
    /** The story it leads to. */
    id: rowNumber.nullable(),
    until,
  })
  .nullable()

/** What an editor decides of the front page: as a form sends it, and as its history keeps it. */
export const choiceInput = z.object({ pins, blocks, breaking }).refine(
  (choice) => isDistinct([...choice.pins, ...choice.blocks].map((pin) => pin.id)),
  // A story stands in one place: the later of two.
  { path: ['blocks'] },
)

export const frontInput = z.object({
  choice: choiceInput,
  /** The edition that was there when the editor looked; 0 before the first, null says that nobody looked. */
  expectedEdition: z.int().min(0).max(2_147_483_647).nullable(),
})

export const pinsInput = z.object({
  /** The lead first, then the seconds; empty: the page sets itself. */
  pins: z
    .array(z.object({ id: rowNumber, until }))
    .max(topCount)
    .refine((all) => isDistinct(all.map((pin) => pin.id))),
  /** The stories that were pinned when the editor looked, in order; null says that nobody looked. */
  expectedIds: z.array(rowNumber).nullable(),
})
