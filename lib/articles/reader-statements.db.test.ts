import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { trailTo, withDescendants } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import { getFront } from '@/lib/front/queries'
import { findPage, findRedirect, getSiteInfo } from '@/lib/paper/queries'
import type { StoryList } from '@/lib/public-lists/list-pages'
import { closePages } from '@/lib/public-lists/list-queries'
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
  testTransaction,
} from '@/tools/test-harness/fixtures/test-paper'
import {
  findArticle,
  findAuthorPage,
  findCategoryPage,
  findLatestPage,
  findTopicPage,
  listLatest,
  listMoreInCategory,
} from './queries'
import { moreInCategoryCount, readMoreCount } from './read-next'

/** Twenty thousand stories: a hundred days of a large paper. One desk writes once a day, one has slept for long. */
let paper: TestPaper
let ids: number[]
let withAll: number

beforeAll(async () => {
  recordDatabase()
  paper = await resetToTestPaper()
  const { national, country, dhaka, oldDhaka, sports, person, desk, flood, election } = paper
  const from = at(-hours(24 * 100))
  const old = await insertStories(30, {
    from: at(-hours(24 * 400)),
    stepMs: minutes(60),
    categoryIds: [sports.id],
    contributorId: person.id,
    topicId: election.id,
  })
  const busy = {
    stepMs: minutes(7),
    categoryIds: [country, dhaka, oldDhaka].map(({ id }) => id),
  }
  const lately = [
    await insertStories(16_000, { ...busy, from, contributorId: desk.id }),
    await insertStories(4_000, { ...busy, from, contributorId: desk.id, topicId: flood.id }),
  ]
  ids = [...old, ...lately.flat()]
  withAll = lately[1]?.at(-1) ?? 0
  await db().$executeRaw`UPDATE "Article" SET "isHeadlineOnly" = true WHERE "id" % 10 = 0`
  await db().$executeRaw`
    UPDATE "Article" SET "categoryId" = ${national.id}::int WHERE "id" % 200 = 107`
  await db().$executeRaw`
    INSERT INTO "RelatedStory" ("articleId", "position", "relatedId")
    SELECT story, n, story - 100 - n
    FROM generate_series(${withAll}::int - 500, ${withAll}::int) AS story, generate_series(0, 9) AS n`
  await addPictureTo(withAll)
  await db().frontPin.create({ data: { position: 0, articleId: withAll, until: at(hours(1)) } })
  // Every story was read on every day of the last week, as crawlers with scripts would have it.
  await db().$executeRaw`
    INSERT INTO "ArticleReads" ("articleId", "day", "count")
    SELECT "id", ${noon}::timestamptz::date - n, 1 + "id" % 997 FROM "Article", generate_series(0, 6) AS n`
  await closeAllPages()
  await db().$executeRaw`ANALYZE`
})

afterAll(async () => {
  await emptyDatabase()
  await closeRecorded()
})

async function addPictureTo(id: number): Promise<void> {
  const { id: imageId } = await db().image.create({
    data: {
      hash: 'a'.repeat(64),
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 9,
      height: 9,
      alt: 'নৌকা',
    },
  })
  await db().article.update({
    where: { id },
    data: { leadImageId: imageId, isHeadlineOnly: false, body: [{ kind: 'image', imageId }] },
  })
}

async function closeAllPages(): Promise<void> {
  const { categories, person, desk, flood, election } = paper
  const lists: StoryList[] = [
    { kind: 'latest' },
    ...categories.map(
      (category): StoryList => ({
        kind: 'category',
        id: category.id,
        categoryIds: withDescendants(categories, category).map(({ id }) => id),
      }),
    ),
    ...[person, desk].map(({ id }): StoryList => ({ kind: 'author', id })),
    ...[flood, election].map(({ id }): StoryList => ({ kind: 'topic', id })),
  ]
  for (const list of lists) await closePages(testTransaction(), list, noon)
}

const ofCategory = (name: 'country' | 'oldDhaka' | 'national' | 'sports', number: number | null) =>
  findCategoryPage(paper.categories, paper[name], number, noon)

/** Everything that an article's page asks for, as app/(reader)/[category]/[id]/page.tsx does. */
async function articlePage() {
  const found = await findArticle(withAll, noon)
  const [masthead] = await Promise.all([
    getSiteInfo(noon),
    listMoreInCategory('country', withAll, moreInCategoryCount, noon),
    listLatest(readMoreCount + moreInCategoryCount + 1, noon),
  ])
  return { found, trail: trailTo(masthead.categories, paper.oldDhaka) }
}

