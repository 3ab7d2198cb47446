import 'server-only'
import type { z } from 'zod'
import { toLatinDigits } from '@/lib/bengali/digits'
import type { Db } from '@/lib/db/client'
import type { Done, Outcome } from '@/lib/outcome'
import { beforehand, whyNotPassword } from './account-commands'
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

const forgotten = ['current', 'code']

/**
 * Makes a key for somebody's phone. Two steps are asked for only once a code from the phone was right (confirmTwoStep);
 * begun again, there is another key.
 * @param headers of the request, whose session it is
 */
export async function beginTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: PasswordAgain,
  now: Date,
): Promise<Outcome<WithKey>> {
  const schema = passwordAgainInput
  const begun = await beforehand(actor, schema, input, async ({ current }) => {
    const refusal = await whyNotPassword(db, actor, current, now)
    if (refusal) return refusal
    const { enableTwoFactor } = betterAuthOfPaper().api
    const body = { password: current, method: 'totp' as const }
    const ask = () => enableTwoFactor({ body, headers, returnHeaders: true })
    const answer = await refusalOr(ask, 'twoStepIsOn')
    if (typeof answer === 'string') return answer
    const { response } = answer
    if (response.method !== 'totp') return 'twoStepIsOn'
    return { ...nothing, key: { uri: response.totpURI, recoveryCodes: response.backupCodes } }
  })
  const errand = { act: 'beginTwoStep', deed: 'account', schema, input } as const
  return perform(db, actor, { ...errand, unsaid: forgotten, run: async () => begun ?? 'invalid' })
}

/** From now on a code is asked beside the password, when the code is the phone's. */
export async function confirmTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: z.input<typeof firstCodeInput>,
  now: Date,
): Promise<Outcome<WithCookies>> {
  const schema = firstCodeInput
  const confirmed = await beforehand(actor, schema, input, async (typed) => {
    const counts = [countOf('ownCode', actor?.id ?? '')]
    if ((await countAttempt(db, counts, now)) > 0) return 'tooManyTries'
    const code = toLatinDigits(typed.code).replace(/\s/g, '')
    const { verifyTOTP } = betterAuthOfPaper().api
    const ask = () => verifyTOTP({ body: { code }, headers, returnHeaders: true })
    const answer = await refusalOr(ask, 'wrongCode')
    if (typeof answer === 'string') return answer
    await forgive(db, counts, now)
    return { ...nothing, cookies: answer.headers.getSetCookie() }
  })
  const errand = { act: 'confirmTwoStep', deed: 'account', schema, input } as const
  return perform(db, actor, {
    ...errand,
    unsaid: forgotten,
    run: async () => confirmed ?? 'invalid',
  })
}

/** The password alone opens the door again, unless the paper asks for two steps. */
export async function endTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: PasswordAgain,
  now: Date,
): Promise<Outcome<WithCookies>> {
  const schema = passwordAgainInput
  const ended = await beforehand(actor, schema, input, async ({ current }) => {
    const paper = await db.paper.findFirst({ select: { settings: true } })
    const rule = readTwoStepRule(paper?.settings)
    if (actor && isTwoStepAsked(rule, actor.role)) return 'twoStepAsked'
    const refusal = await whyNotPassword(db, actor, current, now)
    if (refusal) return refusal
    const { disableTwoFactor } = betterAuthOfPaper().api
    const body = { password: current }
    const ask = () => disableTwoFactor({ body, headers, returnHeaders: true })
    const answer = await refusalOr(ask, 'wrongOwnPassword')
    if (typeof answer === 'string') return answer
    return { ...nothing, cookies: answer.headers.getSetCookie() }
  })
  const errand = { act: 'endTwoStep', deed: 'account', schema, input } as const
  return perform(db, actor, { ...errand, unsaid: forgotten, run: async () => ended ?? 'invalid' })
}

/** Other recovery codes; the old ones open nothing any more. */
export async function renewRecoveryCodes(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: PasswordAgain,
  now: Date,
): Promise<Outcome<Done & { recoveryCodes: string[] }>> {
  const schema = passwordAgainInput
  const renewed = await beforehand(actor, schema, input, async ({ current }) => {
    const refusal = await whyNotPassword(db, actor, current, now)
    if (refusal) return refusal
    const { generateBackupCodes } = betterAuthOfPaper().api
    const body = { password: current }
    const ask = () => generateBackupCodes({ body, headers, returnHeaders: true })
    const answer = await refusalOr(ask, 'twoStepIsOff')
    if (typeof answer === 'string') return answer
    return { ...nothing, recoveryCodes: answer.response.backupCodes }
  })
  const errand = { act: 'renewRecoveryCodes', deed: 'account', schema, input } as const
  return perform(db, actor, { ...errand, unsaid: forgotten, run: async () => renewed ?? 'invalid' })
}
