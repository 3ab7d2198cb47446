import { z } from 'zod'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { wholeClusters } from '@/lib/bengali/text/whole-clusters'
import type { BodyRules } from './block-definition'
import type { Inline } from './inline'

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
  const normalized = (runs: Inline[]) =>
    wholeClusters(runs).map((each) => ({ ...each, text: normalizeText(each.text) }))
  const cell = z
    .array(inline)
    .max(max)
    .transform(normalized)
    .refine((runs) => runs.every(({ text }) => text.length >= min))
  return { runs: cell.refine((runs) => runs.length >= min), cell }
}
