import { z } from 'zod'
import { categorySlug, instant } from '@/lib/content-model/input'
import { filledText, rowNumber } from '@/lib/content-model/text-input'
import { topCount } from './front'

/** When the choice expires. */
const until = instant.nullish().transform((end) => end ?? null)

const isDistinct = (values: unknown[]) => new Set(values).size === values.length

// More categories than any masthead has.
const maxBlocks = 100

/** The most letters of a strip: one line on a wide screen, three on a phone. */
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

/** An editor's choices for the front page, as a form sends them and as the history stores them. */
export const choiceInput = z.object({ pins, blocks, breaking }).refine(
  (choice) => isDistinct([...choice.pins, ...choice.blocks].map((pin) => pin.id)),
  // A story has one place; the later of two counts.
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
