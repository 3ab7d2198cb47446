import 'server-only'
import { toLatinDigits } from '@/lib/bengali/digits'
import type { QueryClient } from '@/lib/db/client'
import { attemptCounter, consumeAttempt } from './attempt-limits'

/** The code as the authentication library compares it: with Latin digits, without blanks and invisible characters. */
export const readTypedCode = (typed: string): string =>
  toLatinDigits(typed).replace(/[\s\p{Cf}]/gu, '')

/**
 * Counts a correct code of the user as used. A code that somebody has read over a shoulder would otherwise be accepted a
 * second time within its half minute.
 * @returns whether this is its first use
 */
export const consumeCode = async (
  db: QueryClient,
  userId: string,
  code: string,
  now: Date,
): Promise<boolean> =>
  (await consumeAttempt(db, [attemptCounter('codeUsed', userId, code)], now)) === 0
