import { z } from 'zod'
import { twoStepRule } from '@/lib/auth/two-step-rule'

/** Whether a finding blocks publishing, only warns, or is not looked for. */
export const checkWeight = z.enum(['block', 'warn', 'off'])
/** The pages that crawlers of language models may fetch: all, only for answers, none. */
export const aiPolicy = z.enum(['open', 'answersOnly', 'closed'])
export type AiPolicy = z.infer<typeof aiPolicy>

/**
 * The checks of the checklist in their order, each with its weight where the paper has decided nothing: missing
 * descriptions of pictures block, everything else warns. An unknown weight (from a newer version, or written into the
 * table by hand) counts as undecided.
 */
const checklist = z.object({
  headlineLong: checkWeight.catch('warn'),
  noStandfirst: checkWeight.catch('warn'),
  noByline: checkWeight.catch('warn'),
  noSource: checkWeight.catch('off'),
  noLeadPicture: checkWeight.catch('warn'),
  missingCredit: checkWeight.catch('warn'),
  missingAlt: checkWeight.catch('block'),
  houseStyle: checkWeight.catch('warn'),
  noTopic: checkWeight.catch('off'),
  shortBody: checkWeight.catch('warn'),
})
export type Checklist = z.infer<typeof checklist>
export type CheckName = keyof Checklist
export const checkName = checklist.keyof()
export const checkNames = checkName.options

/** The settings in the column `Paper.settings`, with defaults. */
const storedSettings = z.object({
  /** The users who need a second factor. */
  twoStep: twoStepRule.catch('nobody'),
  /** When the rule takes effect; null for at once. */
  twoStepFrom: z.iso.datetime().nullable().catch(null),
  checklist: checklist.catch(() => checklist.parse({})),
  aiCrawlers: aiPolicy.catch('open'),
})
export type PaperSettings = z.infer<typeof storedSettings>

/** Parses the column; invalid data gives the defaults. */
export function readPaperSettings(column: unknown): PaperSettings {
  const read = storedSettings.safeParse(column)
  return read.success ? read.data : storedSettings.parse({})
}
