import 'server-only'
import { type Db, db } from '@/lib/db/client'
import type { Actor } from './roles'
import { currentActor, currentSignedIn, type SignedIn } from './session'

/** Carries a command out for who asks; actions and route handlers bring no database and no actor of their own. */
export async function act<T>(command: (db: Db, actor: Actor | null) => Promise<T>): Promise<T> {
  return command(db(), await currentActor())
}

/**
 * As `act`, for what somebody does to their own account: that they may do while two steps are still to be set up.
 * `signedIn` is null for a visitor.
 */
export async function actOnOneself<T>(
  command: (db: Db, actor: Actor | null, signedIn: SignedIn | null) => Promise<T>,
): Promise<T> {
  const signedIn = await currentSignedIn()
  return command(db(), signedIn?.actor ?? null, signedIn)
}

/** Carries out what needs no account: a link says who it is. */
export const actAsVisitor = <T>(command: (db: Db) => Promise<T>): Promise<T> => command(db())
