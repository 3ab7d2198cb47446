import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import {
  at,
  hours,
  insertStory,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { ReadCountTable } from './read-count-table'
import { ReadCounter } from './read-counter'

let paper: TestPaper
let table: ReadCountTable
const faults: unknown[] = []

/** The database itself counts: a row for each statement that writes readings. */
beforeEach(async () => {
  paper = await resetToTestPaper()
  table = new ReadCountTable(env.DATABASE_URL ?? '')
  faults.length = 0
  for (const statement of [
    'CREATE TABLE "TestStatements" ("at" timestamptz DEFAULT clock_timestamp())',
    `CREATE FUNCTION "noteTestStatement"() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN INSERT INTO "TestStatements" DEFAULT VALUES; RETURN NULL; END $$`,
    `CREATE TRIGGER "TestStatements_note" BEFORE INSERT ON "ArticleReads"
     FOR EACH STATEMENT EXECUTE FUNCTION "noteTestStatement"()`,
  ])
    await db().$executeRawUnsafe(statement)
})
const reset = async () => {
  await db().$executeRawUnsafe('DROP FUNCTION IF EXISTS "noteTestStatement" CASCADE')
  await db().$executeRawUnsafe('DROP TABLE IF EXISTS "TestStatements"')
}
afterEach(async () => {
  await table.close()
  await reset()
})
afterAll(reset)

const open = () =>
  new ReadCounter({ write: (counts) => table.add(counts), onError: (error) => faults.push(error) })
const statements = async () => {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM "TestStatements"`
  return Number(row?.count)
}
const stored = async () =>
  (await db().articleReads.findMany({ orderBy: [{ articleId: 'asc' }, { day: 'asc' }] })).map(
    ({ articleId, count }) => [articleId, count],
  )

describe('readings at the database', () => {
  test('ten thousand cost no statement until they are written, and then one', async () => {
    const ids = [await insertStory(paper), await insertStory(paper), await insertStory(paper)]
    const readCounter = open()
    for (let at = 0; at < 10_000; at += 1) readCounter.add(ids[at % 3] as number)
    const before = await statements()

    await readCounter.stop()

    expect(before).toBe(0)
    expect(await statements()).toBe(1)
    expect(await stored()).toEqual([
      [ids[0], 3_334],
      [ids[1], 3_333],
      [ids[2], 3_333],
    ])
    expect(faults).toEqual([])
  })

  test('are added to those that are there, by whichever instance', async () => {
    const id = await insertStory(paper)
    const instances = [open(), open(), open()]
    for (const each of instances) for (let at = 0; at < 10; at += 1) each.add(id)

    await Promise.all(instances.map((each) => each.stop()))

    expect(await stored()).toEqual([[id, 30]])
  })

  test('of no story, or of one that readers cannot see, are left out', async () => {
    const id = await insertStory(paper)
    const hidden = [
      await insertStory(paper, { status: 'draft' }),
      await insertStory(paper, { publishAt: new Date(Date.now() + hours(1)) }),
      await insertStory(paper, { status: 'withdrawn', withdrawnAt: at(0) }),
      2_147_483_647,
    ]
    const readCounter = open()
    for (const each of [...hidden, id]) readCounter.add(each)

    await readCounter.stop()

    expect(await stored()).toEqual([[id, 1]])
    expect(faults).toEqual([])
  })

  test('go with their story', async () => {
    const id = await insertStory(paper)
    const readCounter = open()
    readCounter.add(id)
    await readCounter.stop()

    await db().article.delete({ where: { id } })

    expect(await stored()).toEqual([])
  })

  test('wait for a database that is away', async () => {
    const id = await insertStory(paper)
    const away = new ReadCountTable('postgresql://nobody@127.0.0.1:1/nowhere')
    let isAway = true
    const readCounter = new ReadCounter({
      write: (counts) => (isAway ? away : table).add(counts),
      onError: (error) => faults.push(error),
      flushIntervalMs: 5,
    })
    readCounter.add(id)
    await expect.poll(() => faults.length).toBeGreaterThan(0)
    isAway = false

    await readCounter.stop()

    await away.close()
    expect(await stored()).toEqual([[id, 1]])
  })
})
