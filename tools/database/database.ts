import pg from 'pg'
import { joinServer } from '../embedded-postgres/join-server'
import { onEnd } from '../process/run-main'
import { dataDirectory, readSettings } from '../terminal/settings'
import { errorCode, UserError } from '../terminal/terminal'
import { toDatabaseError } from './database-error'

/**
 * Runs `run` with the address of the paper's database: DATABASE_URL where it is set, else the
 * PostgreSQL of this folder, shared with a running `npm start` or started for the while. The
 * database exists; whether it is migrated is for the caller (`migrate`).
 *
 * @param dataDir asks for the PostgreSQL of that folder, whatever DATABASE_URL says
 * Ctrl-C and its like end the process here, after PostgreSQL is stopped or left to its other users.
 *
 * @throws UserError when there is no such database and it cannot be made
 */
export async function withDatabase<T>(
  run: (url: string) => Promise<T>,
  { dataDir }: { dataDir?: string } = {},
): Promise<T> {
  const settings = await readSettings()
  if (settings.DATABASE_URL && !dataDir) {
    await prepareDatabase(settings.DATABASE_URL)
    return await run(settings.DATABASE_URL)
  }
  const server = await joinServer(dataDir ?? dataDirectory(settings))
  const forget = onEnd(server.leave)
  try {
    await prepareDatabase(server.url)
    return await run(server.url)
  } finally {
    forget()
    await server.leave()
  }
}

/**
 * Makes sure that the database at `url` can be used, and creates it where it is missing.
 *
 * @returns a warning for the operator, or null
 * @throws UserError in one line: unreachable, wrong password, not permitted, too old, not UTF-8
 */
export async function prepareDatabase(url: string): Promise<string | null> {
  return await withClient(url, inspect).catch(async (error: unknown) => {
    if (errorCode(error) !== '3D000') throw toDatabaseError(error, url)
    await createDatabase(url)
    return await withClient(url, inspect)
  })
}

/** One connection for `use`. @throws what the database says, untranslated */
export async function withClient<T>(
  url: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // a connection that breaks fails the query that is waiting on it
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

// "dain" in ASCII; any number would do that no other program on the database locks.
const startupLockId = 0x6461696e

/**
 * Runs `run` while no other process runs anything so on that database: instances that start together wait for the first.
 *
 * @throws UserError when the database cannot be asked, and whatever `run` throws
 */
export async function withStartupLock<T>(url: string, run: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the lock ends with its connection; what `run` does is whole or not at all
  try {
    await client.connect()
    await client.query(`select pg_advisory_lock(${startupLockId})`)
  } catch (error) {
    await client.end()
    throw toDatabaseError(error, url)
  }
  return await run().finally(() => client.end())
}

async function inspect(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ version: number; encoding: string; isLetter: boolean }>(
    `select current_setting('server_version_num')::int as version,
            current_setting('server_encoding') as encoding,
            datctype not in ('C', 'POSIX') as "isLetter"
       from pg_database where datname = current_database()`,
  )
  const [found] = rows
  if (!found) return null
  if (found.version < 150_000) {
    throw new UserError('the database at DATABASE_URL is older than PostgreSQL 15: upgrade it')
  }
  if (found.encoding !== 'UTF8') {
    throw new UserError(
      `the database at DATABASE_URL keeps ${found.encoding}: create it with ENCODING UTF8`,
    )
  }
  if (found.isLetter) return null
  return 'the database was made with LC_CTYPE C, where no Bengali letter counts as one: search will miss most; create it with LC_CTYPE C.UTF-8'
}

async function createDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  try {
    await withClient(maintenance.href, async (client) => {
      const create = `create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`
      await client.query(`${create} lc_ctype 'C.UTF-8'`).catch(async (error: unknown) => {
        // 22023: a locale provider or a system that has no C.UTF-8 keeps its own.
        if (errorCode(error) !== '22023' && errorCode(error) !== '42809') throw error
        await client.query(create)
      })
    })
  } catch (error) {
    // Another process created it at the same time.
    if (errorCode(error) === '42P04' || errorCode(error) === '23505') return
    throw toDatabaseError(error, url)
  }
}
