import 'server-only'
import type { z } from 'zod'
import { type Actor, checkPermission, type Permission } from '@/lib/auth/permissions'
import { paperNow } from '@/lib/clock'
import type { Db, TransactionClient } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { runTransaction } from '@/lib/db/run-transaction'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import { invalidate } from '@/lib/invalidation/invalidate'
import { waitForServers } from '@/lib/invalidation/invalidation-barrier'
import type { CommandResult, DetailedRefusal, Outcome, Refusal } from '@/lib/outcome'
import { batchMovedAddresses } from '@/lib/urls/moved-addresses'
import type { CommandName } from './command-names'

/** The context of a command. `now` is the time at which it counts as done. */
export type CommandContext = { tx: TransactionClient; actor: Actor; now: Date }

/** The context of `prepare`, which runs before the transaction on a connection of its own. */
type PrepareContext = { db: Db; actor: Actor; now: Date }

/** A write, run by `runCommand` for server actions, route handlers, the terminal, the import, the sample loader and jobs. */
export type CommandDefinition<
  Schema extends z.ZodType,
  Result extends CommandResult | DetailedRefusal,
  Prepared = undefined,
> = {
  /** Identifies the command in the audit trail and in the outbox. */
  name: CommandName
  permission: Permission
  input: Schema
  /** Finds the actor of a visitor by the input: the holder of a one-time link, the user who asks for an e-mail. */
  identify?: (context: { db: Db; now: Date }, input: z.output<Schema>) => Promise<Actor | Refusal>
  /**
   * Work that must not be in the transaction: reading files, calling a library that has connections of its own, counting
   * a wrong password. A refusal ends the command.
   */
  prepare?: (context: PrepareContext, input: z.output<Schema>) => Promise<Prepared | Refusal>
  /**
   * Writes, and returns what changed, or a refusal: then the transaction is rolled back, unless the refusal has a change.
   * Runs again when the database aborts the transaction (deadlock, serialization failure), so it must have no effects
   * outside it.
   */
  run: (
    context: CommandContext & { prepared: Prepared },
    input: z.output<Schema>,
  ) => Promise<Result | Refusal>
  /** The effects outside the database after the commit: files to delete. */
  afterCommit?: (result: Result, input: z.output<Schema>) => Promise<void>
  timeoutMs?: number
  /** For commands that nobody looks up later (presence, autosave): no audit entry is written. */
  skipsAudit?: boolean
  /** Fields of the input that the audit entry leaves out: passwords, keys, files. */
  omitFromAudit?: readonly (keyof z.output<Schema> & string)[]
}

/** Checks the definition's types; the definition itself is the command. */
export const defineCommand = <
  Schema extends z.ZodType,
  Result extends CommandResult | DetailedRefusal,
  Prepared = undefined,
>(
  definition: CommandDefinition<Schema, Result, Prepared>,
) => definition

// Undoes the transaction: Prisma rolls back what throws.
class RefusedError extends Error {
  constructor(readonly details: DetailedRefusal) {
    super(details.refusal)
  }
}

const refused = <Result extends CommandResult | DetailedRefusal>(
  reason: Refusal,
  details: object = {},
) => ({ ok: false, reason, ...details }) as Outcome<Result>

// An editor's change may wait for another's on the same story or list; an import takes longer than a reader would wait.
const timeoutMs = 30_000
const maxWaitMs = 10_000

const invalidFields = (error: z.ZodError) => [
  ...new Set(error.issues.map((issue) => String(issue.path[0] ?? ''))),
]

// The revision has the body; the audit entry has the rest of the input.
const maxDetailLength = 500

const auditDetailOf = (input: unknown, omitFromAudit: readonly string[]): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(input ?? {}).flatMap(([name, value]) => {
      if (omitFromAudit.includes(name)) return []
      const json = JSON.stringify(value)
      return json === undefined || json.length > maxDetailLength ? [] : [[name, JSON.parse(json)]]
    }),
  )

