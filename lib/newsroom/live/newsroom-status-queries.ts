import 'server-only'
import { type Actor, scopeOf } from '@/lib/auth/permissions'
import { clockOffsetMs, paperNow } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { listPlannedChanges } from '@/lib/newsroom/publish/planned-change-queries'
import { countList } from '@/lib/newsroom/story-lists/list-queries'
import { findSchedulerDelaySeconds } from '@/lib/scheduler/scheduler-queries'
import type { NewsroomStatus } from './newsroom-status'

/** One answer of the database serves all open streams of this process for so long. */
function sharedFor<T>(lifetimeMs: number, find: () => Promise<T>): () => Promise<T> {
  let found: { at: number; answer: Promise<T> } | null = null
  return () => {
    if (!found || Date.now() - found.at >= lifetimeMs) found = { at: Date.now(), answer: find() }
    return found.answer
  }
}

/**
 * A value that differs when a command, a reader's report or a change of a planned text was committed since. The number of
 * recent audit entries stands beside the last one: entries are not committed in the order of their numbers.
 */
export async function findChange(): Promise<string> {
  const [row] = await db().$queryRaw<{ change: string }[]>`
    SELECT concat_ws('.',
      (SELECT max("id") FROM "AuditEntry"),
      (SELECT count(*) FROM "AuditEntry" WHERE "id" > (SELECT max("id") - 200 FROM "AuditEntry")),
      (SELECT max("id") FROM "ReaderReport"),
      (SELECT count(*) FROM "Article" story JOIN "WorkingCopy" copy ON copy."articleId" = story."id"
        WHERE story."status" = 'scheduled' AND copy."isChanged")
    ) AS "change"`
  return row?.change ?? ''
}

const sharedChange = sharedFor(1_000, findChange)
const sharedClock = sharedFor(5_000, async () => ({
  lateSeconds: await findSchedulerDelaySeconds(),
  clockOffsetSeconds: Math.round(clockOffsetMs() / 1_000),
}))
const sharedPlannedChanges = sharedFor(5_000, async () =>
  (await listPlannedChanges(paperNow())).map(({ publicAt, ...story }) => ({
    ...story,
    publicAt: publicAt.toISOString(),
  })),
)

/** How many stories wait for `actor`: on the desk, or with a reporter's own among them, what came back to them. */
export async function countPendingWork(actor: Actor): Promise<number> {
  const scope = scopeOf(actor, 'viewStories')
  if (!scope) return 0
  if (scope === 'all') return countList(actor, 'submitted', paperNow())
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Article" story
    WHERE story."ownerId" = ${actor.id} AND story."status" = 'draft' AND story."trashedAt" IS NULL
      AND (
        SELECT note."kind" FROM "ReviewNote" note WHERE note."articleId" = story."id"
        ORDER BY note."at" DESC, note."id" DESC LIMIT 1
      ) = 'sentBack'`
  return row?.count ?? 0
}

/** The status for `actor`; what of `before` has not changed is not counted again. */
export async function findNewsroomStatus(
  actor: Actor,
  before: NewsroomStatus | null,
): Promise<NewsroomStatus> {
  const seesAll = scopeOf(actor, 'viewStories') === 'all'
  const [change, clock, plannedChanges] = await Promise.all([
    sharedChange(),
    sharedClock(),
    seesAll ? sharedPlannedChanges() : [],
  ])
  const pendingCount =
    before?.change === change ? before.pendingCount : await countPendingWork(actor)
  return { change, pendingCount, ...clock, plannedChanges }
}
