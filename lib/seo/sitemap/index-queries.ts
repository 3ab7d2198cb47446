import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { tags } from '@/lib/invalidation/cache-tags'
import { staleFrom, tagList } from '@/lib/render-context/response'
import { countParts, maxUrlsInFile, partNumbers, type SitemapListing, sitemapPath } from './sitemap'

type MonthRow = { month: string; stories: number; changedAt: Date }

/**
 * The months with public stories at `now`, from counts that the database maintains: a few hundred rows and index lookups
 * for an archive of any size. A scheduled story counts from its time on.
 */
async function listMonths(now: Date): Promise<MonthRow[]> {
  return db().$queryRaw<MonthRow[]>`
    SELECT counts."month", (counts."stories" - planned."count")::int AS "stories",
      GREATEST(counts."changedAt", newest."publicAt") AS "changedAt"
    FROM (
      SELECT "month", sum("stories")::int AS "stories", max("changedAt") AS "changedAt",
        "monthBegins"("month") AS "begin", "monthBegins"("month", 1) AS "end"
      FROM "MonthlyStoryCount" GROUP BY "month"
    ) AS counts
    CROSS JOIN LATERAL (
      SELECT "publicAt" FROM "Article"
      WHERE "publicAt" >= counts."begin" AND "publicAt" < counts."end" AND "publicAt" <= ${now}
      ORDER BY "publicAt" DESC LIMIT 1
    ) AS newest
    CROSS JOIN LATERAL (
      SELECT count(*) AS "count" FROM "Article"
      WHERE "publicAt" > ${now} AND "publicAt" < counts."end"
    ) AS planned
    ORDER BY counts."month"`
}

type ListPart = { part: number; changedAt: Date }

const { sql } = Prisma
/** The tables of topics and authors, with those that link them with stories. */
export const namedLists = {
  topics: { table: sql`"Topic"`, links: sql`"ArticleTopic"`, column: sql`"topicId"` },
  authors: { table: sql`"Contributor"`, links: sql`"Byline"`, column: sql`"contributorId"` },
}

/** The parts with entries that have stories, and when the newest of these became public. */
const listParts = ({ table, links, column }: (typeof namedLists)['topics'], now: Date) =>
  db().$queryRaw<ListPart[]>`
    SELECT 1 + (named."id" - 1) / ${maxUrlsInFile}::int AS "part", max(story."publicAt") AS "changedAt"
    FROM ${table} named
    CROSS JOIN LATERAL (
      SELECT "publicAt" FROM ${links} WHERE ${column} = named."id" AND "publicAt" <= ${now}
      ORDER BY "publicAt" DESC LIMIT 1
    ) AS story
    GROUP BY 1 ORDER BY 1`

type ListChange = { lists: Date | null; newest: Date | null; next: Date | null }

/** When the lists themselves last changed (renamed, merged), and when the newest and the next story become public. */
async function findListChange(now: Date): Promise<ListChange> {
  const [row] = await db().$queryRaw<ListChange[]>`
    SELECT (SELECT "at" FROM "TagVersion" WHERE "tag" = ${tags.lists()}) AS "lists",
      (SELECT "publicAt" FROM "Article" WHERE "publicAt" <= ${now} ORDER BY "publicAt" DESC LIMIT 1) AS "newest",
      (SELECT "publicAt" FROM "Article" WHERE "publicAt" > ${now} ORDER BY "publicAt" LIMIT 1) AS "next"`
  return row ?? { lists: null, newest: null, next: null }
}

const later = (a: Date | null, b: Date | null) => (!a || (b && b > a) ? b : a)

/** Every file of the sitemap: lists first, then the months from the oldest. */
export async function listSitemaps(now: Date): Promise<SitemapListing[]> {
  tagList(tags.latest())
  tagList(tags.lists())
  const [months, topics, authors, change] = await Promise.all([
    listMonths(now),
    listParts(namedLists.topics, now),
    listParts(namedLists.authors, now),
    findListChange(now),
  ])
  staleFrom(change.next)
  const ofLists = (kind: 'topics' | 'authors', parts: ListPart[]) =>
    parts.map(({ part, changedAt }) => ({
      path: sitemapPath({ kind, part }),
      changedAt: later(changedAt, change.lists),
    }))
  return [
    { path: sitemapPath({ kind: 'sections' }), changedAt: later(change.newest, change.lists) },
    ...ofLists('topics', topics),
    ...ofLists('authors', authors),
    ...months.flatMap(({ month, stories, changedAt }) =>
      partNumbers(countParts(stories, maxUrlsInFile)).map((part) => ({
        path: sitemapPath({ kind: 'stories', month, part }),
        changedAt,
      })),
    ),
  ]
}
