import 'server-only'
import { authorPath, topicPath } from '@/lib/content-model/article'
import { type Category, categoryPath, withDescendants } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { tags } from '@/lib/invalidation/cache-tags'
import { staleFrom, tagList } from '@/lib/render-context/response'
import { namedLists } from './index-queries'
import { maxUrlsInFile, type SitemapEntry } from './sitemap'

/** When the newest story that is public at `now` became so. */
type NewestOf = { newest: Date }

/** Every list changes with its stories and with the set of lists. */
async function tagLists(now: Date): Promise<void> {
  tagList(tags.latest())
  tagList(tags.lists())
  const [next] = await db().$queryRaw<{ publicAt: Date }[]>`
    SELECT "publicAt" FROM "Article" WHERE "publicAt" > ${now} ORDER BY "publicAt" LIMIT 1`
  staleFrom(next?.publicAt ?? null)
}

const newest = (dates: Date[]): Date | null =>
  dates.length > 0 ? new Date(Math.max(...dates.map(Number))) : null

/**
 * Categories with stories in them or below. `ANY(ARRAY[…])` and the order by category force the index of categories:
 * otherwise PostgreSQL searches the whole archive, newest first, for an inactive category.
 */
async function listCategoryEntries(now: Date): Promise<SitemapEntry[]> {
  const all = await db().$queryRaw<(Category & Partial<NewestOf>)[]>`
    SELECT c.*, (
      SELECT "publicAt" FROM "Article" WHERE "categoryId" = ANY(ARRAY[c."id"]) AND "publicAt" <= ${now}
      ORDER BY "categoryId", "publicAt" DESC, "id" DESC LIMIT 1
    ) AS "newest"
    FROM "Category" c ORDER BY c."position", c."id"`
  const newestById = new Map(all.map((each) => [each.id, each.newest ?? null]))
  return all.flatMap((category) => {
    const below = withDescendants(all, category).flatMap(({ id }) => newestById.get(id) ?? [])
    return below.length > 0 ? [{ path: categoryPath(category), changedAt: newest(below) }] : []
  })
}

/** The front, the newest stories, the categories, and the pages that are no stories. */
export async function listSections(now: Date): Promise<SitemapEntry[]> {
  await tagLists(now)
  const categories = await listCategoryEntries(now)
  const pages = await db().page.findMany({
    select: { slug: true, updatedAt: true },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  })
  const changedAt = newest(categories.flatMap((each) => each.changedAt ?? []))
  return [
    { path: '/', changedAt },
    { path: '/latest', changedAt },
    ...categories,
    ...pages.map((page) => ({ path: `/${page.slug}`, changedAt: page.updatedAt })),
  ]
}

/** The entries of a part whose `links` with stories hold a public one. By id: an entry stays in its part. */
async function listNamed(
  { table, links, column }: Record<'table' | 'links' | 'column', Prisma.Sql>,
  pathOf: (entry: { slug: string }) => string,
  part: number,
  now: Date,
): Promise<SitemapEntry[]> {
  await tagLists(now)
  const rows = await db().$queryRaw<(NewestOf & { slug: string })[]>`
    SELECT named."slug", story."publicAt" AS "newest" FROM ${table} named
    CROSS JOIN LATERAL (
      SELECT "publicAt" FROM ${links} WHERE ${column} = named."id" AND "publicAt" <= ${now}
      ORDER BY "publicAt" DESC LIMIT 1
    ) AS story
    WHERE named."id" BETWEEN ${(part - 1) * maxUrlsInFile + 1}::bigint AND ${part * maxUrlsInFile}::bigint
    ORDER BY named."id"`
  return rows.map((row) => ({ path: pathOf(row), changedAt: row.newest }))
}

/** Topics of that part that have stories. */
export const listTopics = (part: number, now: Date) =>
  listNamed(namedLists.topics, topicPath, part, now)

/** Authors of that part that have stories. */
export const listAuthors = (part: number, now: Date) =>
  listNamed(namedLists.authors, authorPath, part, now)
