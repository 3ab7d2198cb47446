import { z } from 'zod'
import { filledText, webAddress } from '@/lib/content-model/text-input'

/** Somebody who writes, or a desk; left out, the name itself tells which. */
export const contributorInput = z.object({
  name: filledText(120),
  kind: z.enum(['person', 'desk']).optional(),
})
export const topicInput = z.object({ name: filledText(120) })
export const sourceInput = z.object({ name: filledText(120), url: webAddress.nullish() })
