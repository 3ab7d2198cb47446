import 'server-only'
import { createHash } from 'node:crypto'
import type { DbSession } from '@/lib/db/client'
import { networkOf } from './network'

/** How often something may be tried within a time, and what a right one does to the count. */
type Rule = { most: number; withinMs: number; whenRight: 'forget' | 'takeBack' | 'keep' }

/** One of the counts that an attempt goes to. */
export type Count = { key: string; rule: Rule }

const minutes = (count: number) => count * 60_000
const quarter = minutes(15)

const rules = {
  /** Passwords of one account from one address: beside the address, so that a stranger elsewhere does not lock its owner out. */
  signInHere: { most: 5, withinMs: quarter, whenRight: 'forget' },
  /** Passwords of one account from everywhere. */
  signInAccount: { most: 30, withinMs: quarter, whenRight: 'forget' },
  /** Passwords from one address: a newsroom of many may share it. */
  signInAddress: { most: 40, withinMs: quarter, whenRight: 'takeBack' },
  /** Codes of two steps from one address; of one account the library counts. */
  codeAddress: { most: 40, withinMs: quarter, whenRight: 'takeBack' },
  /** A code is good once, though its half minute is not over. */
  codeUsed: { most: 1, withinMs: minutes(5), whenRight: 'keep' },
  /** Passwords of somebody who is in, asked again before an account is changed. */
  ownPassword: { most: 10, withinMs: quarter, whenRight: 'forget' },
  /** Codes of a phone that is being set up. */
  ownCode: { most: 10, withinMs: quarter, whenRight: 'forget' },
  /** Letters with a link, to one account and from one address. */
  resetAccount: { most: 3, withinMs: minutes(60), whenRight: 'keep' },
  resetAddress: { most: 20, withinMs: minutes(60), whenRight: 'keep' },
} satisfies Record<string, Rule>

/** The count of that kind for who is named; kept under a hash, so that the table tells nobody's address. */
export function countOf(kind: keyof typeof rules, ...names: string[]): Count {
  const hash = createHash('sha256').update(names.join('\n')).digest('base64url')
  return { key: `${kind}:${hash}`, rule: rules[kind] }
}

/** The asker's address as limits see it. */
export const addressOf = (headers: Headers): string =>
  networkOf(headers.get('x-forwarded-for') ?? 'unknown')

/**
 * Counts an attempt before it is made, in one statement, so that any number at once, at any number of instances, gets no
 * more than the rules give.
 * @returns for how many milliseconds to wait; 0 when it may be made
 */
export async function countAttempt(db: DbSession, counts: Count[], now: Date): Promise<number> {
  // One order for all, so that two cannot wait for each other's rows.
  const sorted = counts.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const keys = sorted.map(({ key }) => key)
  const ends = sorted.map(({ rule }) => new Date(now.getTime() + rule.withinMs))
  const rows = await db.$queryRaw<{ key: string; count: number; until: Date }[]>`
    INSERT INTO "Attempt" AS known ("key", "count", "until")
    SELECT "key", 1, "until" FROM unnest(${keys}::text[], ${ends}::timestamptz[]) AS given ("key", "until")
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN known."until" <= ${now} THEN 1 ELSE known."count" + 1 END,
      "until" = CASE WHEN known."until" <= ${now} THEN EXCLUDED."until" ELSE known."until" END
    RETURNING "key", "count", "until"`
  const waits = rows.map(({ key, count, until }) => {
    const most = sorted.find((each) => each.key === key)?.rule.most ?? 0
    return count > most ? until.getTime() - now.getTime() : 0
  })
  return Math.max(0, ...waits)
}

/** After an attempt that was right: its counts are forgotten or taken back, and those that are over removed. */
export async function forgive(db: DbSession, counts: Count[], now: Date): Promise<void> {
  const keysThat = (whenRight: Rule['whenRight']) =>
    counts.filter(({ rule }) => rule.whenRight === whenRight).map(({ key }) => key)
  await db.$executeRaw`
    UPDATE "Attempt" SET "count" = GREATEST("count" - 1, 0) WHERE "key" = ANY(${keysThat('takeBack')}::text[])`
  await db.$executeRaw`
    DELETE FROM "Attempt" WHERE "key" = ANY(${keysThat('forget')}::text[]) OR "until" <= ${now}`
}
