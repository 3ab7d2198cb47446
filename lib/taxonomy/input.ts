import { z } from 'zod'
import { filledText, rowNumber, text, webAddress } from '@/lib/content-model/text-input'

/** A writer or a desk; without a kind, the name decides which. */
export const contributorInput = z.object({
  name: filledText(120),
  kind: z.enum(['person', 'desk']).optional(),
})
export const topicInput = z.object({ name: filledText(120) })
export const sourceInput = z.object({ name: filledText(120), url: webAddress.nullish() })

/** The last part of a contributor's or a topic's address, as the database checks it too. */
const nameSlug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const entryInput = z.object({ id: rowNumber, name: filledText(120) })
/** The address stays unchanged by default. An old address redirects to the new one. */
const entryWithSlugInput = entryInput.extend({ slug: nameSlug.optional() })

export const editContributorInput = entryWithSlugInput.extend({
  kind: z.enum(['person', 'desk']),
  /** A short description; '' removes it. */
  bio: text(1_000),
})
export const editTopicInput = entryWithSlugInput
export const editSourceInput = entryInput.extend({ url: webAddress.nullable() })
export const mergeNamesInput = z.object({
  id: rowNumber,
  /** The one that stays. */
  intoId: rowNumber,
})
