import { z } from 'zod'
import type { Role } from './permissions'
import { scopeOf } from './permissions'

/** Of whom the paper asks a code from their phone beside the password; whoever wants it may have it anyway. */
export const twoStepRule = z.enum(['nobody', 'editors', 'everybody'])
export type TwoStepRule = z.infer<typeof twoStepRule>

/** Whether the paper's rule asks it of that role. */
export function isTwoStepRequired(rule: TwoStepRule, role: Role): boolean {
  if (rule === 'everybody') return true
  return rule === 'editors' && scopeOf({ role }, 'publish') !== null
}

const settings = z.object({ twoStep: twoStepRule })

/** The rule in the paper's settings as they are stored; nobody is asked where they say nothing of it. */
export function readTwoStepRule(stored: unknown): TwoStepRule {
  return settings.safeParse(stored).data?.twoStep ?? 'nobody'
}
