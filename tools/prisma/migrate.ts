import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { withClient } from '../database/database'
import { toDatabaseError } from '../database/database-error'
import { errorCode, toSingleLine, UserError } from '../terminal/terminal'
import { runPrisma } from './prisma-cli'

export type Migration = { name: string; sql: string; checksum: string }
type Row = { name: string; checksum: string; isDone: boolean; logs: string | null }

/** The number that Prisma locks while it migrates. @see prisma-engines, acquire_lock */
const prismaLock = 72707369

/** The migrations in prisma/migrations, in the order in which they are to happen. */
export function listMigrations(root = process.cwd()): Migration[] {
  const folder = join(root, 'prisma/migrations')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** The names of migrations that the database has not got, or got in another wording. */
export async function listPending(url: string, root = process.cwd()): Promise<string[]> {
  try {
    return await withClient(url, (client) => findPending(client, listMigrations(root)))
  } catch (error) {
    throw toDatabaseError(error, url)
  }
}

/**
 * Brings the database up to the migrations of this folder. Asks the database first and starts
 * Prisma only when there is something to do: that is a second of every start.
 *
 * @throws Trouble that names the migration and says what the database said
 */
export async function migrate(url: string, root = process.cwd()): Promise<void> {
  if ((await listPending(url, root)).length === 0) return
  const migrations = listMigrations(root)
  await withClient(url, (client) => forgetFailures(client, migrations))
  const { code, output } = await runPrisma(['migrate', 'deploy'], { url, root })
  if (code === 0) return
  const failure = await withClient(url, findFailure)
  if (!failure) throw new UserError(`the migration of the database failed: ${prismaSaid(output)}`)
  if (!migrations.some(({ name }) => name === failure.name)) {
    throw new UserError(
      `migration ${failure.name} failed in this database once (${databaseSaid(failure.logs ?? 'it was cut short')}), and prisma/migrations does not have it: start the version of Dainik that has; or make sure that nothing of it is in the database and then run: npm run prisma -- migrate resolve --rolled-back ${failure.name}`,
    )
  }
  throw new UserError(
    `migration ${failure.name} failed: ${databaseSaid(failure.logs ?? output)}. Nothing of it was kept: correct prisma/migrations/${failure.name}/migration.sql (or what it says of the data) and start again`,
  )
}

export async function findPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const rows = await readRows(client)
  const isApplied = ({ name, checksum }: Migration) =>
    rows.some((row) => row.isDone && row.name === name && row.checksum === checksum)
  const failed = rows.filter((row) => !row.isDone).map(({ name }) => name)
  const missing = migrations.filter((migration) => !isApplied(migration)).map(({ name }) => name)
  return [...new Set([...failed, ...missing])]
}

/**
 * A migration is sent to PostgreSQL whole, and so happens whole or not at all: one that failed, or
 * whose process was killed, can be tried again. Prisma, which also serves databases where that is
 * not so, would refuse until somebody resolves it by hand.
 */
async function forgetFailures(client: pg.Client, migrations: Migration[]): Promise<void> {
  const failed = (await readRows(client)).filter((row) => !row.isDone)
  const retried = failed
    .map(({ name }) => name)
    .filter((name) => !isOpenEnded(migrations.find((migration) => migration.name === name)?.sql))
  if (retried.length === 0) return
  const { rows } = await client.query(`select pg_try_advisory_lock(${prismaLock}) as is_alone`)
  if (!rows[0].is_alone) return // not failed but under way, from another machine
  await client.query(
    `update _prisma_migrations set rolled_back_at = now()
      where finished_at is null and rolled_back_at is null and migration_name = any($1)`,
    [retried],
  )
}

/** Whether a script commits on its own, and may have been left half done. */
function isOpenEnded(sql: string | undefined): boolean {
  return sql === undefined || /\b(commit|concurrently)\b/i.test(sql)
}

async function readRows(client: pg.Client): Promise<Row[]> {
  try {
    const { rows } = await client.query<Row>(
      `select migration_name as name, checksum, finished_at is not null as "isDone", logs
         from _prisma_migrations where rolled_back_at is null`,
    )
    return rows
  } catch (error) {
    if (errorCode(error) === '42P01') return [] // no such table: nothing was ever migrated
    throw error
  }
}

async function findFailure(client: pg.Client): Promise<Row | undefined> {
  return (await readRows(client)).find((row) => !row.isDone)
}

/** From the log of a failed migration, the sentence of the database. */
function databaseSaid(logs: string): string {
  return toSingleLine(/(?:ERROR|FATAL): (.*)/.exec(logs)?.[1] ?? logs.split('\n   0:')[0] ?? logs)
}

function prismaSaid(output: string): string {
  return toSingleLine(output.slice(Math.max(0, output.lastIndexOf('Error:'))))
}
