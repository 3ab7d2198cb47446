import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandNames } from '@/lib/commands/command-names'
import { connectDb, type Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { env } from '@/lib/env'
import { makeScratchDatabase } from '@/tools/test-harness/papers/scratch-database'
import { findInName } from '../checks/retired-words'
import { withClient } from '../database/database'
import { addMigration, cleanUp, makeProject } from '../test-harness/launcher/launched-process'
import { listMigrations, listPending, migrate } from './migrate'

const rows = readFileSync(join(import.meta.dirname, 'fixtures/rows-at-0010.sql'), 'utf8')

/** What later migrations change on purpose, as a table shows it before the upgrade and after: `{ AuditEntry: [['act-a', 'act-b']] }`. */
const changedOnPurpose: Record<string, [before: string, after: string][]> = {
  Heartbeat: [['clock', 'scheduler']],
  AuditEntry: [
    ['clock', 'scheduler'],
    ['settleDue', 'finalizeScheduled'],
    ['tidyStory', 'editStory'],
    ['tidyCopy', 'editStory'],
    ['publishCopy', 'publishStory'],
    ['scheduleCopy', 'scheduleStory'],
    ['noteCopy', 'noteChange'],
    ['takeOver', 'takeOverLock'],
    ['settleParked', 'resolveConflict'],
    ['stayPresent', 'renewPresence'],
    ['proveStory', 'requestPublicationCheck'],
    ['invitePerson', 'inviteUser'],
    ['editPerson', 'editUser'],
    ['blockPerson', 'blockUser'],
    ['unblockPerson', 'unblockUser'],
    ['endPersonSessions', 'endUserSessions'],
    ['makeResetLink', 'createResetLink'],
    ['makeAdminLink', 'createAdminLink'],
    ['comeAsAdmin', 'registerFirstAdmin'],
  ],
  FollowUp: [['settleDue', 'finalizeScheduled']],
  Ping: [['tidyCopy', 'editStory']],
  Revision: [
    ['settled', 'finalized'],
    ['tidied', 'edited'],
    ['tidied: বানান: নাম', 'edited: বানান: নাম'],
  ],
}

/** The rows of each table. Tables and columns go by PostgreSQL's numbers for them, which survive a renaming. */
type Contents = Map<number, { table: string; columns: number[]; rows: string[][] }>

let url: string
let drop: (() => Promise<void>) | undefined
let before: Contents
let after: Contents
let db: Db

beforeAll(async () => {
  const old = makeProject()
  rmSync(join(old, 'prisma/migrations/0001_first'), { recursive: true })
  for (const { name, sql } of listMigrations()) {
    if (name <= '0010_moved_pings') addMigration(old, name, sql)
  }
  const scratch = await makeScratchDatabase(env.DATABASE_URL ?? '', `upgrade_${process.pid}`, old)
  ;({ url, drop } = scratch)
  await cleanUp(old)
  await withClient(url, (client) => client.query(rows))
  before = await readContents()
  await migrate(url)
  after = await readContents(before)
  db = connectDb(url)
})

afterAll(async () => {
  await db?.$disconnect()
  await drop?.()
})

test('the database of the last release has rows in every table', () => {
  const empty = [...before.values()].filter((table) => table.rows.length === 0)

  expect(empty.map(({ table }) => table)).toEqual([])
  expect(before.size).toBe(45)
})

test('an upgrade applies every migration and keeps every row', async () => {
  expect(await listPending(url)).toEqual([])
  for (const [id, { table, rows }] of before) {
    const expected = rows.map((row) => row.map((value) => withChanges(table, value)))
    expect(sorted(after.get(id)?.rows), table).toEqual(sorted(expected))
  }
})

test('no name in the upgraded database holds a retired word', async () => {
  const names = await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       union select attname from pg_attribute join pg_class c on c.oid = attrelid where relkind = 'r' and relnamespace = 'public'::regnamespace
       union select conname from pg_constraint where connamespace = 'public'::regnamespace
       union select tgname from pg_trigger where not tgisinternal
       union select proname from pg_proc where pronamespace = 'public'::regnamespace`,
    )
    return rows.map(({ name }) => name)
  })

  expect(names).toContain('ConflictCopy_articleId_resolvedAt_idx')
  expect(names.flatMap(findInName)).toEqual([])
})

test('the audit trail is only appended after the upgrade too', async () => {
  const change = withClient(url, (client) =>
    client.query(`update "AuditEntry" set "command" = 'x'`),
  )

  await expect(change).rejects.toThrow('the audit trail is only appended')
})

test('the upgraded audit trail names commands that exist', () => {
  const commands = (changedOnPurpose.AuditEntry ?? []).slice(1).map(([, name]) => name)

  expect(commandNames).toEqual(expect.arrayContaining(commands))
})

describe('the generated client reads the upgraded database', () => {
  test.each(Object.values(Prisma.ModelName))('every column of %s', async (model) => {
    const delegate = db[(model[0]?.toLowerCase() + model.slice(1)) as 'article']

    expect((await delegate.findMany()).length).toBe(await delegate.count())
  })
})

function withChanges(table: string, value: string): string {
  return changedOnPurpose[table]?.find(([old]) => old === value)?.[1] ?? value
}

function sorted(rows: string[][] = []): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

/** All tables; of those in `known` the columns known there. */
async function readContents(known?: Contents): Promise<Contents> {
  return await withClient(url, async (client) => {
    const { rows: tables } = await client.query<Table>(
      `select c.oid::int as id, c.relname as table, array_agg(a.attname::text order by attnum) as names, array_agg(attnum order by attnum) as columns
         from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'
        group by c.oid`,
    )
    const contents: Contents = new Map()
    for (const { id, table, names, columns } of tables) {
      const wanted = known?.get(id)?.columns ?? columns
      const fields = wanted.map((number) => {
        const name = names[columns.indexOf(number)]
        return name ? `coalesce(${client.escapeIdentifier(name)}::text, 'null')` : `'dropped'`
      })
      const { rows } = await client.query<string[]>({
        text: `select ${fields.join(', ')} from ${client.escapeIdentifier(table)}`,
        rowMode: 'array',
      })
      contents.set(id, { table, columns: wanted, rows })
    }
    return contents
  })
}

type Table = { id: number; table: string; names: string[]; columns: number[] }
