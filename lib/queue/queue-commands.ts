import 'server-only'
import { fromPrisma, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import { type Db, db } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { CommandResult, Outcome } from '@/lib/outcome'
import { queueSchema } from './job'
import { isQueueInstalled } from './queue-queries'

export const retryInput = z.object({ id: z.uuid() })

/** Has a job that failed for good tried once more. */
export function retryJob(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof retryInput>,
): Promise<Outcome<CommandResult>> {
  return runCommand<typeof retryInput, CommandResult>(db, actor, {
    name: 'retryJob',
    permission: 'queue',
    schema: retryInput,
    input,
    run: async (tx, { id }) => {
      const isRetried = await withQueue(async (boss) => {
        for (const { name } of await boss.getQueues()) {
          const [job] = await boss.findJobs(name, { id, db: fromPrisma(tx) })
          if (job?.state !== 'failed') continue
          await boss.retry(name, id, { db: fromPrisma(tx) })
          return true
        }
        return false
      })
      return isRetried ? { change: { kind: 'nothing' } } : 'noSuchJob'
    },
  })
}

/** Opens the queue for one request: it takes up no work and leaves the queue's tables as they are. */
async function withQueue(use: (boss: PgBoss) => Promise<boolean>): Promise<boolean> {
  if (!(await isQueueInstalled())) return false
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL ?? '',
    max: 1,
    schema: queueSchema,
    ...{ migrate: false, supervise: false, schedule: false, registerInstance: false },
  })
  try {
    await boss.start()
    return await use(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** As `retryJob`, on the paper's own database. */
export const retryQueuedJob = (actor: Actor | null, input: z.input<typeof retryInput>) =>
  retryJob(db(), actor, input)
