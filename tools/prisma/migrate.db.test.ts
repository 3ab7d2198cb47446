import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { prepareDatabase, withClient } from '../database/database'
import { type EmbeddedServer, joinServer } from '../embedded-postgres/join-server'
import { addMigration, cleanUp, makeProject } from '../test-harness/launcher/launched-process'
import { listMigrations, listPending, migrate, resolveRolledBack } from './migrate'

let place: string
let server: EmbeddedServer
let root: string
let url: string
let count = 0

beforeAll(async () => {
  place = makeProject()
  server = await joinServer(join(place, '.data'))
})

afterAll(async () => {
  await server.leave()
  await cleanUp(place)
})

beforeEach(async () => {
  root = makeProject()
  const own = new URL(server.url)
  own.pathname = `/migrations_${++count}`
  url = own.href
  await prepareDatabase(url)
  return () => cleanUp(root)
})

test('an empty database gets every migration, and each is recorded as Prisma records it', async () => {
  expect(await listPending(url, root)).toEqual(['0001_first'])

  await migrate(url, root)

  expect(await tables()).toContain('Article')
  expect(await listPending(url, root)).toEqual([])
  const checksum = listMigrations(root)[0]?.checksum
  expect(await ask('select * from _prisma_migrations')).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum,
      migration_name: '0001_first',
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      applied_steps_count: 1,
    },
  ])
})

test('processes that start together apply each migration once', async () => {
  await Promise.all([migrate(url, root), migrate(url, root), migrate(url, root)])

  expect(await ask('select migration_name from _prisma_migrations')).toHaveLength(1)
})

test('a migration with functions and semicolons in texts is applied as it is written', async () => {
  addMigration(
    root,
    '0002_function',
    `create function loud() returns text language plpgsql as $$ begin return 'a;b'; end $$;
     comment on table "Article" is 'first; second';`,
  )

  await migrate(url, root)

  expect(await ask('select loud() as said')).toEqual([{ said: 'a;b' }])
})

test('a failing migration is named, leaves nothing of itself, and is applied once it is corrected', async () => {
  addMigration(root, '0002_late', 'create table "Half" (id int); create table "Late" (id nosuch);')

  await expect(migrate(url, root)).rejects.toThrow(
    /^migration 0002_late failed: type "nosuch" does not exist\. Nothing of it was kept: correct /,
  )

  expect(await tables()).toContain('Article')
  expect(await tables()).not.toContain('Half')
  addMigration(root, '0002_late', 'create table "Late" (id int);')
  await migrate(url, root)
  expect(await tables()).toContain('Late')
})

test('a migration whose earlier attempt failed or was killed is applied by the next start', async () => {
  await migrate(url, root)
  addMigration(root, '0002_late', 'create table "Late" (id int);')
  await recordFailure('0002_late')

  await migrate(url, root)

  expect(await tables()).toContain('Late')
  expect(await listPending(url, root)).toEqual([])
})

test('a failed migration that the folder no longer has is refused, and the advice in the message helps', async () => {
  await migrate(url, root)
  await recordFailure('0002_late')

  const message = await migrate(url, root).then(String, (error: Error) => error.message)
  const [, name = ''] = /npm run prisma -- migrate resolve --rolled-back (.*)$/.exec(message) ?? []
  await resolveRolledBack(url, name)
  await migrate(url, root)

  expect(message).toMatch(
    /^migration 0002_late failed in this database once \(type "nosuch" does not exist\), and prisma\/migrations does not have it: /,
  )
  expect(message).not.toContain('correct prisma/migrations')
  expect(await listPending(url, root)).toEqual([])
})

test('an applied migration whose text was changed is refused by name', async () => {
  await migrate(url, root)
  addMigration(root, '0001_first', 'create table "Other" (id int);')

  await expect(migrate(url, root)).rejects.toThrow(
    /^migration 0001_first was changed after this database had applied it: restore /,
  )
})

test('the migrations of a newer version are left alone: an older one may start beside it', async () => {
  await migrate(url, root)
  addMigration(root, '0002_newer', 'create table "Newer" (id int);')
  await migrate(url, root)
  rmSync(join(root, 'prisma/migrations/0002_newer'), { recursive: true })

  await migrate(url, root)

  expect(await tables()).toContain('Newer')
  expect(await listPending(url, root)).toEqual([])
})

/** As Prisma records a failed migration: with the message of the database in its log. */
async function recordFailure(name: string): Promise<void> {
  await ask(`insert into _prisma_migrations (id, checksum, migration_name, logs)
             values ('x', 'y', '${name}', 'Database error: ERROR: type "nosuch" does not exist')`)
}

async function tables(): Promise<string[]> {
  const rows = await ask(`select tablename from pg_tables where schemaname = 'public'`)
  return rows.map(({ tablename }) => tablename)
}

async function ask(sql: string) {
  return await withClient(url, async (client) => (await client.query(sql)).rows)
}
