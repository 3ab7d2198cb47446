import 'server-only'
import type { z } from 'zod'
import { db } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import {
  type AttemptCounter,
  attemptCounter,
  clientNetworkOf,
  consumeAttempt,
  recordSuccess,
} from './attempt-limits'
import { getBetterAuth } from './better-auth'
import { type AuthApiResponse, callAuthApi } from './call-auth-api'
import { codeInput, signInInput } from './input'
import { consumeCode, readTypedCode } from './two-step-code'

/** How an attempt to come in ended; `cookies` are Set-Cookie lines for the browser. */
export type SignInResult =
  | { ok: true; next: 'inside' | 'code'; cookies: string[] }
  | { ok: false; reason: Refusal; waitMs?: number; fields?: string[]; cookies?: string[] }

type AuthApiBody = { user?: { id: string }; token?: string; twoFactorRedirect?: boolean }

async function withAttemptLimit(
  counters: AttemptCounter[],
  now: Date,
  attempt: () => Promise<SignInResult>,
): Promise<SignInResult> {
  const waitMs = await consumeAttempt(db(), counters, now)
  if (waitMs > 0) return { ok: false, reason: 'tooManyTries', waitMs }
  const result = await attempt()
  if (result.ok) await recordSuccess(db(), counters, now)
  return result
}

/**
 * The first step of signing in: e-mail and password. The response and its time are the same whether the account
 * exists or not.
 * @param headers the request's headers, for the visitor's address and cookies
 */
export async function signIn(
  headers: Headers,
  typed: z.input<typeof signInInput>,
  now: Date,
): Promise<SignInResult> {
  const input = signInInput.safeParse(typed)
  if (!input.success) return { ok: false, reason: 'wrongPassword' }
  const { email } = input.data
  const clientNetwork = clientNetworkOf(headers)
  const counters = [
    attemptCounter('signInHere', email, clientNetwork),
    attemptCounter('signInAccount', email),
    attemptCounter('signInAddress', clientNetwork),
  ]
  return withAttemptLimit(counters, now, async () => {
    const { signInEmail } = getBetterAuth().api
    const call = () =>
      signInEmail({ body: input.data, headers, returnHeaders: true }) as Promise<
        AuthApiResponse<AuthApiBody>
      >
    const response = await callAuthApi(call, 'wrongPassword')
    if (typeof response === 'string') return { ok: false, reason: response }
    const next = response.response.twoFactorRedirect ? 'code' : 'inside'
    return { ok: true, next, cookies: response.headers.getSetCookie() }
  })
}

/** The second step, for who has set it up: a code from their phone, or one of their recovery codes. Each is good once. */
export async function verifyTwoStepCode(
  headers: Headers,
  typed: z.input<typeof codeInput>,
  now: Date,
): Promise<SignInResult> {
  const input = codeInput.safeParse(typed)
  if (!input.success) return { ok: false, reason: 'wrongCode' }
  const code = readTypedCode(input.data.code)
  return withAttemptLimit(
    [attemptCounter('codeAddress', clientNetworkOf(headers))],
    now,
    async () => {
      const { verifyTOTP, verifyBackupCode } = getBetterAuth().api
      const verify = input.data.kind === 'phone' ? verifyTOTP : verifyBackupCode
      const call = () =>
        verify({ body: { code }, headers, returnHeaders: true }) as Promise<
          AuthApiResponse<AuthApiBody>
        >
      const response = await callAuthApi(call, 'wrongCode')
      if (typeof response === 'string') return { ok: false, reason: response }
      const { user, token } = response.response
      const isFirstUse = user && (await consumeCode(db(), user.id, code, now))
      if (!user || !token || !isFirstUse) {
        if (token) await db().session.deleteMany({ where: { token } })
        return { ok: false, reason: 'wrongCode' }
      }
      return { ok: true, next: 'inside', cookies: response.headers.getSetCookie() }
    },
  )
}

/** Ends the session that the request's cookie names. Answers the lines that take the cookie away. */
export async function signOut(headers: Headers): Promise<string[]> {
  const response = await getBetterAuth().api.signOut({ headers, returnHeaders: true })
  return response.headers.getSetCookie()
}
