import { z } from 'zod'
import { twoStepRule } from '@/lib/auth/two-step-rule'

/** Whether a finding blocks publishing, only warns, or is not looked for. */
export const checkWeight = z.enum(['block', 'warn', 'off'])
/** How far programs that gather for language models may go: everywhere, only to answer questions with, nowhere. */
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

/** What the paper decided for its newsroom, as the column `Paper.settings` holds it; what it does not say is as usual. */
const storedSettings = z.object({
  /** Of whom a code from the phone is asked beside the password. */
  twoStep: twoStepRule.catch('nobody'),
  checklist: checklist.catch(() => checklist.parse({})),
  /** What robots.txt says to programs that gather for language models. */
  aiCrawlers: aiPolicy.catch('open'),
})
export type PaperSettings = z.infer<typeof storedSettings>

/** The settings in the column as it is stored, whole whatever stands there. */
export function readPaperSettings(column: unknown): PaperSettings {
  const read = storedSettings.safeParse(column)
  return read.success ? read.data : storedSettings.parse({})
}
