import 'server-only'
import type { z } from 'zod'
import { toLatinDigits } from '@/lib/bengali/digits'
import { db } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { betterAuthOfPaper } from './better-auth'
import { codeInput, signInInput } from './input'
import { addressOf, type Count, countAttempt, countOf, forgive } from './limits'
import { type Answer, refusalOr } from './refusals'

/** How an attempt to come in ended; `cookies` are Set-Cookie lines for the browser. */
export type WayIn =
  | { ok: true; next: 'inside' | 'code'; cookies: string[] }
  | { ok: false; reason: Refusal; waitMs?: number; fields?: string[]; cookies?: string[] }

type Way = { user?: { id: string }; token?: string; twoFactorRedirect?: boolean }

async function within(counts: Count[], now: Date, attempt: () => Promise<WayIn>): Promise<WayIn> {
  const waitMs = await countAttempt(db(), counts, now)
  if (waitMs > 0) return { ok: false, reason: 'tooManyTries', waitMs }
  const way = await attempt()
  if (way.ok) await forgive(db(), counts, now)
  return way
}

/**
 * The first step: e-mail and password. What a stranger is told, and how long it takes, is the same whether there is such
 * an account or not.
 * @param headers of the request, for the visitor's address and what their browser already holds
 */
export async function signIn(
  headers: Headers,
  typed: z.input<typeof signInInput>,
  now: Date,
): Promise<WayIn> {
  const input = signInInput.safeParse(typed)
  if (!input.success) return { ok: false, reason: 'wrongPassword' }
  const { email } = input.data
  const address = addressOf(headers)
  const counts = [
    countOf('signInHere', email, address),
    countOf('signInAccount', email),
    countOf('signInAddress', address),
  ]
  return within(counts, now, async () => {
    const { signInEmail } = betterAuthOfPaper().api
    const ask = () =>
      signInEmail({ body: input.data, headers, returnHeaders: true }) as Promise<Answer<Way>>
    const answer = await refusalOr(ask, 'wrongPassword')
    if (typeof answer === 'string') return { ok: false, reason: answer }
    const next = answer.response.twoFactorRedirect ? 'code' : 'inside'
    return { ok: true, next, cookies: answer.headers.getSetCookie() }
  })
}

/** The second step, for who has set it up: a code from their phone, or one of their recovery codes. Each is good once. */
export async function giveCode(
  headers: Headers,
  typed: z.input<typeof codeInput>,
  now: Date,
): Promise<WayIn> {
  const input = codeInput.safeParse(typed)
  if (!input.success) return { ok: false, reason: 'wrongCode' }
  const code = toLatinDigits(input.data.code).replace(/\s/g, '')
  return within([countOf('codeAddress', addressOf(headers))], now, async () => {
    const { verifyTOTP, verifyBackupCode } = betterAuthOfPaper().api
    const verify = input.data.kind === 'phone' ? verifyTOTP : verifyBackupCode
    const ask = () =>
      verify({ body: { code }, headers, returnHeaders: true }) as Promise<Answer<Way>>
    const answer = await refusalOr(ask, 'wrongCode')
    if (typeof answer === 'string') return { ok: false, reason: answer }
    const { user, token } = answer.response
    // Read over a shoulder, a code would open the door a second time within its half minute.
    const isUsed = user && (await countAttempt(db(), [countOf('codeUsed', user.id, code)], now)) > 0
    if (!user || !token || isUsed) {
      if (token) await db().session.deleteMany({ where: { token } })
      return { ok: false, reason: 'wrongCode' }
    }
    return { ok: true, next: 'inside', cookies: answer.headers.getSetCookie() }
  })
}

/** Ends the session that the request's cookie names. Answers the lines that take the cookie away. */
export async function signOut(headers: Headers): Promise<string[]> {
  const answer = await betterAuthOfPaper().api.signOut({ headers, returnHeaders: true })
  return answer.headers.getSetCookie()
}
