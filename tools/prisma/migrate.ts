import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { withClient } from '../database/database'
import { toDatabaseError } from '../database/database-error'
import { errorCode, toSingleLine, UserError } from '../terminal/terminal'

export type Migration = { name: string; sql: string; checksum: string }
type Row = { name: string; checksum: string; isDone: boolean; logs: string | null }

/** The advisory lock that Prisma takes while it migrates. @see prisma-engines, acquire_lock */
const prismaLock = 72707369

/** As Prisma creates it: its CLI reads the same table. */
const migrationsTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

/** The migrations in prisma/migrations, in the order in which they are applied. */
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

/** The names of migrations that the database lacks, has applied with another text, or has recorded as failed. */
export async function listPending(url: string, root = process.cwd()): Promise<string[]> {
  try {
    return await withClient(url, async (client) => {
      const rows = await readRows(client)
      const isApplied = ({ name, checksum }: Migration) =>
        rows.some((row) => row.isDone && row.name === name && row.checksum === checksum)
      const failed = rows.filter((row) => !row.isDone).map(({ name }) => name)
      const missing = listMigrations(root).filter((migration) => !isApplied(migration))
      return [...new Set([...failed, ...missing.map(({ name }) => name)])]
    })
  } catch (error) {
    throw toDatabaseError(error, url)
  }
}

/**
 * Applies the migrations of this folder that the database lacks, each in one transaction with its record in
 * `_prisma_migrations`. A migration that the folder does not have is left alone: a newer version has applied it.
 *
 * @throws UserError that names the migration and gives the database's message
 */
export async function migrate(url: string, root = process.cwd()): Promise<void> {
  if ((await listPending(url, root)).length === 0) return
  const migrations = listMigrations(root)
  try {
    await withClient(url, async (client) => {
      await client.query('select pg_advisory_lock($1)', [prismaLock])
      await client.query(migrationsTable)
      const rows = await readRows(client) // after the lock: another process may have migrated meanwhile
      for (const row of rows) refuseIfUnsound(row, migrations)
      const applied = new Set(rows.filter(({ isDone }) => isDone).map(({ name }) => name))
      for (const migration of migrations) {
        if (!applied.has(migration.name)) await apply(client, migration)
      }
    })
  } catch (error) {
    throw toDatabaseError(error, url)
  }
}

/** Records that a failed migration has left nothing in the database. @returns how many records of it there were */
export async function resolveRolledBack(url: string, name: string): Promise<number> {
  return await withClient(url, (client) => markRolledBack(client, name))
}

function refuseIfUnsound(row: Row, migrations: Migration[]): void {
  const migration = migrations.find(({ name }) => name === row.name)
  if (row.isDone && migration && migration.checksum !== row.checksum) {
    throw new UserError(
      `migration ${row.name} was changed after this database had applied it: restore prisma/migrations/${row.name}/migration.sql and write what changed as a new migration`,
    )
  }
  if (!row.isDone && !migration) {
    throw new UserError(
      `migration ${row.name} failed in this database once (${databaseMessage(row.logs)}), and prisma/migrations does not have it: start the version of Dainik that has; or make sure that nothing of it is in the database and then run: npm run prisma -- migrate resolve --rolled-back ${row.name}`,
    )
  }
}

/** A record of an attempt that failed or was killed has left nothing behind, and makes room for the new one. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await markRolledBack(client, name)
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {}) // a lost connection has rolled back already
    if (!isFaultOfSql(error)) throw error
    throw new UserError(
      `migration ${name} failed: ${toSingleLine(error.message)}. Nothing of it was kept: correct prisma/migrations/${name}/migration.sql (or the data it speaks of) and start again`,
      { cause: error },
    )
  }
}

async function markRolledBack(client: pg.Client, name: string): Promise<number> {
  const { rowCount } = await client.query(
    `update _prisma_migrations set rolled_back_at = now()
      where finished_at is null and rolled_back_at is null and migration_name = $1`,
    [name],
  )
  return rowCount ?? 0
}

/** Not a lost connection (08), missing resources (53) or a shutdown (57): those are of the server. */
function isFaultOfSql(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && !/^(08|53|57)/.test(error.code ?? '')
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

/** The database's message in the log that Prisma keeps of a failed migration. */
function databaseMessage(logs: string | null): string {
  if (!logs) return 'it was interrupted'
  return toSingleLine(/(?:ERROR|FATAL): (.*)/.exec(logs)?.[1] ?? logs)
}
