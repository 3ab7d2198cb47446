import { afterAll } from 'vitest'
import type { Body } from '@/lib/articles/body'
import type { Category } from '@/lib/categories/category'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { people } from './newsroom'

/** A little paper in the test database, made anew by `emptyPaper`, and stories to fill it with. */

// Noon of Independence Day in Dhaka: the hour at which tests happen unless they say otherwise.
export const noon = new Date('2026-03-26T06:00:00.000Z')
export const minutes = (count: number) => count * 60_000
export const hours = (count: number) => count * minutes(60)
export const at = (shiftMs: number) => new Date(noon.getTime() + shiftMs)

export const paragraph = (text: string): Body[number] => ({
  kind: 'paragraph',
  content: [{ text }],
})

export type TestPaper = {
  /** In the order of the masthead; `country` holds `dhaka`, and that `oldDhaka`. */
  national: Category
  country: Category
  dhaka: Category
  oldDhaka: Category
  sports: Category
  categories: Category[]
  person: { id: number; slug: string }
  desk: { id: number; slug: string }
  election: { id: number; slug: string }
  flood: { id: number; slug: string }
}

/** Every table of the paper, without Prisma's own. */
export async function listTables(): Promise<string[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS "name" FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY tablename`
  return rows.map((row) => row.name)
}

/** Empties every table; numbers begin at 1 again. */
export async function emptyDatabase(): Promise<void> {
  const tables = (await listTables()).map((name) => `"${name}"`).join(', ')
  await db().$executeRawUnsafe(`TRUNCATE ${tables} RESTART IDENTITY CASCADE`)
}

/** An emptied database with a paper that has desks, people, accounts and topics, and no story. */
export async function emptyPaper(): Promise<TestPaper> {
  await emptyDatabase()
  await db().paper.create({
    data: {
      name: 'পরীক্ষা পত্রিকা',
      tagline: 'শুধু পরীক্ষার জন্য',
      editor: 'সম্পাদক',
      publisher: 'প্রকাশক',
      address: 'ঢাকা',
      phone: '০২',
      email: 'test@example.com',
    },
  })
  await db().user.createMany({ data: people })
  const add = (slug: string, name: string, position: number, parentId: number | null = null) =>
    db().category.create({ data: { slug, name, position, parentId } })
  const national = await add('national', 'জাতীয়', 0)
  const country = await add('country', 'সারাদেশ', 1)
  const dhaka = await add('dhaka', 'ঢাকা', 2, country.id)
  const oldDhaka = await add('old-dhaka', 'পুরান ঢাকা', 3, dhaka.id)
  const sports = await add('sports', 'খেলাধুলা', 4)
  const person = await db().contributor.create({
    data: { slug: 'rahnuma', name: 'রাহনুমা শারমিন', kind: 'person' },
  })
  const desk = await db().contributor.create({
    data: { slug: 'news-desk', name: 'বার্তা ডেস্ক', kind: 'desk' },
  })
  const election = await db().topic.create({ data: { slug: 'election', name: 'নির্বাচন' } })
  const flood = await db().topic.create({ data: { slug: 'flood', name: 'বন্যা' } })
  const categories = [national, country, dhaka, oldDhaka, sports]
  return { national, country, dhaka, oldDhaka, sports, categories, person, desk, election, flood }
}

/** What a test says of a story; the rest is a plain published one of an hour ago. */
export type StoryWish = Partial<Prisma.ArticleUncheckedCreateInput> & {
  contributorIds?: number[]
  topicIds?: number[]
}

/** A story straight in the table, in whatever state is wished for. Returns its number. */
export async function addStory(paper: TestPaper, wish: StoryWish = {}): Promise<number> {
  const { contributorIds = [], topicIds = [], ...columns } = wish
  const publishAt = columns.publishAt === undefined ? at(-hours(1)) : columns.publishAt
  const story = await db().article.create({
    select: { id: true },
    data: {
      headline: 'নদীর পানি বাড়ছে',
      body: [paragraph('উজানের ঢলে নদীর পানি বাড়ছে।')],
      categoryId: paper.national.id,
      status: 'published',
      publishedAt: publishAt,
      ...columns,
      publishAt,
      bylines: {
        create: contributorIds.map((contributorId, position) => ({ contributorId, position })),
      },
      topics: { create: topicIds.map((topicId) => ({ topicId })) },
    },
  })
  return story.id
}

export type StoriesWish = {
  /** The first story's hour. */
  from: Date
  /** Between one story and the next; 0 puts all in one instant. */
  stepMs: number
  /** Stories go to these in turn. */
  categoryIds: number[]
  contributorId?: number
  topicId?: number
}

/** Many stories in one statement, the oldest first. Returns their numbers in that order. */
export async function addStories(count: number, wish: StoriesWish): Promise<number[]> {
  const { from, stepMs, categoryIds, contributorId, topicId } = wish
  const rows = await db().$queryRaw<{ id: number }[]>`
    INSERT INTO "Article" ("headline", "body", "status", "publishAt", "publishedAt", "categoryId", "updatedAt")
    SELECT 'খবর ' || n, '[]', 'published', times.at, times.at,
           (${categoryIds}::int[])[1 + n % ${categoryIds.length}::int], times.at
    FROM generate_series(0, ${count - 1}::int) AS n,
         LATERAL (SELECT ${from}::timestamptz + n * ${stepMs}::float8 * interval '1 millisecond' AS at) AS times
    ORDER BY n
    RETURNING "id"`
  const ids = rows.map((row) => row.id).sort((a, b) => a - b)
  const ofThese = Prisma.sql`FROM unnest(${ids}::int[]) AS id`
  if (contributorId !== undefined) {
    await db().$executeRaw`
      INSERT INTO "Byline" ("articleId", "position", "contributorId")
      SELECT id, 0, ${contributorId}::int ${ofThese}`
  }
  if (topicId !== undefined) {
    await db().$executeRaw`
      INSERT INTO "ArticleTopic" ("articleId", "topicId") SELECT id, ${topicId}::int ${ofThese}`
  }
  return ids
}

/** Every row of every table, as text: two that are equal say that nothing changed. */
export async function wholeDatabase(): Promise<Record<string, string[]>> {
  const tables = await listTables()
  const entries = await Promise.all(
    tables.map(async (name) => {
      const rows = await db().$queryRawUnsafe<{ row: string }[]>(
        `SELECT t::text AS "row" FROM "${name}" t ORDER BY 1`,
      )
      return [name, rows.map(({ row }) => row)] as const
    }),
  )
  return Object.fromEntries(entries)
}

// A test file that holds the database open would not end.
afterAll(() => db().$disconnect())
