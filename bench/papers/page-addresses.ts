import type pg from 'pg'
import { withClient } from '../../tools/database/database'
import { seeded } from '../../tools/synthetic-data/seeded-random'
import { UserError } from '../../tools/terminal/terminal'

/** Kinds of pages that differ in the work of a render. */
export const benchPageKinds = [
  'article',
  'category',
  'category’s deepest page',
  'topic',
  'author',
  'latest',
  'front',
] as const
export type BenchPageKind = (typeof benchPageKinds)[number]

/** Addresses of each kind that answer 200. */
export type PageAddresses = Record<BenchPageKind, string[]>

// The longest lists: they are full, and so alike in size, in a small paper as well.
const listsOfAKind = 8

const longest = (kind: string, table: string) => `
  SELECT "slug" FROM "ListPage" p JOIN "${table}" t ON p."list" = '${kind}:' || t."id"
  GROUP BY t."id" ORDER BY count(*) DESC, t."id" LIMIT ${listsOfAKind}`

async function slugs(client: pg.Client, kind: string, table: string): Promise<string[]> {
  const { rows } = await client.query<{ slug: string }>(longest(kind, table))
  if (rows.length > 0) return rows.map(({ slug }) => slug)
  throw new UserError(`in so small a paper no ${kind} has a second page: measure a larger one`)
}

/** The longest lists' slugs, for the smallest paper: those of larger ones have the same. */
export async function longestLists(url: string) {
  return await withClient(url, async (client) => ({
    category: await slugs(client, 'category', 'Category'),
    topic: await slugs(client, 'topic', 'Topic'),
    author: await slugs(client, 'author', 'Contributor'),
  }))
}

export type Lists = Awaited<ReturnType<typeof longestLists>>

/** Addresses of different stories of any age, the same ones each time. */
export async function articleAddresses(
  url: string,
  { stories, count, seed = 1 }: { stories: number; count: number; seed?: number },
): Promise<string[]> {
  const random = seeded(seed)
  const ids = new Set<number>()
  while (ids.size < Math.min(count, stories)) ids.add(1 + Math.floor(random.next() * stories))
  return await withClient(url, async (client) => {
    const { rows } = await client.query<{ path: string }>(
      `SELECT '/' || c."slug" || '/' || a."id" AS "path"
       FROM unnest($1::int[]) WITH ORDINALITY AS wanted("id", "place")
       JOIN "Article" a ON a."id" = wanted."id" JOIN "Category" c ON c."id" = a."categoryId" ORDER BY "place"`,
      [[...ids]],
    )
    return rows.map(({ path }) => path)
  })
}

export const pageAddresses = (articles: string[], lists: Lists): PageAddresses => ({
  article: articles,
  category: lists.category.map((slug) => `/${slug}`),
  'category’s deepest page': lists.category.map((slug) => `/${slug}/page/1`),
  topic: lists.topic.map((slug) => `/topic/${slug}`),
  author: lists.author.map((slug) => `/author/${slug}`),
  latest: ['/latest'],
  front: ['/'],
})
