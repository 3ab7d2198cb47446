import 'server-only'
import { db } from '@/lib/db/client'
import { askForResetInput } from './input'
import { addressOf, countAttempt, countOf } from './limits'
import { type MadeLink, makeLink } from './link-commands'
import { linkLifeMs } from './one-time-link'

/** A letter that is to be written: to whom, with which link. */
export type ResetLetter = { name: string; email: string; link: MadeLink }

/** Whether a letter may be asked for; the same, and as fast, whether there is such an account or not. */
export type AskedForReset =
  | { ok: true; email: string }
  | { ok: false; reason: 'invalid' | 'tooManyTries'; waitMs?: number; fields?: string[] }

export async function askForReset(
  headers: Headers,
  typed: { email: string },
  now: Date,
): Promise<AskedForReset> {
  const input = askForResetInput.safeParse(typed)
  if (!input.success) return { ok: false, reason: 'invalid', fields: ['email'] }
  const { email } = input.data
  const counts = [countOf('resetAccount', email), countOf('resetAddress', addressOf(headers))]
  const waitMs = await countAttempt(db(), counts, now)
  return waitMs > 0 ? { ok: false, reason: 'tooManyTries', waitMs } : { ok: true, email }
}

/**
 * The letter for who has an account and is let in; null for anybody else. To be called once the asker has their answer, so
 * that it does not show in the time the answer takes.
 */
export async function writeResetLetter(email: string, now: Date): Promise<ResetLetter | null> {
  const user = await db().user.findUnique({ where: { email } })
  if (!user || user.banned) return null
  const link = await db().$transaction(async (session) => {
    const accounts = await session.account.count({ where: { userId: user.id } })
    const whose = { purpose: accounts > 0 ? 'reset' : 'invite', userId: user.id } as const
    return makeLink(session, whose, linkLifeMs.mailed, now)
  })
  return { name: user.name, email, link }
}
