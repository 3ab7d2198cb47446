import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { env } from '@/lib/env'
import {
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { connectDb, type Db, db } from './client'

const url = env.DATABASE_URL ?? ''
const database = new URL(url).pathname.slice(1)

let paper: TestPaper
let client: Db
beforeEach(async () => {
  paper = await resetToTestPaper()
  // As a server has it that was set up in New York.
  await db().$executeRawUnsafe(`ALTER DATABASE "${database}" SET timezone TO 'America/New_York'`)
  client = connectDb(url)
})
afterEach(async () => {
  await client.$disconnect()
  await db().$executeRawUnsafe(`ALTER DATABASE "${database}" RESET timezone`)
})

test('an instant is the same instant whatever time zone the database server keeps', async () => {
  const id = await insertStory(paper, { publishAt: noon })
  await client.article.update({ where: { id }, data: { embargoUntil: noon } })

  const plain = new pg.Client({ connectionString: url })
  await plain.connect()
  const { rows } = await plain.query('SELECT "embargoUntil" FROM "Article" WHERE "id" = $1', [id])
  await plain.end()
  const read = await client.article.findUnique({ where: { id } })

  expect(rows[0].embargoUntil).toEqual(noon)
  expect(read?.embargoUntil).toEqual(noon)
  expect(read?.publicAt).toEqual(noon)
})

test('an hour that is skipped on the server’s clock is still an hour', async () => {
  // 02:30 of 8 March 2026 does not exist in New York.
  const skipped = new Date('2026-03-08T02:30:00.000Z')
  const id = await insertStory(paper)

  await client.article.update({ where: { id }, data: { embargoUntil: skipped } })

  expect((await db().article.findUnique({ where: { id } }))?.embargoUntil).toEqual(skipped)
})
