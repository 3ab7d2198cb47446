import 'server-only'
import { schedulerActor } from '@/lib/auth/system-actors'
import { runCommand } from '@/lib/commands/command'
import type { Db } from '@/lib/db/client'
import { finalizeScheduled } from '@/lib/newsroom/publish/publish-commands'
import type { JobReport } from '@/lib/queue/job'

const maxStoriesPerRun = 50

export type SchedulerOptions = {
  /** Turns the outbox into jobs; null while there is no queue. */
  dispatchOutbox: (() => Promise<number>) | null
  onError: (error: unknown) => void
}

/** Stories whose planned time has come, and the current time, both by the database's clock. */
async function findDue(db: Db): Promise<{ id: number; now: Date }[]> {
  return await db.$queryRaw`
    SELECT "id", clock_timestamp() AS "now" FROM "Article"
    WHERE "status" = 'scheduled' AND "publicAt" <= clock_timestamp() ORDER BY "publicAt" LIMIT ${maxStoriesPerRun}::int`
}

/** Stores a heartbeat with the database's time; one of several workers stores it. */
async function writeHeartbeat(db: Db, note: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Heartbeat" ("name", "at", "note") VALUES ('scheduler', clock_timestamp(), ${note})
    ON CONFLICT ("name") DO UPDATE SET "at" = EXCLUDED."at", "note" = EXCLUDED."note"
    WHERE "Heartbeat"."at" < EXCLUDED."at" - interval '1500 milliseconds'`
}

/**
 * One tick of the scheduler, every second: finalizes stories that have become public, turns the outbox into jobs
 * and stores a heartbeat. A story that cannot be finalized does not delay others; the alarm reports it.
 * Safe to run twice and concurrently: one run finalizes a due story, the others are refused.
 * @throws the database's error when no query can be sent
 */
export async function runScheduler(
  db: Db,
  { dispatchOutbox, onError }: SchedulerOptions,
): Promise<JobReport> {
  const due = await findDue(db)
  let finalized = 0
  for (const { id, now } of due) {
    try {
      const outcome = await runCommand(db, schedulerActor, finalizeScheduled, { id }, now)
      if (outcome.ok) finalized += 1
    } catch (error) {
      onError(error)
    }
  }
  await writeHeartbeat(db, `${process.pid}`)
  const dispatched = dispatchOutbox ? await dispatchOutbox() : 0
  return { summary: `finalized ${finalized}, dispatched ${dispatched}` }
}
