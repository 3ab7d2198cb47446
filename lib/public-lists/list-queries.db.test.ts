import { beforeEach, describe, expect, test } from 'vitest'
import {
  findAuthorPage,
  findCategoryPage,
  findLatestPage,
  findTopicPage,
} from '@/lib/articles/queries'
import { withDescendants } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import {
  at,
  hours,
  insertStories,
  insertStory,
  minutes,
  noon,
  resetToTestPaper,
  type TestPaper,
  testTransaction,
} from '@/tools/test-harness/fixtures/test-paper'
import { pageSize, type StoryList } from './list-pages'
import { closePages, findListPage, repaginate, type StoryIdPage } from './list-queries'

const latest: StoryList = { kind: 'latest' }
const start = at(-hours(24 * 365))

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const fill = (count: number, from = start, stepMs = minutes(1)) =>
  insertStories(count, { from, stepMs, categoryIds: [paper.national.id, paper.sports.id] })

/** Every page of a list, the oldest first. */
async function leaf(list: StoryList, now = noon): Promise<StoryIdPage[]> {
  const newest = await findListPage(list, null, now)
  const pages: StoryIdPage[] = []
  for (let number = 1; number <= (newest?.newest ?? 0); number += 1) {
    const page = await findListPage(list, number, now)
    pages.push(page ?? { ids: [], number, newest: -1 })
  }
  return pages
}

const allIds = (pages: StoryIdPage[]) => pages.flatMap(({ ids }) => ids.toReversed())
const sizes = (pages: StoryIdPage[]) => pages.map(({ ids }) => ids.length)

describe.each([
  ['before any page is closed', async () => undefined],
  ['after pages were closed', (list: StoryList) => closePages(testTransaction(), list, noon)],
] as [string, (list: StoryList) => Promise<unknown>][])('leafing through a list %s', (_, close) => {
  test.each([
    [0, [0]],
    [1, [1]],
    [20, [20]],
    [39, [39]],
    [40, [20, 20]],
    [85, [20, 20, 20, 25]],
    [2_100, Array(105).fill(20)],
  ])('%i stories: full pages, none missing, none twice', async (count, expected) => {
    const ids = count > 0 ? await fill(count) : []
    await close(latest)

    const pages = await leaf(latest)

    expect(sizes(pages)).toEqual(expected)
    expect(allIds(pages)).toEqual(ids)
    expect(pages.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1))
    expect(new Set(pages.map(({ newest }) => newest))).toEqual(new Set([expected.length]))
  })

  test('the bare address shows the newest page', async () => {
    const ids = await fill(85)
    await close(latest)

    const page = await findListPage(latest, null, noon)

    expect(page).toEqual({ ids: ids.slice(60).toReversed(), number: 4, newest: 4 })
  })

  test('a number the list does not have is no page', async () => {
    await fill(45)
    await close(latest)

    const found = await Promise.all(
      [0, -1, 3, 4, 1_000_000, 2_147_483_646, 2_147_483_647].map((number) =>
        findListPage(latest, number, noon),
      ),
    )

    expect(found).toEqual(Array(7).fill(null))
  })

  test('stories of one instant are told apart by their number', async () => {
    const ids = await fill(85, start, 0)
    await close(latest)

    expect(allIds(await leaf(latest))).toEqual(ids)
  })
})

describe('a full page stays as it is', () => {
  test.each([
    ['pages are closed between', closePages],
    ['no page is ever closed', async () => undefined],
  ])('when fifty stories more are published and %s', async (_, close) => {
    await fill(85)
    await close(testTransaction(), latest, noon)
    const before = await leaf(latest)

    await fill(50, at(-hours(1)), 1)
    await close(testTransaction(), latest, noon)
    const after = await leaf(latest)

    const idsOf = (pages: StoryIdPage[]) => pages.slice(0, 3).map(({ ids }) => ids)
    expect(idsOf(after)).toEqual(idsOf(before))
    expect(sizes(after)).toEqual([20, 20, 20, 20, 20, 35])
  })

  test('closing is safe to run twice, and by two at once', async () => {
    await fill(205)
    await Promise.all([
      closePages(testTransaction(), latest, noon),
      closePages(testTransaction(), latest, noon),
    ])
    const once = await db().listPage.findMany()

    await closePages(testTransaction(), latest, noon)

    expect(await db().listPage.findMany()).toEqual(once)
    expect(once).toHaveLength(9)
  })

  test('the newest page is not closed while it may still grow', async () => {
    await fill(39)

    await closePages(testTransaction(), latest, noon)

    expect(await db().listPage.count()).toBe(0)
  })

  test('a withdrawn story leaves its page, and no other moves', async () => {
    const ids = await fill(100)
    await closePages(testTransaction(), latest, noon)
    const gone = ids[25] as number

    await db().article.update({
      where: { id: gone },
      data: { status: 'withdrawn', withdrawnAt: noon },
    })
    const pages = await leaf(latest)

    expect(sizes(pages)).toEqual([20, 19, 20, 20, 20])
    expect(allIds(pages)).toEqual(ids.filter((id) => id !== gone))
  })

  test('the story at which a page begins can be withdrawn too', async () => {
    const ids = await fill(60)
    await closePages(testTransaction(), latest, noon)
    const gone = ids[20] as number

    await db().article.update({ where: { id: gone }, data: { status: 'draft' } })

    expect(allIds(await leaf(latest))).toEqual(ids.filter((id) => id !== gone))
  })

  test('a story that comes late goes to its hour’s page', async () => {
    const ids = await fill(60)
    await closePages(testTransaction(), latest, noon)

    const late = await insertStory(paper, {
      publishAt: new Date(start.getTime() + minutes(30) + 1),
    })
    const pages = await leaf(latest)

    expect(sizes(pages)).toEqual([20, 21, 20])
    expect(allIds(pages)).toEqual(ids.toSpliced(31, 0, late))
  })
})

