import 'server-only'
import { createHash } from 'node:crypto'
import type { QueryClient } from '@/lib/db/client'
import { networkOf } from '@/lib/http/client-network'

/** How many attempts are allowed within a time, and what a successful attempt does to the count. */
type AttemptLimit = { max: number; windowMs: number; onSuccess: 'forget' | 'takeBack' | 'keep' }

/** One of the counts that an attempt is added to. */
export type AttemptCounter = { key: string; limit: AttemptLimit }

const minutesMs = (count: number) => count * 60_000
const quarterHourMs = minutesMs(15)

const attemptLimits = {
  /** Passwords for one account from one address. Attempts from other addresses do not lock the owner out. */
  signInHere: { max: 5, windowMs: quarterHourMs, onSuccess: 'forget' },
  /** Passwords for one account from all addresses. */
  signInAccount: { max: 30, windowMs: quarterHourMs, onSuccess: 'forget' },
  /** Passwords from one address. A large newsroom may share one address. */
  signInAddress: { max: 40, windowMs: quarterHourMs, onSuccess: 'takeBack' },
  /** Two-step codes from one address. The library counts those for one account. */
  codeAddress: { max: 40, windowMs: quarterHourMs, onSuccess: 'takeBack' },
  /** A code is valid once, even within its 30 seconds. */
  codeUsed: { max: 1, windowMs: minutesMs(5), onSuccess: 'keep' },
  /** Passwords that a signed-in user enters again before an account is changed. */
  ownPassword: { max: 10, windowMs: quarterHourMs, onSuccess: 'forget' },
  /** Codes of a phone that is being set up. */
  ownCode: { max: 10, windowMs: quarterHourMs, onSuccess: 'forget' },
  /** E-mails with a link, to one account and from one address. */
  resetAccount: { max: 3, windowMs: minutesMs(60), onSuccess: 'keep' },
  resetAddress: { max: 20, windowMs: minutesMs(60), onSuccess: 'keep' },
  /** Reader forms of one kind from one network. A mobile operator may have many readers behind one address. */
  formNetwork: { max: 40, windowMs: minutesMs(60), onSuccess: 'keep' },
  /** Reader forms of one kind about one thing, a story, from one network. */
  formSubject: { max: 10, windowMs: minutesMs(60), onSuccess: 'keep' },
} satisfies Record<string, AttemptLimit>

/** The count of that kind for who is named; kept under a hash, so that the table tells nobody's address. */
export function attemptCounter(
  kind: keyof typeof attemptLimits,
  ...names: string[]
): AttemptCounter {
  const hash = createHash('sha256').update(names.join('\n')).digest('base64url')
  return { key: `${kind}:${hash}`, limit: attemptLimits[kind] }
}

/** The client's address as the limits count it. */
export const clientNetworkOf = (headers: Headers): string =>
  networkOf(headers.get('x-forwarded-for') ?? 'unknown')

/**
 * Counts an attempt before it is made, in one statement, so that any number at once, at any number of instances, gets no
 * more than the rules give.
 * @returns for how many milliseconds to wait; 0 when it may be made
 */
export async function consumeAttempt(
  db: QueryClient,
  counters: AttemptCounter[],
  now: Date,
): Promise<number> {
  // Rows are locked in one order, so that two transactions cannot deadlock.
  const sorted = counters.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const keys = sorted.map(({ key }) => key)
  const windowEnds = sorted.map(({ limit }) => new Date(now.getTime() + limit.windowMs))
  const rows = await db.$queryRaw<{ key: string; count: number; until: Date }[]>`
    INSERT INTO "RateLimitCounter" AS known ("key", "count", "until")
    SELECT "key", 1, "until" FROM unnest(${keys}::text[], ${windowEnds}::timestamptz[]) AS given ("key", "until")
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN known."until" <= ${now} THEN 1 ELSE known."count" + 1 END,
      "until" = CASE WHEN known."until" <= ${now} THEN EXCLUDED."until" ELSE known."until" END
    RETURNING "key", "count", "until"`
  const waitsMs = rows.map(({ key, count, until }) => {
    const max = sorted.find((each) => each.key === key)?.limit.max ?? 0
    return count > max ? until.getTime() - now.getTime() : 0
  })
  return Math.max(0, ...waitsMs)
}

/** After an attempt that was right: its counts are forgotten or taken back, and those that are over removed. */
export async function recordSuccess(
  db: QueryClient,
  counters: AttemptCounter[],
  now: Date,
): Promise<void> {
  const keysWith = (onSuccess: AttemptLimit['onSuccess']) =>
    counters.filter(({ limit }) => limit.onSuccess === onSuccess).map(({ key }) => key)
  await db.$executeRaw`
    UPDATE "RateLimitCounter" SET "count" = GREATEST("count" - 1, 0) WHERE "key" = ANY(${keysWith('takeBack')}::text[])`
  await db.$executeRaw`
    DELETE FROM "RateLimitCounter" WHERE "key" = ANY(${keysWith('forget')}::text[]) OR "until" <= ${now}`
}
