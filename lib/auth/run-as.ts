import 'server-only'
import { type Db, db } from '@/lib/db/client'
import type { Actor } from './roles'
import { currentActor, currentSignedInUser, type SignedInUser } from './session'

/** Carries a command out for who asks; actions and route handlers bring no database and no actor of their own. */
export async function runAsCurrentActor<T>(
  command: (db: Db, actor: Actor | null) => Promise<T>,
): Promise<T> {
  return command(db(), await currentActor())
}

/**
 * As `act`, for what somebody does to their own account: that they may do while two steps are still to be set up.
 * `signedInUser` is null for a visitor.
 */
export async function runOnOwnAccount<T>(
  command: (db: Db, actor: Actor | null, signedInUser: SignedInUser | null) => Promise<T>,
): Promise<T> {
  const signedInUser = await currentSignedInUser()
  return command(db(), signedInUser?.actor ?? null, signedInUser)
}

/** Carries out what needs no account: a link says who it is. */
export const runAsVisitor = <T>(command: (db: Db) => Promise<T>): Promise<T> => command(db())
