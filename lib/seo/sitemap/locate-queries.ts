import 'server-only'
import { db } from '@/lib/db/client'
import { maxNewsAgeMs, maxNewsInFile, maxUrlsInFile, newsSitemapPath, sitemapPath } from './sitemap'

// Of a withdrawn story, the location before: the time of its first publication does not change.
type StoryLocation = { month: string; before: number }

/** The path of the file that lists a story, or listed it before its withdrawal; null when it was never published. */
export async function findSitemapFile(id: number): Promise<string | null> {
  const [location] = await db().$queryRaw<StoryLocation[]>`
    SELECT "monthOf"(story."at") AS "month", (
      SELECT count(*)::int FROM "Article"
      WHERE "publicAt" >= "monthBegins"("monthOf"(story."at")) AND ("publicAt", "id") < (story."at", ${id}::int)
    ) AS "before"
    FROM (SELECT GREATEST("publishAt", "embargoUntil") AS "at" FROM "Article" WHERE "id" = ${id}) AS story
    WHERE story."at" IS NOT NULL`
  if (!location) return null
  const part = 1 + Math.floor(location.before / maxUrlsInFile)
  return sitemapPath({ kind: 'stories', month: location.month, part })
}

type NewsLocation = { newer: number; all: number }

/** The path of the news file that lists a story or listed it; null when it is too old at `now`. */
export async function findNewsFile(id: number, now: Date): Promise<string | null> {
  const oldest = new Date(now.getTime() - maxNewsAgeMs)
  const [location] = await db().$queryRaw<NewsLocation[]>`
    SELECT count(a."id")::int AS "all",
      count(*) FILTER (WHERE (a."publicAt", a."id") > (story."at", ${id}::int))::int AS "newer"
    FROM (
      SELECT GREATEST("publishAt", "embargoUntil") AS "at" FROM "Article" WHERE "id" = ${id} AND NOT "isHeadlineOnly"
    ) AS story
    LEFT JOIN "Article" a ON a."publicAt" > ${oldest} AND a."publicAt" <= ${now} AND NOT a."isHeadlineOnly"
    WHERE story."at" > ${oldest}
    HAVING count(story.*) > 0`
  if (!location) return null
  if (location.all <= maxNewsInFile) return newsSitemapPath
  return sitemapPath({ kind: 'news', part: 1 + Math.floor(location.newer / maxNewsInFile) })
}
