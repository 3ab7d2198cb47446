import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import { type Db, db } from '@/lib/db/client'
import type { CommandResult, Outcome } from '@/lib/outcome'

export const retryInput = z.object({ id: z.uuid() })

/** What failed for good is tried once more, as pg-boss's own `retry` has it. */
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
      const count = await tx.$executeRaw`
        UPDATE "jobs"."job"
        SET "state" = 'retry', "retry_limit" = "retry_limit" + 1, "completed_on" = NULL, "start_after" = now()
        WHERE "id" = ${id}::uuid AND "state" = 'failed'`
      return count === 0 ? 'noSuchJob' : { change: { kind: 'nothing' } }
    },
  })
}

/** As `retryJob`, on the paper's own database. */
export const retryQueuedJob = (actor: Actor | null, input: z.input<typeof retryInput>) =>
  retryJob(db(), actor, input)
