import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { prepareDatabase, withClient } from '../database/database'
import { type EmbeddedServer, joinServer } from '../embedded-postgres/join-server'
import { addMigration, cleanUp, makeProject } from '../test-harness/launcher/launched-process'
import { listPending, migrate } from './migrate'
import { runPrisma } from './prisma-cli'

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

test('an empty database gets every migration, and is then left alone without starting Prisma', async () => {
  expect(await listPending(url, root)).toEqual(['0001_first'])
  await migrate(url, root)
  expect(await tables()).toContain('Article')
  writeFileSync(join(root, 'prisma/schema.prisma'), 'nothing that Prisma could read')

  await migrate(url, root)

  expect(await listPending(url, root)).toEqual([])
})

test('a migration with functions and semicolons in texts is run as it is written', async () => {
  addMigration(
    root,
    '0002_function',
    `create function loud() returns text language plpgsql as $$ begin return 'a;b'; end $$;
     comment on table "Article" is 'first; second';`,
  )

  await migrate(url, root)

  expect(await ask('select loud() as said')).toEqual([{ said: 'a;b' }])
})

test('a failing migration is named, leaves nothing of itself, and is done once it is corrected', async () => {
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

test('a migration whose process was killed is done by the next start', async () => {
  await migrate(url, root)
  addMigration(root, '0002_late', 'create table "Late" (id int);')
  await ask(
    `insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'y', '0002_late')`,
  )

  await migrate(url, root)

  expect(await tables()).toContain('Late')
})

test('a migration that failed and is no longer there is not called to be corrected, and what is said helps', async () => {
  addMigration(root, '0002_late', 'create table "Late" (id nosuch);')
  await expect(migrate(url, root)).rejects.toThrow(/^migration 0002_late failed: /)
  rmSync(join(root, 'prisma/migrations/0002_late'), { recursive: true })

  const said = await migrate(url, root).then(String, (error: Error) => error.message)
  const [, advice = ''] = /npm run prisma -- (.*)$/.exec(said) ?? []
  const followed = await runPrisma(advice.split(' '), { url, root })
  await migrate(url, root)

  expect(said).toMatch(
    /^migration 0002_late failed in this database once \(type "nosuch" does not exist\), and prisma\/migrations does not have it: /,
  )
  expect(said).not.toContain('correct prisma/migrations')
  expect(followed.code).toBe(0)
  expect(await listPending(url, root)).toEqual([])
})

test('the schema engine compares a live database and a history with the schema', async () => {
  await migrate(url, root)
  const to = ['--to-schema', 'prisma/schema.prisma', '--script']

  const live = await runPrisma(['migrate', 'diff', '--from-config-datasource', ...to], {
    url,
    root,
  })
  const history = await runPrisma(
    ['migrate', 'diff', '--from-migrations', 'prisma/migrations', ...to],
    {
      url,
      root,
    },
  )

  // The schema of the test has no model: what is in the database would have to go.
  expect(live.output).toContain('DROP TABLE "Article"')
  expect(history.output).toContain('DROP TABLE "Article"')
  const shadows = await ask(`select datname from pg_database where datname like 'prisma_shadow%'`)
  expect(shadows).toEqual([])
})

async function tables(): Promise<string[]> {
  const rows = await ask(`select tablename from pg_tables where schemaname = 'public'`)
  return rows.map(({ tablename }) => tablename)
}

async function ask(sql: string) {
  return await withClient(url, async (client) => (await client.query(sql)).rows)
}
