import 'server-only'
import type { z } from 'zod'
import { attemptCounter, consumeAttempt, recordSuccess } from '@/lib/auth/attempt-limits'
import { getBetterAuth } from '@/lib/auth/better-auth'
import { callAuthApi } from '@/lib/auth/call-auth-api'
import { firstCodeInput, passwordAgainInput } from '@/lib/auth/input'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import { isTwoStepRequired, readTwoStepRule } from '@/lib/auth/two-step-rule'
import { toLatinDigits } from '@/lib/bengali/digits'
import type { Db } from '@/lib/db/client'
import type { CommandResult, Outcome } from '@/lib/outcome'
import { checkOwnPassword, runBeforeTransaction } from './own-account-commands'

const noChange = { change: { kind: 'nothing' } } as const

/** What the phone is given, and the codes for the day it is lost: shown once. */
export type TwoStepKey = { uri: string; recoveryCodes: string[] }
type TwoStepKeyResult = CommandResult & { key: TwoStepKey }
/** Set-Cookie lines: the session goes on as another. */
type CookiesResult = CommandResult & { cookies: string[] }

type CurrentPasswordInput = z.input<typeof passwordAgainInput>

const secretFields = ['current', 'code']

/**
 * Makes a key for somebody's phone. Two steps are asked for only once a code from the phone was right (confirmTwoStep);
 * begun again, there is another key.
 * @param headers of the request, whose session it is
 */
export async function beginTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: CurrentPasswordInput,
  now: Date,
): Promise<Outcome<TwoStepKeyResult>> {
  const schema = passwordAgainInput
  const keyOrRefusal = await runBeforeTransaction(actor, schema, input, async ({ current }) => {
    const refusal = await checkOwnPassword(db, actor, current, now)
    if (refusal) return refusal
    const { enableTwoFactor } = getBetterAuth().api
    const body = { password: current, method: 'totp' as const }
    const call = () => enableTwoFactor({ body, headers, returnHeaders: true })
    const answer = await callAuthApi(call, 'twoStepIsOn')
    if (typeof answer === 'string') return answer
    const { response } = answer
    if (response.method !== 'totp') return 'twoStepIsOn'
    return { ...noChange, key: { uri: response.totpURI, recoveryCodes: response.backupCodes } }
  })
  const definition = { name: 'beginTwoStep', permission: 'account', schema, input } as const
  return runCommand(db, actor, {
    ...definition,
    omitFromAudit: secretFields,
    run: async () => keyOrRefusal ?? 'invalid',
  })
}

/** From now on a code is asked beside the password, when the code is the phone's. */
export async function confirmTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: z.input<typeof firstCodeInput>,
  now: Date,
): Promise<Outcome<CookiesResult>> {
  const schema = firstCodeInput
  const cookiesOrRefusal = await runBeforeTransaction(actor, schema, input, async (typed) => {
    const counters = [attemptCounter('ownCode', actor?.id ?? '')]
    if ((await consumeAttempt(db, counters, now)) > 0) return 'tooManyTries'
    const code = toLatinDigits(typed.code).replace(/\s/g, '')
    const { verifyTOTP } = getBetterAuth().api
    const call = () => verifyTOTP({ body: { code }, headers, returnHeaders: true })
    const answer = await callAuthApi(call, 'wrongCode')
    if (typeof answer === 'string') return answer
    await recordSuccess(db, counters, now)
    return { ...noChange, cookies: answer.headers.getSetCookie() }
  })
  const definition = { name: 'confirmTwoStep', permission: 'account', schema, input } as const
  return runCommand(db, actor, {
    ...definition,
    omitFromAudit: secretFields,
    run: async () => cookiesOrRefusal ?? 'invalid',
  })
}

/** The password alone signs in again, unless the paper requires two steps. */
export async function endTwoStep(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: CurrentPasswordInput,
  now: Date,
): Promise<Outcome<CookiesResult>> {
  const schema = passwordAgainInput
  const cookiesOrRefusal = await runBeforeTransaction(actor, schema, input, async ({ current }) => {
    const paper = await db.paper.findFirst({ select: { settings: true } })
    const rule = readTwoStepRule(paper?.settings)
    if (actor && isTwoStepRequired(rule, actor.role)) return 'twoStepAsked'
    const refusal = await checkOwnPassword(db, actor, current, now)
    if (refusal) return refusal
    const { disableTwoFactor } = getBetterAuth().api
    const body = { password: current }
    const call = () => disableTwoFactor({ body, headers, returnHeaders: true })
    const answer = await callAuthApi(call, 'wrongOwnPassword')
    if (typeof answer === 'string') return answer
    return { ...noChange, cookies: answer.headers.getSetCookie() }
  })
  const definition = { name: 'endTwoStep', permission: 'account', schema, input } as const
  return runCommand(db, actor, {
    ...definition,
    omitFromAudit: secretFields,
    run: async () => cookiesOrRefusal ?? 'invalid',
  })
}

/** Other recovery codes; the old ones open nothing any more. */
export async function renewRecoveryCodes(
  db: Db,
  actor: Actor | null,
  headers: Headers,
  input: CurrentPasswordInput,
  now: Date,
): Promise<Outcome<CommandResult & { recoveryCodes: string[] }>> {
  const schema = passwordAgainInput
  const codesOrRefusal = await runBeforeTransaction(actor, schema, input, async ({ current }) => {
    const refusal = await checkOwnPassword(db, actor, current, now)
    if (refusal) return refusal
    const { generateBackupCodes } = getBetterAuth().api
    const body = { password: current }
    const call = () => generateBackupCodes({ body, headers, returnHeaders: true })
    const answer = await callAuthApi(call, 'twoStepIsOff')
    if (typeof answer === 'string') return answer
    return { ...noChange, recoveryCodes: answer.response.backupCodes }
  })
  const definition = { name: 'renewRecoveryCodes', permission: 'account', schema, input } as const
  return runCommand(db, actor, {
    ...definition,
    omitFromAudit: secretFields,
    run: async () => codesOrRefusal ?? 'invalid',
  })
}