async function frontPage() {
  const { categories } = await getSiteInfo(noon)
  return getFront(categories, noon)
}

const large = ['Article', 'Byline', 'ArticleTopic', 'ListPage', 'RelatedStory', 'ArticleReads']
// Full pages and front pages look up some hundred stories; a list of all would be twenty thousand.
const mostRows = 400

describe('what a reader’s page asks does not grow with the archive', () => {
  const pages: [string, () => Promise<unknown>][] = [
    ['an article', () => articlePage()],
    ['more of a busy category', () => listMoreInCategory('dhaka', withAll, 5, noon)],
    ['more of a category with little', () => listMoreInCategory('national', withAll, 5, noon)],
    ['more of a category that sleeps', () => listMoreInCategory('sports', ids[0] ?? 0, 5, noon)],
    ['the latest', () => listLatest(26, noon)],
    ['the front', () => frontPage()],
    ['the newest page of all stories', () => findLatestPage(null, noon)],
    ['a page from the middle of all stories', () => findLatestPage(500, noon)],
    ['the oldest page of all stories', () => findLatestPage(1, noon)],
    ['the newest page of a busy category', () => ofCategory('oldDhaka', null)],
    ['a middle page of a busy category', () => ofCategory('oldDhaka', 100)],
    ['the newest page of a category with little', () => ofCategory('national', null)],
    ['a middle page of a category with little', () => ofCategory('national', 3)],
    ['the newest page of a category with others under it', () => ofCategory('country', null)],
    ['a middle page of a category with others under it', () => ofCategory('country', 300)],
    ['the oldest page of a category with others under it', () => ofCategory('country', 1)],
    ['the only page of a category that sleeps', () => ofCategory('sports', null)],
    ['the newest page of a topic', () => findTopicPage('flood', null, noon)],
    ['the oldest page of a topic', () => findTopicPage('flood', 1, noon)],
    ['the only page of an old topic', () => findTopicPage('election', null, noon)],
    ['the newest page of a busy author', () => findAuthorPage('news-desk', null, noon)],
    ['a middle page of a busy author', () => findAuthorPage('news-desk', 400, noon)],
    ['the only page of an author who left', () => findAuthorPage('rahnuma', null, noon)],
    ['the masthead', () => getSiteInfo(noon)],
    ['a page of the paper', () => findPage('about')],
    ['an address that leads nowhere', () => findRedirect('/nowhere')],
  ]

  test.each(pages)('%s', async (_, ask) => {
    const statements = await statementsOf(ask)
    const scans = (await Promise.all(statements.map((each) => explainStatement(each)))).flat()
    const ofLarge = scans.filter(({ table }) => large.includes(table))

    expect(statements.length).toBeGreaterThan(0)
    expect(ofLarge.filter(({ by }) => by === 'Seq Scan')).toEqual([])
    expect(ofLarge.filter(({ rowsLookedAt }) => rowsLookedAt > mostRows)).toEqual([])
  })
})

describe('a page is made in a few statements', () => {
  test.each<[string, () => Promise<unknown>, number]>([
    ['an article with a picture in its text', () => articlePage(), 6],
    ['the front with a pinned story', () => frontPage(), 10],
    ['the newest page of a list', () => findLatestPage(null, noon), 4],
    ['an old page of a list', () => findLatestPage(3, noon), 4],
    ['a page of a topic', () => findTopicPage('flood', 3, noon), 5],
  ])('%s', async (_, ask, most) => {
    const statements = await statementsOf(ask)

    expect(statements.map(({ text }) => text).slice(most)).toEqual([])
  })
})

test('what was asked for is there: the tests above did not explain empty pages', async () => {
  const { found } = await articlePage()
  const pages = await Promise.all([
    findLatestPage(500, noon),
    ofCategory('country', 300),
    ofCategory('national', 3),
    ofCategory('sports', null),
    findTopicPage('flood', 1, noon),
    findAuthorPage('news-desk', 400, noon),
  ])
  const front = await frontPage()

  expect(found?.kind).toBe('public')
  expect(pages.map((page) => page?.stories.length)).toEqual([20, 20, 20, 30, 20, 20])
  expect(front.lead?.id).toBe(withAll)
  expect(front.mostRead).toHaveLength(5)
  expect(front.blocks.map(({ stories }) => stories.length)).toEqual([5, 5, 5])
})
