import 'server-only'
import { attemptCounter, clientNetworkOf, consumeAttempt } from '@/lib/auth/attempt-limits'
import { passwordResetInput } from '@/lib/auth/input'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { type CreatedLink, createEmailedLink } from './one-time-link-commands'

/** A letter that is to be written: to whom, with which link. */
export type PasswordResetEmail = { name: string; email: string; link: CreatedLink }

/** Whether an e-mail may be requested. The answer and its timing do not reveal whether the account exists. */
export type PasswordResetRequest =
  | { ok: true; email: string }
  | { ok: false; reason: 'invalid' | 'tooManyTries'; waitMs?: number; fields?: string[] }

export async function requestPasswordReset(
  headers: Headers,
  typed: { email: string },
  now: Date,
): Promise<PasswordResetRequest> {
  const input = passwordResetInput.safeParse(typed)
  if (!input.success) return { ok: false, reason: 'invalid', fields: ['email'] }
  const { email } = input.data
  const counters = [
    attemptCounter('resetAccount', email),
    attemptCounter('resetAddress', clientNetworkOf(headers)),
  ]
  const waitMs = await consumeAttempt(db(), counters, now)
  return waitMs > 0 ? { ok: false, reason: 'tooManyTries', waitMs } : { ok: true, email }
}

/**
 * The e-mail for a user with an active account; null for anybody else. Called after the response is sent, so that its
 * time does not reveal whether the account exists.
 */
export async function createPasswordResetEmail(
  email: string,
  now: Date,
): Promise<PasswordResetEmail | null> {
  const outcome = await runCommand(db(), null, createEmailedLink, { email }, now)
  return outcome.ok ? { name: outcome.name, email, link: outcome.link } : null
}
