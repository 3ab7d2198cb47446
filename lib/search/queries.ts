import 'server-only'
import { listStories } from '@/lib/articles/queries'
import type { StorySummary } from '@/lib/content-model/article'
import { type Body, blockText } from '@/lib/content-model/body'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { tags } from '@/lib/invalidation/cache-tags'
import { tagList } from '@/lib/render-context/response'
import { maxSearchPages } from '@/lib/urls/search-address'
import { beginningOf, excerptOf, type Matcher, matcherFor } from './highlight'
import { hitsPerPage, maxCountedHits, type SearchPlan } from './search'

export type SearchHit = { story: StorySummary; excerpt: string | null }

export type SearchResultPage = {
  hits: SearchHit[]
  /** The number of matching stories, at most `maxRankedMatches`. */
  total: number
  pageCount: number
  /** The nearest headlines, when nothing matched. */
  isFuzzy: boolean
  matches: Matcher
}

// A word like "বাংলাদেশ" is in half of all stories: only the newest matches are ranked and counted.
const maxRankedMatches = maxCountedHits + 1
const maxFuzzyMatches = 20
// Chosen with misspelt names of the sample paper.
const similarityThreshold = 0.45

type RankedId = { id: number; total: number }

/**
 * Forces the use of the word indexes: PostgreSQL underestimates the cost of detoasting a story's words and would scan a
 * hundred thousand rows. For the same reason rows are found first and sorted afterwards.
 */
async function queryWithIndexes(query: Prisma.Sql): Promise<RankedId[]> {
  const results = await db().$transaction([
    db().$queryRaw`
      SELECT set_config('enable_seqscan', 'off', true),
        set_config('pg_trgm.word_similarity_threshold', ${String(similarityThreshold)}, true)`,
    db().$queryRaw<RankedId[]>(query),
  ])
  return results[1]
}

/** The newest public rows that match `condition`. */
const newestMatchesSql = (condition: Prisma.Sql, now: Date) => Prisma.sql`
  SELECT * FROM (
    WITH hit AS MATERIALIZED (
      SELECT "articleId", "publicAt", "headline" FROM "ArticleSearch" WHERE ${condition}
    )
    SELECT * FROM hit WHERE "publicAt" <= ${now}
    ORDER BY "publicAt" DESC, "articleId" DESC LIMIT ${maxRankedMatches}
  ) AS newest`

/**
 * The stories with every word, best first. A word scores by its best place: headline or kicker 8, intro 3, body 1. The
 * phrase as typed multiplies the score by 1.5; age divides it by 1 + age / 90 days.
 */
async function findMatches(plan: SearchPlan, page: number, now: Date): Promise<RankedId[]> {
  return queryWithIndexes(Prisma.sql`
    WITH newest AS MATERIALIZED (
      ${newestMatchesSql(Prisma.sql`"words" @@ ${plan.terms.join(' & ')}::tsquery`, now)}
    ), unpacked AS MATERIALIZED (
      SELECT newest.*, "top" || '' AS "top" FROM newest JOIN "ArticleSearch" USING ("articleId")
    )
    SELECT "articleId" AS "id", (count(*) OVER ())::int AS "total"
    FROM unpacked, ts_filter("top", '{a}') AS "title",
      LATERAL (
        SELECT avg(CASE WHEN "title" @@ term THEN 8 WHEN "top" @@ term THEN 3 ELSE 1 END) AS worth
        FROM unnest(${plan.terms}::text[]::tsquery[]) AS term
      ) AS by_place
    ORDER BY
      worth * CASE WHEN "top" @@ ${plan.phrase}::tsquery THEN 1.5 ELSE 1 END
        / (1 + extract(epoch FROM ${now}::timestamptz - "publicAt") / (90 * 86400)) DESC,
      "publicAt" DESC, "articleId" DESC
    LIMIT ${hitsPerPage} OFFSET ${(page - 1) * hitsPerPage}`)
}

/** The stories that match by sound, then those with the most similar headlines. */
async function findFuzzyMatches(plan: SearchPlan, now: Date): Promise<RankedId[]> {
  return queryWithIndexes(Prisma.sql`
    WITH heard AS MATERIALIZED (
      ${newestMatchesSql(Prisma.sql`"words" @@ ${plan.phonetic.query}::tsquery`, now)}
    ), alike AS MATERIALIZED (
      ${newestMatchesSql(Prisma.sql`${plan.key} <% "headline"`, now)}
    )
    SELECT "articleId" AS "id", (count(*) OVER ())::int AS "total"
    FROM (SELECT *, 1 AS turn FROM heard UNION ALL SELECT *, 2 FROM alike) AS found
    GROUP BY "articleId", "publicAt", "headline"
    ORDER BY min(turn), word_similarity(${plan.key}, "headline") DESC,
      "publicAt" DESC, "articleId" DESC
    LIMIT ${maxFuzzyMatches}`)
}

/** The excerpt around the first match. A match by sound is only possible in the intro, which is indexed by sound. */
function excerptFrom(texts: string[], lexemes: ReadonlySet<string>, matches: Matcher) {
  const [first] = texts
  return (
    excerptOf(texts.slice(0, 2), matches) ??
    excerptOf(texts, matcherFor(lexemes, false)) ??
    (first === undefined ? null : beginningOf(first))
  )
}

async function listTexts(ids: number[]): Promise<Map<number, string[]>> {
  const rows = await db().article.findMany({
    where: { id: { in: ids } },
    select: { id: true, standfirst: true, body: true },
  })
  return new Map(
    rows.map(({ id, standfirst, body }) => [
      id,
      [standfirst ?? '', ...(body as Body).map(blockText)].filter(Boolean),
    ]),
  )
}

/** A page of the stories that match and are public at `now`; the most similar ones when none matches. */
export async function searchStories(
  plan: SearchPlan,
  page: number,
  now: Date,
): Promise<SearchResultPage> {
  tagList(tags.latest())
  const exact = await findMatches(plan, page, now)
  const isFuzzy = exact.length === 0 && page === 1
  const found = isFuzzy ? await findFuzzyMatches(plan, now) : exact
  const ids = found.map((each) => each.id)
  const [stories, texts] = await Promise.all([listStories(ids, now), listTexts(ids)])
  const lexemes = isFuzzy ? plan.phonetic.lexemes : plan.lexemes
  const matches = matcherFor(lexemes)
  const total = found[0]?.total ?? 0
  return {
    hits: stories.map((story) => ({
      story,
      excerpt: excerptFrom(texts.get(story.id) ?? [], lexemes, matches),
    })),
    total,
    pageCount: isFuzzy ? 1 : Math.min(maxSearchPages, Math.ceil(total / hitsPerPage)),
    isFuzzy,
    matches,
  }
}
