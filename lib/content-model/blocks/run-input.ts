import { z } from 'zod'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { wholeClusters } from '@/lib/bengali/text/whole-clusters'
import type { BodyRules } from './block-definition'
import type { Inline } from './inline'

// Text that people write is stable after the first; heaps of marks may take some more.
const maxPasses = 6

/** The runs of a paragraph, and those of a table's cell, which may be empty. */
export function runInputs({ run, runs: { min, max }, linkInput }: BodyRules) {
  const inline = z
    .object({
      text: z.string().max(run),
      bold: z.literal(true).optional(),
      italic: z.literal(true).optional(),
      href: linkInput.optional(),
    })
    .strict()
  // A run may begin or end with the blank between two marks: text normalization without the trim.
  // Again until nothing changes: what one run loses may join the runs beside it.
  const normalized = (runs: Inline[], passes = 1): Inline[] => {
    const once = wholeClusters(runs).map((each) => ({ ...each, text: normalizeText(each.text) }))
    const isStable =
      once.length === runs.length && once.every(({ text }, at) => text === runs[at]?.text)
    return isStable || passes === maxPasses ? once : normalized(once, passes + 1)
  }
  const cell = z
    .array(inline)
    .max(max)
    .transform((runs) => normalized(runs))
    .refine((runs) => runs.every(({ text }) => text.length >= min))
  return { runs: cell.refine((runs) => runs.length >= min), cell }
}
