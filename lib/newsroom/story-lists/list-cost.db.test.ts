import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { searchRowOf } from '@/lib/search-index/search-words'
import { editor, reporter } from '@/tools/test-harness/fixtures/actors'
import {
  closeRecorded,
  explainStatement,
  recordDatabase,
  statementsOf,
} from '@/tools/test-harness/fixtures/recorded-db'
import {
  at,
  emptyDatabase,
  hours,
  insertStories,
  minutes,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { countList, findNewsroomPage } from './list-queries'
import { type ListCursor, type ListFilter, type ListName, storyListNames } from './story-lists'

/** Fifty thousand stories: most are published, of two writers; in all states there are more than a page holds. */
const archive = 50_000
// On a machine that does much else beside.
const setUpMs = 300_000
let paper: TestPaper

/** So many stories' words in one statement: `নদী` is in all, the number in one. */
async function indexAll() {
  const { headline, top, words } = searchRowOf({ headline: 'নদী ৭৭৭', body: [] })
  await db().$executeRaw`
    INSERT INTO "ArticleSearch" ("articleId", "headline", "top", "words")
    SELECT "id", replace(${headline}, '777', "id"::text), replace(${top}, '777', "id"::text)::tsvector,
      replace(${words}, '777', "id"::text)::tsvector FROM "Article"`
}

/** Each was saved, is being written in, and was handed in. */
async function workOnAll() {
  await db().$executeRaw`
    INSERT INTO "Revision" ("articleId", "number", "snapshot") SELECT "id", 1, '{}' FROM "Article"`
  await db().$executeRaw`
    INSERT INTO "WorkingCopy" ("articleId", "content", "baseVersion", "savedAt")
    SELECT "id", '{"body": []}', 1, now() FROM "Article"`
  await db().$executeRaw`
    INSERT INTO "ReviewNote" ("articleId", "byName", "kind", "at")
    SELECT "id", 'সম্পাদক', 'submitted', now() FROM "Article"`
}

beforeAll(async () => {
  recordDatabase()
  paper = await resetToTestPaper()
  const { national, country, dhaka, person, desk } = paper
  const options = { from: at(-minutes(archive)), stepMs: minutes(2) }
  const categoryIds = [national.id, country.id, dhaka.id]
  await insertStories(archive / 2 - 100, { ...options, categoryIds, contributorId: desk.id })
  await insertStories(archive / 2, { ...options, categoryIds, contributorId: person.id })
  await db().$executeRaw`UPDATE "Article" SET "ownerId" = ${reporter.id} WHERE "id" % 2 = 0`
  await db().$executeRaw`
    UPDATE "Article" SET "status" = 'draft', "publishAt" = NULL, "publishedAt" = NULL WHERE "id" % 20 < 2`
  await db().$executeRaw`
    UPDATE "Article" SET "status" = 'inReview' WHERE "status" = 'draft' AND "id" % 100 < 2`
  await db().$executeRaw`
    UPDATE "Article" SET "trashedAt" = "updatedAt" WHERE "status" = 'draft' AND "id" % 60 < 2`
  await db().$executeRaw`
    UPDATE "Article" SET "status" = 'withdrawn', "withdrawnAt" = now() WHERE "id" % 40 IN (4, 5)`
  await db().$executeRaw`
    UPDATE "Article" SET "status" = 'scheduled', "publishAt" = ${noon}::timestamptz + "id" * interval '1 minute',
      "publishedAt" = NULL WHERE "id" % 200 IN (6, 7)`
  await indexAll()
  await workOnAll()
  await db().$executeRaw`ANALYZE`
}, setUpMs)

afterAll(async () => {
  await emptyDatabase()
  await closeRecorded()
})

const large = ['Article', 'Byline', 'ArticleSearch', 'Revision', 'WorkingCopy', 'ReviewNote']
// What a page looks at where no index knows all that is asked for, once for each state.
const mostRows = 5_200

const deep: ListCursor = { direction: 'after', key: { at: at(-minutes(archive - 500)), id: 1 } }
const back: ListCursor = { direction: 'before', key: { at: at(-minutes(archive - 500)), id: 1 } }

const filters = (): [string, ListFilter][] => [
  ['as it is', {}],
  ['of a category with others under it', { categoryIds: [paper.country.id, paper.dhaka.id] }],
  ['of a category that sleeps', { categoryIds: [paper.sports.id] }],
  ['of a writer', { contributorId: paper.person.id }],
  ['of a writer in a category', { contributorId: paper.person.id, categoryIds: [paper.dhaka.id] }],
  [
    'of a writer in a category that sleeps',
    { contributorId: paper.person.id, categoryIds: [paper.sports.id] },
  ],
  ['of some days', { from: at(-hours(240)), until: at(-hours(120)) }],
  ['of days without a story', { from: at(-hours(99_999)), until: at(-hours(88_888)) }],
  ['of a rare word', { words: '৭০১' }],
  ['of a word in every headline', { words: 'নদী' }],
  [
    'of a word in every headline, of a category that sleeps',
    { words: 'নদী', categoryIds: [paper.sports.id] },
  ],
  ['of a word in none', { words: 'সমুদ্র' }],
  ['of a word in every headline, of a writer', { words: 'নদী', contributorId: paper.person.id }],
]

/** What the page asked for, and how the database came by it. */
async function scansFor(ask: () => Promise<unknown>) {
  const statements = await statementsOf(ask)
  const isByIndex = statements.some(({ text }) => text.includes('enable_seqscan'))
  const queries = statements.filter(({ text }) => /\bFROM\b/.test(text))
  const scans = (
    await Promise.all(queries.map((each) => explainStatement(each, { isByIndex })))
  ).flat()
  return { asked: queries, scans: scans.filter(({ table }) => large.includes(table)) }
}

const whoAsks: [Actor['role'], Actor][] = [
  ['editor', editor],
  ['reporter', reporter],
]

describe.each(whoAsks)('a page of a list costs the same in any archive, for a %s:', (_, actor) => {
  describe.each(storyListNames)('%s', (list: ListName) => {
    test.each<[string, ListCursor | null]>([
      ['the first page', null],
      ['a page deep in it', deep],
      ['a page on the way back', back],
    ])('%s, however it is narrowed', async (_, turn) => {
      for (const [name, filter] of filters()) {
        const { asked: queries, scans } = await scansFor(() =>
          findNewsroomPage(actor, list, filter, turn, noon),
        )

        expect(queries.length, name).toBeGreaterThan(0)
        expect(queries.length, name).toBeLessThanOrEqual(6)
        expect(
          scans.filter(({ by }) => by === 'Seq Scan'),
          name,
        ).toEqual([])
        expect(
          scans.filter(({ rowsLookedAt }) => rowsLookedAt > mostRows),
          name,
        ).toEqual([])
      }
    })

    test('its count', async () => {
      const { scans } = await scansFor(() => countList({ ...actor }, list, noon))

      expect(scans.filter(({ by }) => by === 'Seq Scan')).toEqual([])
      expect(scans.filter(({ rowsLookedAt }) => rowsLookedAt > mostRows)).toEqual([])
    })
  })
})

test('what was asked for is there: the tests above did not explain empty pages', async () => {
  const full = await Promise.all(
    storyListNames.flatMap((list) =>
      [editor, reporter].map((actor) => findNewsroomPage(actor, list, {}, null, noon)),
    ),
  )
  const byWord = await findNewsroomPage(editor, 'published', { words: 'নদী' }, null, noon)
  const sleeping = await findNewsroomPage(
    editor,
    'published',
    { contributorId: paper.person.id, categoryIds: [paper.sports.id] },
    null,
    noon,
  )

  // The editor has no story of their own; everybody else's lists are full.
  expect(full.map(({ stories }) => stories.length)).toEqual([0, ...Array(13).fill(30)])
  expect(byWord.stories).toHaveLength(30)
  expect([sleeping.stories.length, sleeping.isCutShort, sleeping.after !== null]).toEqual([
    0,
    true,
    true,
  ])
})