/** Appends an audit entry in the transaction of the command. */
async function writeAuditEntry(
  tx: TransactionClient,
  actor: Actor,
  { name, omitFromAudit = [] }: { name: CommandName; omitFromAudit?: readonly string[] },
  input: unknown,
  result: CommandResult,
) {
  const { id: actorId, name: actorName } = actor
  const articleId = result.story?.id ?? null
  const detail = auditDetailOf(input, omitFromAudit)
  await tx.auditEntry.create({
    data: { actorId, actorName, command: name, articleId, detail },
  })
}

/**
 * Writes outbox rows when readers may see something of a story change, or addresses move: the worker reads them and runs
 * the publication check and the notifications (lib/worker/job-registry.ts).
 */
async function queueFollowUp(
  tx: TransactionClient,
  name: CommandName,
  { change, story, moved }: CommandResult,
) {
  if (moved) {
    await tx.outboxEvent.createMany({
      data: batchMovedAddresses(moved).map((each) => ({ command: name, moved: each })),
    })
  }
  if (!story || change.kind !== 'article' || !(change.before ?? change.after)) return
  const before = change.before ?? Prisma.DbNull
  const after = change.after ?? Prisma.DbNull
  await tx.outboxEvent.create({ data: { articleId: story.id, command: name, before, after } })
}

/**
 * Runs a command: permission, input, `prepare`, then one transaction with the write, the audit entry, the outbox rows and
 * the invalidation of cached pages. Readers and servers see the whole of it at its commit, or nothing. Returns when all
 * servers have acknowledged the invalidation.
 *
 * @param sender null for a visitor who is not signed in
 * @param input anything; the command's schema parses it
 */
export async function runCommand<
  Schema extends z.ZodType,
  Result extends CommandResult | DetailedRefusal,
  Prepared = undefined,
>(
  db: Db,
  sender: Actor | null,
  command: CommandDefinition<Schema, Result, Prepared>,
  input: z.input<Schema>,
  now = paperNow(),
): Promise<Outcome<Result>> {
  const refusal = command.identify ? null : checkPermission(sender, command.permission)
  if (refusal) return refused(refusal)
  const parsed = command.input.safeParse(input)
  if (!parsed.success) return refused('invalid', { fields: invalidFields(parsed.error) })
  const actor = command.identify ? await command.identify({ db, now }, parsed.data) : sender
  if (typeof actor === 'string') return refused(actor)
  if (!actor || checkPermission(actor, command.permission)) return refused('notAllowed')
  const prepared = await command.prepare?.({ db, actor, now }, parsed.data)
  if (typeof prepared === 'string') return refused(prepared as Refusal)
  const runInTransaction = async (tx: TransactionClient) => {
    const context = { tx, actor, now, prepared: prepared as Prepared }
    const result = await command.run(context, parsed.data)
    if (typeof result === 'string') throw new RefusedError({ refusal: result })
    if (!result.change) throw new RefusedError(result as DetailedRefusal)
    if (!('refusal' in result) && !command.skipsAudit)
      await writeAuditEntry(tx, actor, command, parsed.data, result)
    await queueFollowUp(tx, command.name, result)
    await invalidate(tx, tagsTouchedBy(result.change))
    return result as Result & CommandResult & { refusal?: Refusal }
  }
  try {
    const options = { timeout: command.timeoutMs ?? timeoutMs, maxWait: maxWaitMs }
    const result = await runTransaction(db, runInTransaction, options)
    await waitForServers(tagsTouchedBy(result.change))
    await command.afterCommit?.(result, parsed.data)
    const { refusal: reason, change: _, story: __, moved: ___, ...details } = result
    return reason ? refused(reason, details) : ({ ok: true, ...result } as Outcome<Result>)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const { refusal: reason, ...rest } = error.details
    return refused(reason, rest)
  }
}
