import { hashToken, linkLifetimeMs, linkPath, newToken } from '../../lib/users/one-time-link'
import { withClient } from '../database/database'
import { toDatabaseError } from '../database/database-error'
import { errorCode } from '../terminal/terminal'

/**
 * The path of a link that makes the first admin; it replaces the link of an earlier start. Null when there is an account
 * already.
 */
export async function makeFirstAdminLink(url: string): Promise<string | null> {
  const token = newToken()
  const lifeSeconds = linkLifetimeMs.admin / 1_000
  try {
    const isMade = await withClient(url, async (client) => {
      // One statement each, in one transaction: two instances that start at once leave one link.
      await client.query('begin')
      await client.query('lock table "OneTimeLink" in share row exclusive mode')
      const { rows } = await client.query('select exists (select from "User") as is_staffed')
      if (rows[0].is_staffed) return false
      await client.query(`delete from "OneTimeLink" where "purpose" = 'admin'`)
      await client.query(
        `insert into "OneTimeLink" ("hash", "purpose", "expiresAt")
         values ($1, 'admin', now() + $2::float8 * interval '1 second')`,
        [hashToken(token), lifeSeconds],
      )
      await client.query('commit')
      return true
    })
    return isMade ? linkPath(token) : null
  } catch (error) {
    // A folder whose migrations know no accounts.
    if (errorCode(error) === '42P01') return null
    throw toDatabaseError(error, url)
  }
}

/** The lines for the terminal; `site` is the paper's address. */
export const firstAdminLines = (site: string, path: string): string =>
  [
    'Nobody can sign in to the newsroom yet. Its first admin comes in here, once, within 24 hours:',
    `  ${site}${path}`,
    'Another such link, at any time: npm run newsroom:admin',
    '',
  ].join('\n')
