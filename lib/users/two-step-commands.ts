import 'server-only'
import { z } from 'zod'
import { attemptCounter, consumeAttempt, recordSuccess } from '@/lib/auth/attempt-limits'
import { getBetterAuth } from '@/lib/auth/better-auth'
import { callAuthApi } from '@/lib/auth/call-auth-api'
import { firstCodeInput, passwordAgainInput } from '@/lib/auth/input'
import { consumeCode, readTypedCode } from '@/lib/auth/two-step-code'
import { isTwoStepRequired, readTwoStepPolicy } from '@/lib/auth/two-step-rule'
import { defineCommand } from '@/lib/commands/command'
import { checkOwnPassword } from './own-account-commands'

const noChange = { change: { kind: 'nothing' } } as const

/** The key for the phone and the recovery codes. Both are shown once. */
export type TwoStepKey = { uri: string; recoveryCodes: string[] }

/** The headers of the request, whose session the authentication library reads. */
const headers = z.instanceof(Headers)
const withPassword = passwordAgainInput.extend({ headers })
const secretFields = ['current', 'headers'] as const

/**
 * Makes a key for the user's phone. Two steps are required at sign-in only after a code from the phone was right
 * (confirmTwoStep); begun again, there is another key.
 */
export const beginTwoStep = defineCommand({
  name: 'beginTwoStep',
  permission: 'account',
  input: withPassword,
  omitFromAudit: secretFields,
  prepare: async ({ db, actor, now }, { current, headers }) => {
    const refusal = await checkOwnPassword(db, actor, current, now)
    if (refusal) return refusal
    const { enableTwoFactor } = getBetterAuth().api
    const body = { password: current, method: 'totp' as const }
    const call = () => enableTwoFactor({ body, headers, returnHeaders: true })
    const answer = await callAuthApi(call, 'twoStepIsOn')
    if (typeof answer === 'string') return answer
    const { response } = answer
    if (response.method !== 'totp') return 'twoStepIsOn'
    const key: TwoStepKey = { uri: response.totpURI, recoveryCodes: response.backupCodes }
    return { key }
  },
  run: async ({ prepared }) => ({ ...noChange, ...prepared }),
})

/** Turns two-step sign-in on when the given code is correct. */
export const confirmTwoStep = defineCommand({
  name: 'confirmTwoStep',
  permission: 'account',
  input: firstCodeInput.extend({ headers }),
  omitFromAudit: ['code', 'headers'],
  prepare: async ({ db, actor, now }, { code: typed, headers }) => {
    const counters = [attemptCounter('ownCode', actor.id)]
    if ((await consumeAttempt(db, counters, now)) > 0) return 'tooManyTries'
    const code = readTypedCode(typed)
    const { verifyTOTP } = getBetterAuth().api
    const call = () => verifyTOTP({ body: { code }, headers, returnHeaders: true })
    const answer = await callAuthApi(call, 'wrongCode')
    if (typeof answer === 'string') return answer
    await consumeCode(db, actor.id, code, now)
    await recordSuccess(db, counters, now)
    return { cookies: answer.headers.getSetCookie() }
  },
  run: async ({ prepared }) => ({ ...noChange, ...prepared }),
})

/** The password alone signs the user in again, unless the paper requires two steps of their role. */
export const endTwoStep = defineCommand({
  name: 'endTwoStep',
  permission: 'account',
  input: withPassword,
  omitFromAudit: secretFields,
  prepare: async ({ db, actor, now }, { current, headers }) => {
    const paper = await db.paper.findFirst({ select: { settings: true } })
    if (isTwoStepRequired(readTwoStepPolicy(paper?.settings).rule, actor.role))
      return 'twoStepAsked'
    const refusal = await checkOwnPassword(db, actor, current, now)
    if (refusal) return refusal
    const { disableTwoFactor } = getBetterAuth().api
    const body = { password: current }
    const call = () => disableTwoFactor({ body, headers, returnHeaders: true })
    const answer = await callAuthApi(call, 'wrongOwnPassword')
    if (typeof answer === 'string') return answer
    return { cookies: answer.headers.getSetCookie() }
  },
  run: async ({ prepared }) => ({ ...noChange, ...prepared }),
})

/** Makes other recovery codes; the old ones are no longer valid. */
export const renewRecoveryCodes = defineCommand({
  name: 'renewRecoveryCodes',
  permission: 'account',
  input: withPassword,
  omitFromAudit: secretFields,
  prepare: async ({ db, actor, now }, { current, headers }) => {
    const refusal = await checkOwnPassword(db, actor, current, now)
    if (refusal) return refusal
    const { generateBackupCodes } = getBetterAuth().api
    const body = { password: current }
    const call = () => generateBackupCodes({ body, headers, returnHeaders: true })
    const answer = await callAuthApi(call, 'twoStepIsOff')
    if (typeof answer === 'string') return answer
    return { recoveryCodes: answer.response.backupCodes }
  },
  run: async ({ prepared }) => ({ ...noChange, ...prepared }),
})
