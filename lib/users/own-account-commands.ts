import 'server-only'
import { z } from 'zod'
import { attemptCounter, consumeAttempt, recordSuccess } from '@/lib/auth/attempt-limits'
import {
  changePasswordInput,
  endSessionInput,
  endSessionsInput,
  ownNameInput,
} from '@/lib/auth/input'
import type { Actor } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import type { Db } from '@/lib/db/client'
import type { CommandResult, Refusal } from '@/lib/outcome'
import { isCorrectPassword, setPassword } from './password'

const noChange: CommandResult = { change: { kind: 'nothing' } }

/** Changes the user's own name. Revisions and the audit trail keep the earlier name. */
export const renameSelf = defineCommand({
  name: 'renameSelf',
  permission: 'account',
  input: ownNameInput,
  run: async ({ tx, actor: { id } }, { name }) => {
    // Gone since: an account that was taken away in the meantime.
    const { count } = await tx.user.updateMany({ where: { id }, data: { name } })
    return count > 0 ? noChange : 'noSuchUser'
  },
})

/**
 * Checks the password of a signed-in user before their account is changed, so that somebody at an unlocked screen
 * cannot take it over. After too many wrong ones in a quarter of an hour none is checked.
 */
export async function checkOwnPassword(
  db: Db,
  actor: Actor,
  password: string,
  now: Date,
): Promise<Refusal | null> {
  const counters = [attemptCounter('ownPassword', actor.id)]
  if ((await consumeAttempt(db, counters, now)) > 0) return 'tooManyTries'
  if (!(await isCorrectPassword(db, actor.id, password))) return 'wrongOwnPassword'
  await recordSuccess(db, counters, now)
  return null
}

/** Sets another password, and ends all sessions of the user but the one in which it is done. */
export const changePassword = defineCommand({
  name: 'changePassword',
  permission: 'account',
  input: changePasswordInput.extend({ currentSessionId: z.string() }),
  omitFromAudit: ['current', 'password', 'currentSessionId'],
  // A wrong password stays counted when the command is refused.
  prepare: ({ db, actor, now }, { current }) => checkOwnPassword(db, actor, current, now),
  run: async ({ tx, actor: { id } }, { password, currentSessionId }) => {
    await setPassword(tx, id, password)
    await tx.oneTimeLink.deleteMany({ where: { userId: id } })
    await tx.session.deleteMany({ where: { userId: id, id: { not: currentSessionId } } })
    return noChange
  },
})

/** Ends one of the user's own sessions, on any device. */
export const endSession = defineCommand({
  name: 'endSession',
  permission: 'account',
  input: endSessionInput,
  run: async ({ tx, actor: { id: userId } }, { id }) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId } })
    return count > 0 ? noChange : 'noSuchSession'
  },
})

/** Ends all of the user's own sessions, including this one. */
export const endSessions = defineCommand({
  name: 'endSessions',
  permission: 'account',
  input: endSessionsInput,
  run: async ({ tx, actor: { id: userId } }) => {
    await tx.session.deleteMany({ where: { userId } })
    return noChange
  },
})
