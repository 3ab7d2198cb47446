import 'server-only'
import { fromPrisma, PgBoss } from 'pg-boss'
import { z } from 'zod'
import { defineCommand } from '@/lib/commands/command'
import type { CommandResult } from '@/lib/outcome'

export const retryInput = z.object({ id: z.uuid() })

/** What failed for good is tried once more, as pg-boss's own `retry` has it. */
export const retryJob = defineCommand<typeof retryInput, CommandResult>({
  name: 'retryJob',
  permission: 'queue',
  input: retryInput,
  run: async ({ tx }, { id }) => {
    const count = await tx.$executeRaw`
        UPDATE "jobs"."job"
        SET "state" = 'retry', "retry_limit" = "retry_limit" + 1, "completed_on" = NULL, "start_after" = now()
        WHERE "id" = ${id}::uuid AND "state" = 'failed'`
    return count === 0 ? 'noSuchJob' : { change: { kind: 'nothing' } }
  },
})
