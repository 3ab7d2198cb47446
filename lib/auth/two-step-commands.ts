import 'server-only'
import type { z } from 'zod'
import { toLatinDigits } from '@/lib/bengali/digits'
import type { Db } from '@/lib/db/client'
import type { Done, Outcome, Refusal } from '@/lib/outcome'
import { whyNotPassword } from './account-commands'
import { betterAuthOfPaper } from './better-auth'
import { firstCodeInput, passwordAgainInput } from './input'
import { countAttempt, countOf, forgive } from './limits'
import { perform } from './perform'
import { refusalOr } from './refusals'
import type { Actor } from './roles'
import { isTwoStepAsked, readTwoStepRule } from './two-step'

const nothing = { change: { kind: 'nothing' } } as const

/** What the phone is given, and the codes for the day it is lost: shown once. */
export type TwoStepKey = { uri: string; recoveryCodes: string[] }
type WithKey = Done & { key: TwoStepKey }
/** Set-Cookie lines: the session goes on as another. */
type WithCookies = Done & { cookies: string[] }

type PasswordAgain = z.input<typeof passwordAgainInput>

/**
 * Makes a key for somebody's phone. Two steps are asked for only once a code from the phone was right (confirmTwoStep);
 * begun again, there is another key.
 * @param headers of the request, whose session it is
 */
export function beginTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: PasswordAgain,
  now: Date,
): Promise<Outcome<WithKey>> {
  const errand = {
    act: 'beginTwoStep',
    deed: 'account',
    schema: passwordAgainInput,
    input,
  } as const
  const run = async (_: unknown, { current }: { current: string }): Promise<WithKey | Refusal> => {
    const refusal = await whyNotPassword(db, actor, current, now)
    if (refusal) return refusal
    const { enableTwoFactor } = betterAuthOfPaper().api
    const body = { password: current, method: 'totp' as const }
    const answer = await refusalOr(
      () => enableTwoFactor({ body, headers, returnHeaders: true }),
      'twoStepIsOn',
    )
    if (typeof answer === 'string') return answer
    const { response } = answer
    if (response.method !== 'totp') return 'twoStepIsOn'
    return { ...nothing, key: { uri: response.totpURI, recoveryCodes: response.backupCodes } }
  }
  return perform(db, actor, { ...errand, unsaid: ['current'], run })
}

/** From now on a code is asked beside the password, when the code is the phone's. */
export function confirmTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: z.input<typeof firstCodeInput>,
  now: Date,
): Promise<Outcome<WithCookies>> {
  const errand = { act: 'confirmTwoStep', deed: 'account', schema: firstCodeInput, input } as const
  const run = async (
    _: unknown,
    typed: { code: string },
    { id }: Actor,
  ): Promise<WithCookies | Refusal> => {
    const counts = [countOf('ownCode', id)]
    if ((await countAttempt(db, counts, now)) > 0) return 'tooManyTries'
    const code = toLatinDigits(typed.code).replace(/\s/g, '')
    const { verifyTOTP } = betterAuthOfPaper().api
    const answer = await refusalOr(
      () => verifyTOTP({ body: { code }, headers, returnHeaders: true }),
      'wrongCode',
    )
    if (typeof answer === 'string') return answer
    await forgive(db, counts, now)
    return { ...nothing, cookies: answer.headers.getSetCookie() }
  }
  return perform(db, actor, { ...errand, unsaid: ['code'], run })
}

/** The password alone opens the door again, unless the paper asks for two steps. */
export function endTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: PasswordAgain,
  now: Date,
): Promise<Outcome<WithCookies>> {
  const errand = { act: 'endTwoStep', deed: 'account', schema: passwordAgainInput, input } as const
  const run = async (
    _: unknown,
    { current }: { current: string },
    { role }: Actor,
  ): Promise<WithCookies | Refusal> => {
    const paper = await db.paper.findFirst({ select: { settings: true } })
    if (isTwoStepAsked(readTwoStepRule(paper?.settings), role)) return 'twoStepAsked'
    const refusal = await whyNotPassword(db, actor, current, now)
    if (refusal) return refusal
    const { disableTwoFactor } = betterAuthOfPaper().api
    const body = { password: current }
    const answer = await refusalOr(
      () => disableTwoFactor({ body, headers, returnHeaders: true }),
      'wrongOwnPassword',
    )
    if (typeof answer === 'string') return answer
    return { ...nothing, cookies: answer.headers.getSetCookie() }
  }
  return perform(db, actor, { ...errand, unsaid: ['current'], run })
}

/** Other recovery codes; the old ones open nothing any more. */
export function renewRecoveryCodes(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: PasswordAgain,
  now: Date,
): Promise<Outcome<Done & { recoveryCodes: string[] }>> {
  const errand = { act: 'renewRecoveryCodes', deed: 'account', input } as const
  const run = async (_: unknown, { current }: { current: string }) => {
    const refusal = await whyNotPassword(db, actor, current, now)
    if (refusal) return refusal
    const { generateBackupCodes } = betterAuthOfPaper().api
    const body = { password: current }
    const answer = await refusalOr(
      () => generateBackupCodes({ body, headers, returnHeaders: true }),
      'twoStepIsOff',
    )
    if (typeof answer === 'string') return answer
    return { ...nothing, recoveryCodes: answer.response.backupCodes }
  }
  return perform(db, actor, { ...errand, schema: passwordAgainInput, unsaid: ['current'], run })
}
