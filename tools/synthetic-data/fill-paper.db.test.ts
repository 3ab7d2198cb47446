import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  findArticle,
  findAuthorPage,
  findCategoryPage,
  findTopicPage,
} from '@/lib/articles/queries'
import { type Category, withDescendants } from '@/lib/content-model/category'
import { connectDb, db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { getFront } from '@/lib/front/queries'
import { getSiteInfo } from '@/lib/paper/queries'
import type { StoryList } from '@/lib/public-lists/list-pages'
import { closePages } from '@/lib/public-lists/list-queries'
import { searchStories } from '@/lib/search/queries'
import { planSearch, type SearchPlan } from '@/lib/search/search'
import { testTransaction } from '@/tools/test-harness/fixtures/test-paper'
import { makeScratchDatabase } from '@/tools/test-harness/papers/scratch-database'
import { fillPaper } from './fill-paper'

const stories = 600
const now = new Date('2026-11-02T06:00:00Z')
let scratch: Awaited<ReturnType<typeof makeScratchDatabase>>
let indexes: string[]
let categories: Category[]

const listIndexes = async () =>
  (
    await db().$queryRaw<{ definition: string }[]>`
      SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`
  ).map(({ definition }) => definition)

beforeAll(async () => {
  scratch = await makeScratchDatabase(env.DATABASE_URL ?? '', `bench_${process.pid}`)
  const shared = globalThis as { __dainikDb?: unknown }
  shared.__dainikDb = connectDb(scratch.url)
  indexes = await listIndexes()
  await fillPaper(scratch.url, stories)
  categories = (await getSiteInfo(now)).categories
})

afterAll(async () => {
  await db().$disconnect()
  await scratch.drop()
})

test('every story is there, public, and under its words', async () => {
  const [counted] = await db().$queryRaw<Record<string, bigint>[]>`
    SELECT count(*) AS "stories", count(*) FILTER (WHERE "publicAt" <= ${now}) AS "public",
           (SELECT count(*) FROM "ArticleSearch") AS "searchable"
    FROM "Article"`

  expect(counted).toEqual({
    stories: BigInt(stories),
    public: BigInt(stories),
    searchable: BigInt(stories),
  })
})

test('references exist and times agree, though the triggers were off', async () => {
  const [broken] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM (
      SELECT 1 FROM "Article" a LEFT JOIN "Category" c ON c."id" = a."categoryId"
        LEFT JOIN "Image" i ON i."id" = a."leadImageId" LEFT JOIN "Source" s ON s."id" = a."sourceId"
        WHERE c IS NULL OR (i IS NULL AND a."leadImageId" IS NOT NULL) OR (s IS NULL AND a."sourceId" IS NOT NULL)
      UNION ALL SELECT 1 FROM "Byline" b LEFT JOIN "Article" a ON a."id" = b."articleId"
        LEFT JOIN "Contributor" c ON c."id" = b."contributorId"
        WHERE c IS NULL OR a."publicAt" IS DISTINCT FROM b."publicAt"
      UNION ALL SELECT 1 FROM "ArticleTopic" t LEFT JOIN "Article" a ON a."id" = t."articleId"
        LEFT JOIN "Topic" o ON o."id" = t."topicId"
        WHERE o IS NULL OR a."publicAt" IS DISTINCT FROM t."publicAt"
      UNION ALL SELECT 1 FROM "ArticleSearch" s LEFT JOIN "Article" a ON a."id" = s."articleId"
        WHERE a."publicAt" IS DISTINCT FROM s."publicAt"
    ) AS broken`

  expect(broken?.count).toBe(0n)
})

test('its indexes are those of the migrations', async () => {
  expect(await listIndexes()).toEqual(indexes)
})

test('its pages are laid out as the newsroom lays them out', async () => {
  const read = () => db().listPage.findMany({ orderBy: [{ list: 'asc' }, { number: 'asc' }] })
  const filledPages = await read()
  const [topics, authors] = await Promise.all([db().topic.findMany(), db().contributor.findMany()])
  const lists: StoryList[] = [
    { kind: 'latest' },
    ...categories.map((category): StoryList => {
      const categoryIds = withDescendants(categories, category).map(({ id }) => id)
      return { kind: 'category', id: category.id, categoryIds }
    }),
    ...topics.slice(0, 30).map(({ id }): StoryList => ({ kind: 'topic', id })),
    ...authors.slice(0, 30).map(({ id }): StoryList => ({ kind: 'author', id })),
  ]

  await db().listPage.deleteMany()
  for (const list of lists) await closePages(testTransaction(), list, now)

  expect(filledPages.length).toBeGreaterThan(50)
  expect(await read()).toEqual(filledPages)
})

describe('readers find it', () => {
  test('every category has a newest page, and the busy ones an oldest', async () => {
    const newest = await Promise.all(
      categories.map((category) => findCategoryPage(categories, category, null, now)),
    )
    const busy = categories[0] as Category

    expect(newest.filter((page) => (page?.stories.length ?? 0) === 0)).toEqual([])
    expect((await findCategoryPage(categories, busy, 1, now))?.stories).toHaveLength(20)
  })

  test('topics, authors, stories and the front', async () => {
    const [topic, author, article, front] = await Promise.all([
      findTopicPage('topic-1', null, now),
      findAuthorPage('lekhok-1', null, now),
      findArticle(stories, now),
      getFront(categories, now),
    ])

    expect(topic?.stories.length).toBeGreaterThanOrEqual(20)
    expect(author?.stories.length).toBeGreaterThanOrEqual(20)
    expect(article?.kind).toBe('public')
    expect(front.lead?.id).toBe(stories)
    expect(front.blocks.length).toBeGreaterThan(5)
  })

  test('by the words of its headline', async () => {
    const { headline } = await db().article.findUniqueOrThrow({ where: { id: stories } })
    const [words = ''] = headline.split(' (')

    const found = await searchStories(planSearch(words) as SearchPlan, 1, now)

    expect(found.hits.map(({ story }) => story.headline.split(' (')[0])).toContain(words)
  })
})

test('a paper that is there already is not filled twice', async () => {
  await expect(fillPaper(scratch.url, 10)).rejects.toThrow('holds a paper already')
})
