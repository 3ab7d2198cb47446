import { errorCode, toSingleLine, UserError } from '../terminal/terminal'

/** The error of a connection or a query as one line for the operator. Never shows the password. */
export function toDatabaseError(error: unknown, url: string): unknown {
  if (error instanceof UserError) return error
  const { host, database, user } = describeUrl(url)
  const said = toSingleLine((error as Error).message ?? String(error))
  const userError = (line: string) => new UserError(line, { cause: error })
  switch (errorCode(error)) {
    case 'ERR_INVALID_URL':
      return userError(
        'DATABASE_URL is not an address: write postgresql://user:password@host:5432/name',
      )
    case 'ECONNREFUSED':
      return userError(`no database answers at ${host}: start it, or correct DATABASE_URL`)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return userError(`there is no host ${host}: correct DATABASE_URL`)
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
      return userError(
        `the database at ${host} cannot be reached: check DATABASE_URL and the network`,
      )
    case '28P01':
    case '28000':
      return userError(
        `the database at ${host} refuses user ${user}: correct user and password in DATABASE_URL (${said})`,
      )
    case '3D000':
      return userError(
        `there is no database ${database} at ${host}: create it, or correct DATABASE_URL`,
      )
    case '42501':
      return userError(
        `user ${user} may not do this at ${host} (${said}): grant it, or create database ${database} for that user`,
      )
    case '53300':
      return userError(
        `the database at ${host} has no connection left: raise max_connections or stop another client`,
      )
    case '53100':
      return userError(
        `the disk of the database at ${host} is full: free some space and start again`,
      )
    case '57P03':
      return userError(`the database at ${host} is not ready (${said}): try again in a moment`)
    default:
      // The message of pg when the address has no password and the database requires one.
      if (/password must be a string/.test(said)) {
        return userError(
          `the database at ${host} refuses user ${user}: add the password to DATABASE_URL`,
        )
      }
      if (/timeout/i.test(said))
        return userError(
          `the database at ${host} does not answer: check DATABASE_URL and the network`,
        )
      return userError(`the database at ${host} does not work: ${said}`)
  }
}

function describeUrl(url: string): { host: string; database: string; user: string } {
  if (!URL.canParse(url)) return { host: 'DATABASE_URL', database: '', user: '' }
  const { host, pathname, username } = new URL(url)
  return {
    host,
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
  }
}
