import { z } from 'zod'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { linkInput } from '@/lib/content-model/text-input'
import type { BodyRules } from './block-definition'

/** The runs of a paragraph, and those of a table's cell, which may be empty. */
export function runInputs({ run, runs: { min, max } }: BodyRules) {
  const inline = z
    .object({
      // A run may begin or end with the blank between two marks: text normalization without the trim.
      text: z.string().max(run).transform(normalizeText).pipe(z.string().min(min)),
      bold: z.literal(true).optional(),
      italic: z.literal(true).optional(),
      href: linkInput.optional(),
    })
    .strict()
  return { runs: z.array(inline).min(min).max(max), cell: z.array(inline).max(max) }
}
