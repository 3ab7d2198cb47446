import 'server-only'
import { db } from '@/lib/db/client'
import type { QueuedJob } from './job'

const maxListed = 200

/** Whether a worker has ever been started on this database. */
export async function isQueueInstalled(): Promise<boolean> {
  const [there] = await db().$queryRaw<{ isThere: boolean }[]>`
    SELECT to_regclass('jobs.job') IS NOT NULL AS "isThere"`
  return there?.isThere ?? false
}

/** Whether a job of that story waits (also for a retry) or is active. */
export async function isQueued(name: string, articleId: number): Promise<boolean> {
  const waiting = await db().outboxEvent.findFirst({ where: { articleId }, select: { id: true } })
  if (waiting) return true
  if (!(await isQueueInstalled())) return false
  const rows = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM "jobs"."job"
    WHERE "name" = ${name} AND "state" < 'completed' AND ("data" ->> 'articleId')::int = ${articleId}::int LIMIT 1`
  return rows.length > 0
}

/** All unfinished jobs: failed ones first, then the oldest. Empty before a worker was ever started. */
export async function listQueued(): Promise<QueuedJob[]> {
  if (!(await isQueueInstalled())) return []
  return await db().$queryRaw<QueuedJob[]>`
    SELECT j."id"::text AS "id", j."name",
      CASE j."state"::text WHEN 'failed' THEN 'failed' WHEN 'active' THEN 'active' ELSE 'waiting' END AS "state",
      a."id" AS "articleId", a."headline",
      (SELECT NULLIF(count(DISTINCT p."articleId") + coalesce(sum("countMovedAddresses"(p."moved")) FILTER (WHERE p."articleId" IS NULL), 0), 0)::int
        FROM "PendingNotification" p WHERE p."channel" = j."name") AS "waiting", j."output" ->> 'message' AS "fault",
      j."retry_count" + (j."state"::text IN ('retry', 'failed'))::int AS "tries",
      j."created_on" AS "createdOn", j."start_after" AS "startAfter"
    FROM "jobs"."job" j LEFT JOIN "Article" a ON a."id" = (j."data" ->> 'articleId')::int
    WHERE j."state"::text IN ('created', 'retry', 'active', 'failed') AND j."name" NOT LIKE '\\_\\_%'
    ORDER BY j."state"::text = 'failed' DESC, j."created_on", j."id" LIMIT ${maxListed}::int`
}
