import { z } from 'zod'
import type { Role } from './permissions'
import { scopeOf } from './permissions'

/** The users who need a code from their phone beside the password; others may set it up as well. */
export const twoStepRule = z.enum(['nobody', 'editors', 'everybody'])
export type TwoStepRule = z.infer<typeof twoStepRule>

/** Whether the paper's rule asks it of that role. */
export function isTwoStepRequired(rule: TwoStepRule, role: Role): boolean {
  if (rule === 'everybody') return true
  return rule === 'editors' && scopeOf({ role }, 'publish') !== null
}

/** The paper's rule, and from when it holds; null for at once, as rules of earlier versions did. */
export type TwoStepPolicy = { rule: TwoStepRule; from: Date | null }

/** Whether the rule applies to the role now: a user without two steps may then do nothing else than set them up. */
export const isTwoStepDue = ({ rule, from }: TwoStepPolicy, role: Role, now: Date): boolean =>
  isTwoStepRequired(rule, role) && (from === null || from <= now)

const settings = z.object({
  twoStep: twoStepRule.catch('nobody'),
  twoStepFrom: z.iso.datetime().nullable().catch(null),
})

/** The policy in the paper's settings as they are stored; nobody is asked where they say nothing of it. */
export function readTwoStepPolicy(stored: unknown): TwoStepPolicy {
  const read = settings.safeParse(stored).data
  return {
    rule: read?.twoStep ?? 'nobody',
    from: read?.twoStepFrom ? new Date(read.twoStepFrom) : null,
  }
}
