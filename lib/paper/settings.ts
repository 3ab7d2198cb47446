import { z } from 'zod'
import { twoStepRule } from '@/lib/auth/two-step-rule'

/** What the checklist before publishing looks at, in its order. */
export const checkNames = [
  ...(['headlineLong', 'noStandfirst', 'noByline', 'noSource', 'noLeadPicture'] as const),
  ...(['missingCredit', 'missingAlt', 'houseStyle', 'noTopic', 'shortBody'] as const),
] as const
export type CheckName = (typeof checkNames)[number]

/** What a finding does: stops the publishing, is only said, or is not looked for. */
export const checkWeight = z.enum(['block', 'warn', 'off'])
export type CheckWeight = z.infer<typeof checkWeight>
export type Checklist = Record<CheckName, CheckWeight>

/** How far programs that gather for language models may go: everywhere, only to answer questions with, nowhere. */
export const aiPolicy = z.enum(['open', 'answersOnly', 'closed'])
export type AiPolicy = z.infer<typeof aiPolicy>

/** Of a paper that has decided nothing: what readers who hear a page would miss stops, all else is said. */
const defaultChecklist: Checklist = {
  headlineLong: 'warn',
  noStandfirst: 'warn',
  noByline: 'warn',
  noSource: 'off',
  noLeadPicture: 'warn',
  missingCredit: 'warn',
  missingAlt: 'block',
  houseStyle: 'warn',
  noTopic: 'off',
  shortBody: 'warn',
}

// A line that says nothing known (a newer version's, a hand's in the table) is as if the paper had decided nothing of it.
const weightWithDefault = (name: CheckName) => checkWeight.catch(defaultChecklist[name])
const checklist = z.object({
  headlineLong: weightWithDefault('headlineLong'),
  noStandfirst: weightWithDefault('noStandfirst'),
  noByline: weightWithDefault('noByline'),
  noSource: weightWithDefault('noSource'),
  noLeadPicture: weightWithDefault('noLeadPicture'),
  missingCredit: weightWithDefault('missingCredit'),
  missingAlt: weightWithDefault('missingAlt'),
  houseStyle: weightWithDefault('houseStyle'),
  noTopic: weightWithDefault('noTopic'),
  shortBody: weightWithDefault('shortBody'),
}) satisfies z.ZodType<Checklist>

/** What the paper decided for its newsroom, as the column `Paper.settings` holds it; what it does not say is as usual. */
const storedSettings = z.object({
  /** Of whom a code from the phone is asked beside the password. */
  twoStep: twoStepRule.catch('nobody'),
  checklist: checklist.catch(defaultChecklist),
  /** What robots.txt says to programs that gather for language models. */
  aiCrawlers: aiPolicy.catch('open'),
})
export type PaperSettings = z.infer<typeof storedSettings>

/** The settings in the column as it is stored, whole whatever stands there. */
export function readPaperSettings(column: unknown): PaperSettings {
  const read = storedSettings.safeParse(column)
  return read.success ? read.data : storedSettings.parse({})
}
