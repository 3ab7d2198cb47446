import { createHash, randomBytes } from 'node:crypto'

/** The purpose of a one-time link: a first admin, an invitation, or a forgotten password. */
export type LinkPurpose = 'admin' | 'invite' | 'reset'

const hour = 60 * 60 * 1_000

/** How long a link is valid. */
export const linkLifetimeMs = {
  /** Printed in the terminal. */
  admin: 24 * hour,
  invite: 72 * hour,
  /** Handed over by an admin. */
  reset: 24 * hour,
  /** Sent by e-mail on a request for a forgotten password. */
  emailed: hour,
}

/** The token in a link's address: 256 random bits, of which only a hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The hash of the token, as the database stores it. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

export const linkPath = (token: string): string => `/newsroom/link/${token}`
