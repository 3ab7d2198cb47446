import 'server-only'
import { toIsoInZone } from '@/lib/bengali/calendar/dates'
import { db } from '@/lib/db/client'
import { staleFrom } from '@/lib/render-context/response'

const dayMs = 24 * 3_600_000
// Readings carry no tag: a list of them is made anew by the clock, however many readers there are.
const refreshIntervalMs = 10 * 60_000
// A story of both days is counted wholly if it is among so many of each; the index alone is read.
const candidatesPerDay = 100

/** The day of the paper's zone, as the table of readings names it. */
const dayOf = (instant: Date) => toIsoInZone(instant).slice(0, 10)

/**
 * Numbers of the stories most read today and yesterday, the most read first; whether they are still public is for the
 * caller to see. The document is stale from the next tenth minute on.
 */
export async function listMostReadIds(count: number, now: Date): Promise<number[]> {
  staleFrom(new Date((Math.floor(now.getTime() / refreshIntervalMs) + 1) * refreshIntervalMs))
  const days = [now, new Date(now.getTime() - dayMs)].map(dayOf)
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT "articleId" AS "id"
    FROM unnest(${days}::date[]) AS given("day")
    CROSS JOIN LATERAL (
      SELECT "articleId", "count" FROM "ArticleReads"
      WHERE "day" = given."day" ORDER BY "count" DESC LIMIT ${candidatesPerDay}
    ) AS read
    GROUP BY "articleId" ORDER BY sum("count") DESC, "articleId" DESC LIMIT ${count}`
  return rows.map(({ id }) => id)
}
