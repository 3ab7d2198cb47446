import 'server-only'
import { fromPrisma, PgBoss } from 'pg-boss'
import { z } from 'zod'
import { defineCommand } from '@/lib/commands/command'
import { env } from '@/lib/env'
import type { CommandResult } from '@/lib/outcome'
import { queueSchema } from './job'
import { isQueueInstalled } from './queue-queries'

export const retryInput = z.object({ id: z.uuid() })

/** Retries a job that failed for good. */
export const retryJob = defineCommand<typeof retryInput, CommandResult>({
  name: 'retryJob',
  permission: 'queue',
  input: retryInput,
  run: async ({ tx }, { id }) => {
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

/** Opens the queue for one request: it takes up no work and leaves the queue's tables as they are. */
async function withQueue(use: (boss: PgBoss) => Promise<boolean>): Promise<boolean> {
  if (!(await isQueueInstalled())) return false
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL ?? '',
    max: 1,
    schema: queueSchema,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => {}) // the call that fails rejects as well
  try {
    await boss.start()
    return await use(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
}
