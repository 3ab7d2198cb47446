import 'server-only'
import type { z } from 'zod'
import type { Db, TransactionClient } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { runTransaction } from '@/lib/db/run-transaction'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import { invalidate } from '@/lib/invalidation/invalidate'
import { waitForServers } from '@/lib/invalidation/invalidation-barrier'
import type { CommandResult, Outcome, Refusal } from '@/lib/outcome'
import { batchMovedAddresses } from '@/lib/urls/moved-addresses'
import { type Actor, checkPermission, type Permission } from './roles'

/** What a command is made of, beside who asks and when. */
export type CommandDefinition<Schema extends z.ZodType, D extends CommandResult> = {
  /** The command's name, as the audit trail keeps it. */
  name: string
  permission: Permission
  schema: Schema
  input: z.input<Schema>
  /**
   * The work itself: what was done, or why it is not to be. What it wrote before refusing is undone; what the database
   * broke off is run anew.
   */
  run: (tx: TransactionClient, input: z.output<Schema>, actor: Actor) => Promise<D | Refusal>
  timeoutMs?: number
  /** Nothing that anybody would look up later: the audit trail has no line of it. */
  skipsAudit?: boolean
  /** Fields that the audit trail says nothing of: passwords, keys. */
  omitFromAudit?: readonly string[]
}

// Undoes the transaction: Prisma rolls back what throws.
class RefusedError extends Error {
  constructor(readonly reason: Refusal) {
    super(reason)
  }
}

// An editor's change may wait for another's on the same story or list; an import takes longer than a reader would wait.
const timeoutMs = 30_000
const maxWaitMs = 10_000

const invalidFields = (error: z.ZodError) => [
  ...new Set(error.issues.map((issue) => String(issue.path[0] ?? ''))),
]

// Bodies stand in the revision; the trail says what was asked for.
const maxDetailLength = 500

const auditDetailOf = (input: unknown, omitFromAudit: readonly string[]): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(input ?? {}).flatMap(([name, value]) => {
      if (omitFromAudit.includes(name)) return []
      const json = JSON.stringify(value)
      return json === undefined || json.length > maxDetailLength ? [] : [[name, JSON.parse(json)]]
    }),
  )

/** Appends the act to the audit trail, in the transaction of the act itself. */
async function writeAuditEntry(
  tx: TransactionClient,
  actor: Actor,
  {
    name,
    omitFromAudit = [],
  }: Pick<CommandDefinition<z.ZodType, CommandResult>, 'name' | 'omitFromAudit'>,
  input: unknown,
  result: CommandResult,
) {
  const { id: actorId, name: actorName } = actor
  const articleId = result.story?.id ?? null
  const detail = auditDetailOf(input, omitFromAudit)
  await tx.auditEntry.create({
    data: { actorId, actorName, act: name, articleId, detail },
  })
}

/**
 * What follows when readers may see something of a story change, or addresses move (a look at their pages, pings), is
 * for a worker: lib/worker.
 */
async function queueFollowUp(
  tx: TransactionClient,
  name: string,
  { change, story, moved }: CommandResult,
) {
  if (moved) {
    await tx.followUp.createMany({
      data: batchMovedAddresses(moved).map((each) => ({ act: name, moved: each })),
    })
  }
  if (!story || change.kind !== 'article' || !(change.before ?? change.after)) return
  const before = change.before ?? Prisma.DbNull
  const after = change.after ?? Prisma.DbNull
  await tx.followUp.create({ data: { articleId: story.id, act: name, before, after } })
}

/**
 * How every command of the newsroom goes: permission, input, one transaction, and in it the audit trail and the expiry
 * of all that the change makes stale. Readers and servers see the whole of it at its commit, or nothing; when it
 * returns, servers know.
 */
export async function runCommand<Schema extends z.ZodType, D extends CommandResult>(
  db: Db,
  actor: Actor | null,
  definition: CommandDefinition<Schema, D>,
): Promise<Outcome<D>> {
  const refusal = checkPermission(actor, definition.permission)
  if (refusal || !actor) return { ok: false, reason: refusal ?? 'notSignedIn' }
  const input = definition.schema.safeParse(definition.input)
  if (!input.success) return { ok: false, reason: 'invalid', fields: invalidFields(input.error) }
  const runInTransaction = async (tx: TransactionClient) => {
    const result = await definition.run(tx, input.data, actor)
    if (typeof result === 'string') throw new RefusedError(result)
    if (!definition.skipsAudit) await writeAuditEntry(tx, actor, definition, input.data, result)
    await queueFollowUp(tx, definition.name, result)
    await invalidate(tx, tagsTouchedBy(result.change))
    return result
  }
  try {
    const options = { timeout: definition.timeoutMs ?? timeoutMs, maxWait: maxWaitMs }
    const result = await runTransaction(db, runInTransaction, options)
    await waitForServers(tagsTouchedBy(result.change))
    return { ok: true, ...result }
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, reason: error.reason }
    throw error
  }
}
