import { z } from 'zod'
import { rowNumber } from '@/lib/content-model/text-input'
import { defaultLinkHours, linkHours } from './preview-link'

const linkId = z.string().regex(/^[0-9a-f]{32}$/)

export const createLinkInput = z
  .object({
    articleId: rowNumber,
    /** The form's own, random: sent twice, it makes one link. The link is known by it. */
    key: linkId,
    hours: z.union(linkHours.map((hours) => z.literal(hours))).default(defaultLinkHours),
    /** The working copy that was looked at; null for whatever there is. */
    copyVersion: z.int().min(0).max(2_147_483_647).nullable(),
  })
  .strict()

export const revokeLinkInput = z.object({ articleId: rowNumber, id: linkId }).strict()
