import 'server-only'
import type { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Done, Outcome, Refusal } from '@/lib/outcome'
import { changePasswordInput, endSessionInput, endSessionsInput, ownNameInput } from './input'
import { countAttempt, countOf, forgive } from './limits'
import { givePassword, isPasswordOf } from './password'
import { perform } from './perform'
import { type Actor, whyNot } from './roles'

const nothing: Done = { change: { kind: 'nothing' } }

/** Another name for oneself; revisions and the trail keep the one of their day. */
export function renameSelf(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof ownNameInput>,
): Promise<Outcome> {
  const errand = { act: 'renameSelf', deed: 'account', schema: ownNameInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { name }, { id }) => {
      // Gone since: an account that was taken away in the meantime.
      const { count } = await session.user.updateMany({ where: { id }, data: { name } })
      return count > 0 ? nothing : 'noSuchPerson'
    },
  })
}

/**
 * Asks for the password of somebody who is in, before their account is changed: whoever finds an open screen must not
 * get to keep it. So many wrong ones in a quarter of an hour, then none is looked at.
 */
export async function whyNotPassword(
  db: Db,
  actor: Actor | null,
  password: string,
  now: Date,
): Promise<Refusal | null> {
  if (!actor) return 'notSignedIn'
  const counts = [countOf('ownPassword', actor.id)]
  if ((await countAttempt(db, counts, now)) > 0) return 'tooManyTries'
  if (!(await isPasswordOf(db, actor.id, password))) return 'wrongOwnPassword'
  await forgive(db, counts, now)
  return null
}

/**
 * What of a command on one's own account is done before its transaction: a wrong password is to stay counted, and the
 * library has connections of its own, for which a transaction would wait while it holds one. Null where `perform` is to
 * refuse: for who may not, and for an input that is none.
 */
export async function beforehand<Schema extends z.ZodType, Result>(
  actor: Actor | null,
  schema: Schema,
  input: z.input<Schema>,
  work: (given: z.output<Schema>) => Promise<Result>,
): Promise<Result | null> {
  const given = schema.safeParse(input)
  return whyNot(actor, 'account') || !given.success ? null : work(given.data)
}

/**
 * Gives oneself another password, and ends every session but the one it is done in.
 * @param keptSessionId that one
 */
export async function changePassword(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof changePasswordInput>,
  keptSessionId: string,
  now: Date,
): Promise<Outcome> {
  const errand = { act: 'changePassword', deed: 'account', input } as const
  const refusal = await beforehand(actor, changePasswordInput, input, ({ current }) =>
    whyNotPassword(db, actor, current, now),
  )
  return perform(db, actor, {
    ...errand,
    schema: changePasswordInput,
    unsaid: ['current', 'password'],
    run: async (session, { password }, { id }) => {
      if (refusal) return refusal
      await givePassword(session, id, password)
      await session.oneTimeLink.deleteMany({ where: { userId: id } })
      await session.session.deleteMany({ where: { userId: id, id: { not: keptSessionId } } })
      return nothing
    },
  })
}

/** Ends one of one's own sessions, on whatever machine it is. */
export function endSession(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof endSessionInput>,
): Promise<Outcome> {
  const errand = { act: 'endSession', deed: 'account', schema: endSessionInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { id }, { id: userId }) => {
      const { count } = await session.session.deleteMany({ where: { id, userId } })
      return count > 0 ? nothing : 'noSuchSession'
    },
  })
}

/** Ends all of one's own sessions everywhere, this one among them. */
export function endSessions(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof endSessionsInput>,
): Promise<Outcome> {
  const errand = { act: 'endSessions', deed: 'account', schema: endSessionsInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, _, { id: userId }) => {
      await session.session.deleteMany({ where: { userId } })
      return nothing
    },
  })
}
