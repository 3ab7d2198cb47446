import 'server-only'
import type { z } from 'zod'
import { attemptCounter, consumeAttempt, recordSuccess } from '@/lib/auth/attempt-limits'
import {
  changePasswordInput,
  endSessionInput,
  endSessionsInput,
  ownNameInput,
} from '@/lib/auth/input'
import { type Actor, checkPermission } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import type { Db } from '@/lib/db/client'
import type { CommandResult, Outcome, Refusal } from '@/lib/outcome'
import { isCorrectPassword, setPassword } from './password'

const noChange: CommandResult = { change: { kind: 'nothing' } }

/** Another name for oneself; revisions and the trail keep the one of their day. */
export function renameSelf(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof ownNameInput>,
): Promise<Outcome> {
  const definition = {
    name: 'renameSelf',
    permission: 'account',
    schema: ownNameInput,
    input,
  } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, { name }, { id }) => {
      // Gone since: an account that was taken away in the meantime.
      const { count } = await tx.user.updateMany({ where: { id }, data: { name } })
      return count > 0 ? noChange : 'noSuchPerson'
    },
  })
}

/**
 * Asks for the password of somebody who is in, before their account is changed: whoever finds an open screen must not
 * get to keep it. So many wrong ones in a quarter of an hour, then none is looked at.
 */
export async function checkOwnPassword(
  db: Db,
  actor: Actor | null,
  password: string,
  now: Date,
): Promise<Refusal | null> {
  if (!actor) return 'notSignedIn'
  const counters = [attemptCounter('ownPassword', actor.id)]
  if ((await consumeAttempt(db, counters, now)) > 0) return 'tooManyTries'
  if (!(await isCorrectPassword(db, actor.id, password))) return 'wrongOwnPassword'
  await recordSuccess(db, counters, now)
  return null
}

/**
 * What of a command on one's own account is done before its transaction: a wrong password is to stay counted, and the
 * library has connections of its own, for which a transaction would wait while it holds one. Null where `perform` is to
 * refuse: for who may not, and for an input that is none.
 */
export async function runBeforeTransaction<Schema extends z.ZodType, Result>(
  actor: Actor | null,
  schema: Schema,
  input: z.input<Schema>,
  run: (parsed: z.output<Schema>) => Promise<Result>,
): Promise<Result | null> {
  const parsed = schema.safeParse(input)
  return checkPermission(actor, 'account') || !parsed.success ? null : run(parsed.data)
}

/**
 * Gives oneself another password, and ends every session but the one it is done in.
 * @param currentSessionId that one
 */
export async function changePassword(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof changePasswordInput>,
  currentSessionId: string,
  now: Date,
): Promise<Outcome> {
  const definition = { name: 'changePassword', permission: 'account', input } as const
  const refusal = await runBeforeTransaction(actor, changePasswordInput, input, ({ current }) =>
    checkOwnPassword(db, actor, current, now),
  )
  return runCommand(db, actor, {
    ...definition,
    schema: changePasswordInput,
    omitFromAudit: ['current', 'password'],
    run: async (tx, { password }, { id }) => {
      if (refusal) return refusal
      await setPassword(tx, id, password)
      await tx.oneTimeLink.deleteMany({ where: { userId: id } })
      await tx.session.deleteMany({ where: { userId: id, id: { not: currentSessionId } } })
      return noChange
    },
  })
}

/** Ends one of one's own sessions, on whatever machine it is. */
export function endSession(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof endSessionInput>,
): Promise<Outcome> {
  const definition = {
    name: 'endSession',
    permission: 'account',
    schema: endSessionInput,
    input,
  } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, { id }, { id: userId }) => {
      const { count } = await tx.session.deleteMany({ where: { id, userId } })
      return count > 0 ? noChange : 'noSuchSession'
    },
  })
}

/** Ends all of one's own sessions everywhere, this one among them. */
export function endSessions(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof endSessionsInput>,
): Promise<Outcome> {
  const definition = {
    name: 'endSessions',
    permission: 'account',
    schema: endSessionsInput,
    input,
  } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, _, { id: userId }) => {
      await tx.session.deleteMany({ where: { userId } })
      return noChange
    },
  })
}
