import { runCommand } from '@/lib/commands/command'
import 'server-only'
import { schedulerActor } from '@/lib/auth/system-actors'
import type { Db } from '@/lib/db/client'
import { finalizeScheduled } from '@/lib/newsroom/publish/publish-commands'
import type { JobReport } from '@/lib/queue/job'

const maxStoriesPerRun = 50

/** What of a tick is for others to do. */
export type SchedulerOptions = {
  /** Hands what follows to the queue; null while there is no queue. */
  dispatchOutbox: (() => Promise<number>) | null
  onError: (error: unknown) => void
}

/** Stories whose hour has come, and the hour it is: by the database's clock, whatever this machine's says. */
async function findDue(db: Db): Promise<{ id: number; now: Date }[]> {
  return await db.$queryRaw`
    SELECT "id", clock_timestamp() AS "now" FROM "Article"
    WHERE "status" = 'scheduled' AND "publicAt" <= clock_timestamp() ORDER BY "publicAt" LIMIT ${maxStoriesPerRun}::int`
}

/** A sign of life, by the database's clock; of many workers one gives it. */
async function writeHeartbeat(db: Db, note: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Heartbeat" ("name", "at", "note") VALUES ('clock', clock_timestamp(), ${note})
    ON CONFLICT ("name") DO UPDATE SET "at" = EXCLUDED."at", "note" = EXCLUDED."note"
    WHERE "Heartbeat"."at" < EXCLUDED."at" - interval '1500 milliseconds'`
}

/**
 * One turn of the scheduler, every second: writes down what has become public, hands over what follows from it,
 * and gives a sign of life. A story that cannot be settled keeps no other waiting; it is told of by the alarm.
 * Safe to run twice, and by many at once: of a story that is due one settles, the others are refused.
 * @throws what the database says when it cannot be asked at all
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
  return { summary: `settled ${finalized}, handed over ${dispatched}` }
}
