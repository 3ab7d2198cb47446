import { createHash, randomBytes } from 'node:crypto'

/** What a way in that opens once is for: a new admin, somebody invited, somebody who forgot the password. */
export type LinkPurpose = 'admin' | 'invite' | 'reset'

const hour = 60 * 60 * 1_000

/** How long a link waits to be used. */
export const linkLifetimeMs = {
  /** Printed in the terminal. */
  admin: 24 * hour,
  invite: 72 * hour,
  /** Handed over by an admin. */
  reset: 24 * hour,
  /** Sent to whoever says that they forgot their password. */
  emailed: hour,
}

/** What the address of a link carries: 256 random bits, known to nobody but whom it is given to. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of it. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

export const linkPath = (token: string): string => `/newsroom/link/${token}`