describe('an import of old stories', () => {
  test('lays the list out anew from its first hour on, and no earlier', async () => {
    await fill(200)
    await closePages(testTransaction(), latest, noon)
    const before = await leaf(latest)
    const since = new Date(start.getTime() + minutes(100))

    const ids = await fill(500, since, 1)
    await repaginate(testTransaction(), latest, since, noon)
    const after = await leaf(latest)

    expect(sizes(after)).toEqual(Array(35).fill(pageSize))
    expect(after.slice(0, 5).map((page) => page.ids)).toEqual(
      before.slice(0, 5).map((page) => page.ids),
    )
    expect(new Set(allIds(after)).size).toBe(700)
    expect(allIds(after)).toEqual(expect.arrayContaining(ids))
  })

  test('older than all that was there makes a new first page', async () => {
    await fill(100)
    await closePages(testTransaction(), latest, noon)
    const since = at(-hours(24 * 900))

    const old = await fill(45, since)
    await repaginate(testTransaction(), latest, since, noon)
    const pages = await leaf(latest)

    expect(sizes(pages)).toEqual([20, 20, 20, 20, 20, 20, 25])
    expect(allIds(pages).slice(0, 45)).toEqual(old)
  })
})

describe('every list has its own stories', () => {
  test('a category’s list holds those of all categories under it, and no other', async () => {
    const { country, dhaka, oldDhaka, sports, categories } = paper
    const categoryIds = [country, dhaka, oldDhaka, sports].map(({ id }) => id)
    const ids = await insertStories(100, { from: start, stepMs: minutes(1), categoryIds })
    // Stories go to the categories in turn.
    const inCountry = ids.filter((_, index) => index % 4 !== 3)
    const inDhaka = ids.filter((_, index) => index % 4 === 1 || index % 4 === 2)

    const [ofCountry, ofDhaka, ofNational] = await Promise.all(
      [country, dhaka, paper.national].map((category) =>
        leaf({
          kind: 'category',
          id: category.id,
          categoryIds: withDescendants(categories, category).map(({ id }) => id),
        }),
      ),
    )

    expect(allIds(ofCountry ?? [])).toEqual(inCountry)
    expect(allIds(ofDhaka ?? [])).toEqual(inDhaka)
    expect(allIds(ofNational ?? [])).toEqual([])
  })

  test('a topic’s and an author’s lists hold theirs', async () => {
    const storyInput = { from: start, stepMs: minutes(1), categoryIds: [paper.national.id] }
    const ofTopic = await insertStories(45, { ...storyInput, topicId: paper.flood.id })
    const ofAuthor = await insertStories(45, { ...storyInput, contributorId: paper.person.id })
    await closePages(testTransaction(), { kind: 'topic', id: paper.flood.id }, noon)

    const topic = await leaf({ kind: 'topic', id: paper.flood.id })
    const author = await leaf({ kind: 'author', id: paper.person.id })

    expect(allIds(topic)).toEqual(ofTopic)
    expect(allIds(author)).toEqual(ofAuthor)
    expect([sizes(topic), sizes(author)]).toEqual([
      [20, 25],
      [20, 25],
    ])
  })

  test('a planned story comes into all its lists at its instant, not a millisecond before', async () => {
    const id = await insertStory(paper, {
      status: 'scheduled',
      publishAt: at(-hours(1)),
      embargoUntil: noon,
      publishedAt: null,
      contributorIds: [paper.person.id],
      topicIds: [paper.flood.id],
    })
    const listsAt = async (now: Date) => {
      const pages = await Promise.all([
        findLatestPage(null, now),
        findCategoryPage(paper.categories, paper.national, null, now),
        findTopicPage('flood', null, now),
        findAuthorPage('rahnuma', null, now),
      ])
      return pages.map((page) => page?.stories.map((story) => story.id))
    }

    expect(await listsAt(at(-1))).toEqual([[], [], [], []])
    expect(await listsAt(noon)).toEqual([[id], [id], [id], [id]])
  })

  test('a withdrawn story leaves all its lists', async () => {
    const id = await insertStory(paper, {
      contributorIds: [paper.person.id],
      topicIds: [paper.flood.id],
    })

    await db().article.update({ where: { id }, data: { status: 'withdrawn', withdrawnAt: noon } })
    const pages = await Promise.all([
      findLatestPage(null, noon),
      findCategoryPage(paper.categories, paper.national, null, noon),
      findTopicPage('flood', null, noon),
      findAuthorPage('rahnuma', null, noon),
    ])

    expect(pages.map((page) => page?.stories)).toEqual([[], [], [], []])
  })

  test('a topic or an author that nobody knows has no list', async () => {
    expect(await findTopicPage('nobody', null, noon)).toBeNull()
    expect(await findAuthorPage('nobody', null, noon)).toBeNull()
  })
})
