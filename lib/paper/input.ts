import { z } from 'zod'
import { twoStepRule } from '@/lib/auth/two-step-rule'
import { filledText, text } from '@/lib/content-model/text-input'
import { aiPolicy, checkName, checkWeight } from './settings'

const hijriMonth = z.string().regex(/^1[34]\d\d-(?:[1-9]|1[0-2])$/)
const hijriDays = z.int().min(-3).max(3)

/** The paper as every page shows it. */
export const paperInput = z.object({
  name: filledText(100),
  tagline: text(200),
  editor: text(200),
  publisher: text(200),
  address: text(500),
  phone: text(100),
  email: z.union([z.literal(''), z.email().max(254)]),
  /** Months that did not begin a day after Umm al-Qura's: `{"1447-3": -2}` (lib/bengali/calendar/hijri.ts). */
  hijriOffsets: z
    .record(hijriMonth, hijriDays)
    .refine((months) => Object.keys(months).length <= 60),
})

/** Settings of the paper; a setting that is left out stays unchanged. */
export const settingsInput = z.strictObject({
  twoStep: twoStepRule.optional(),
  twoStepFrom: z.iso.datetime().nullable().optional(),
  checklist: z.record(checkName, checkWeight).optional(),
  aiCrawlers: aiPolicy.optional(),
})
