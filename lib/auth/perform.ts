import 'server-only'
import type { z } from 'zod'
import { tagsTouchedBy } from '@/lib/cache-tags'
import type { Db, DbSession } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { transact } from '@/lib/db/transact'
import { announce } from '@/lib/document/announce'
import { expire } from '@/lib/document/expire'
import { portionsOf } from '@/lib/document/moved'
import type { Done, Outcome, Refusal } from '@/lib/outcome'
import { type Actor, type Deed, whyNot } from './roles'

/** What a command is made of, beside who asks and when. */
export type Errand<Schema extends z.ZodType, D extends Done> = {
  /** The command's name, as the audit trail keeps it. */
  act: string
  deed: Deed
  schema: Schema
  input: z.input<Schema>
  /**
   * The work itself: what was done, or why it is not to be. What it wrote before refusing is undone; what the database
   * broke off is run anew.
   */
  run: (session: DbSession, input: z.output<Schema>, actor: Actor) => Promise<D | Refusal>
  timeoutMs?: number
  /** Nothing that anybody would look up later: the audit trail has no line of it. */
  isQuiet?: boolean
  /** Fields that the audit trail says nothing of: passwords, keys. */
  unsaid?: readonly string[]
}

// Undoes the transaction: Prisma rolls back what throws.
class Refused extends Error {
  constructor(readonly reason: Refusal) {
    super(reason)
  }
}

// An editor's change may wait for another's on the same story or list; an import takes longer than a reader would wait.
const timeoutMs = 30_000
const maxWaitMs = 10_000

const faultyFields = (error: z.ZodError) => [
  ...new Set(error.issues.map((issue) => String(issue.path[0] ?? ''))),
]

// Bodies stand in the revision; the trail says what was asked for.
const longestDetail = 500

const detailOf = (input: unknown, unsaid: readonly string[]): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(input ?? {}).flatMap(([name, value]) => {
      if (unsaid.includes(name)) return []
      const json = JSON.stringify(value)
      return json === undefined || json.length > longestDetail ? [] : [[name, JSON.parse(json)]]
    }),
  )

/** Appends the act to the audit trail, in the transaction of the act itself. */
async function keepTrail(
  session: DbSession,
  actor: Actor,
  { act, unsaid = [] }: Pick<Errand<z.ZodType, Done>, 'act' | 'unsaid'>,
  input: unknown,
  done: Done,
) {
  const { id: actorId, name: actorName } = actor
  const articleId = done.story?.id ?? null
  const detail = detailOf(input, unsaid)
  await session.auditEntry.create({
    data: { actorId, actorName, act, articleId, detail },
  })
}

/**
 * What follows when readers may see something of a story change, or addresses move (a look at their pages, pings), is
 * for a worker: lib/jobs.
 */
async function leaveFollowUp(session: DbSession, act: string, { change, story, moved }: Done) {
  if (moved) {
    await session.followUp.createMany({
      data: portionsOf(moved).map((each) => ({ act, moved: each })),
    })
  }
  if (!story || change.kind !== 'article' || !(change.before ?? change.after)) return
  const before = change.before ?? Prisma.DbNull
  const after = change.after ?? Prisma.DbNull
  await session.followUp.create({ data: { articleId: story.id, act, before, after } })
}

/**
 * How every command of the newsroom goes: permission, input, one transaction, and in it the audit trail and the expiry
 * of all that the change makes stale. Readers and presses see the whole of it at its commit, or nothing; when it
 * returns, presses know.
 */
export async function perform<Schema extends z.ZodType, D extends Done>(
  db: Db,
  actor: Actor | null,
  errand: Errand<Schema, D>,
): Promise<Outcome<D>> {
  const refusal = whyNot(actor, errand.deed)
  if (refusal || !actor) return { ok: false, reason: refusal ?? 'notSignedIn' }
  const input = errand.schema.safeParse(errand.input)
  if (!input.success) return { ok: false, reason: 'invalid', fields: faultyFields(input.error) }
  const carryOut = async (session: DbSession) => {
    const done = await errand.run(session, input.data, actor)
    if (typeof done === 'string') throw new Refused(done)
    if (!errand.isQuiet) await keepTrail(session, actor, errand, input.data, done)
    await leaveFollowUp(session, errand.act, done)
    await expire(session, tagsTouchedBy(done.change))
    return done
  }
  try {
    const options = { timeout: errand.timeoutMs ?? timeoutMs, maxWait: maxWaitMs }
    const done = await transact(db, carryOut, options)
    await announce(tagsTouchedBy(done.change))
    return { ok: true, ...done }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason }
    throw error
  }
}
