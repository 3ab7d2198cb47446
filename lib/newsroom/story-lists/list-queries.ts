import 'server-only'
import { cache } from 'react'
import { type Actor, scopeOf } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { planSearch } from '@/lib/search/search'
import { listRows } from './list-rows'
import {
  indexScansOf,
  isOfList,
  type ListQuery,
  orderOf,
  remainingConditions,
  sortColumnOf,
  within,
} from './list-sql'
import {
  type ListCursor,
  type ListFilter,
  type ListKey,
  type ListName,
  maxListCount,
  type StoryListPage,
} from './story-lists'

export const storiesOnPage = 30
// The most stories that are scanned for a page when no index covers the filter.
const maxScanned = 1_500
// Up to here all stories that a word finds are put in order; a commoner word is looked for along the list.
const maxMatches = 5_000

const { sql, join } = Prisma
type Sql = Prisma.Sql

type Found = ListKey & { isEdge: boolean }

// Lists of a writer's stories that are found among the unpublished ones.
const unpublishedLists: ListName[] = ['desk', 'submitted', 'withdrawn', 'trash']

/** The owner whose stories `actor` may see in the list. Without the permission that is nobody: no story has an empty id. */
function ownerFilter(actor: Actor, list: ListName): { ownerId?: string } {
  const scope = scopeOf(actor, 'viewStories')
  if (!scope) return { ownerId: '' }
  return list === 'mine' || scope === 'own' ? { ownerId: actor.id } : {}
}

/** The query, restricted to the stories that the actor may see: a reporter's own. */
const toListQuery = (
  actor: Actor,
  list: ListName,
  filter: ListFilter,
  cursor: ListCursor | null,
  now: Date,
): ListQuery => ({
  list,
  filter,
  cursor,
  now,
  ...ownerFilter(actor, list),
})

const orderOfRows = (listQuery: ListQuery) => orderOf(listQuery, sql`"at"`, sql`"id"`)
const reversed = (listQuery: ListQuery): ListQuery => ({
  ...listQuery,
  cursor: listQuery.cursor
    ? {
        ...listQuery.cursor,
        direction: listQuery.cursor.direction === 'after' ? 'before' : 'after',
      }
    : { direction: 'before', key: { at: listQuery.now, id: 0 } },
})

/** Along the list, in its order: at once where its ranges know all, else so many stories and no more. */
function scanList(listQuery: ListQuery, extraConditions: Sql[]): Sql {
  const { rest } = indexScansOf(listQuery, 0)
  const conditions = [...remainingConditions(listQuery, rest), ...extraConditions]
  const limit = conditions.length > 0 ? maxScanned : storiesOnPage + 1
  const { parts } = indexScansOf(listQuery, limit)
  const scanned = sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) AS streams
    ORDER BY ${orderOfRows(listQuery)} LIMIT ${limit}`
  if (conditions.length === 0) return sql`SELECT *, false AS "isEdge" FROM (${scanned}) AS found`
  return sql`
    WITH looked AS MATERIALIZED (${scanned}),
    fitting AS (
      SELECT looked.* FROM looked JOIN "Article" story ON story."id" = looked."id"
      WHERE ${join(conditions, ' AND ')} ORDER BY ${orderOfRows(listQuery)} LIMIT ${storiesOnPage + 1}
    )
    SELECT *, false AS "isEdge" FROM fitting
    UNION ALL (
      SELECT *, true FROM looked WHERE (SELECT count(*) FROM looked) = ${limit}::int
      ORDER BY ${orderOfRows(reversed(listQuery))} LIMIT 1
    )`
}

/** Those of the stories that are in the list, in its order. */
function selectFromIds(listQuery: ListQuery, ids: number[]): Sql {
  const key = sql`story.${sortColumnOf(listQuery.list)}`
  const id = sql`story."id"`
  const rest = remainingConditions(listQuery, ['owner', 'category', 'contributor'])
  return sql`
    SELECT ${id}, ${key} AS "at", false AS "isEdge" FROM "Article" story
    WHERE ${id} = ANY(${ids}::int[]) AND ${join([isOfList(listQuery), ...rest], ' AND ')}
      ${within(listQuery, key, id)}
    ORDER BY ${orderOf(listQuery, key, id)} LIMIT ${storiesOnPage + 1}`
}

const idsOf = (rows: { id: number }[]) => rows.map((row) => row.id)

/** The unpublished and scheduled stories of a writer; null when there are too many to sort at once. */
async function unpublishedOf(contributorId: number): Promise<number[] | null> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT "articleId" AS "id" FROM "Byline" WHERE "contributorId" = ${contributorId} AND "publicAt" IS NULL
    UNION ALL
    SELECT "id" FROM "Article" JOIN "Byline" ON "articleId" = "id"
    WHERE "status" = 'scheduled' AND "contributorId" = ${contributorId}
    LIMIT ${maxMatches + 1}`
  return rows.length > maxMatches ? null : idsOf(rows)
}

const titleHas = (query: string) => sql`ts_filter("top", '{a}') @@ ${query}::tsquery`

/** Stories whose headline or kicker has these words; null when they are too many to be put in order at once. */
async function findByTitle(query: string): Promise<number[] | null> {
  // The database does not reckon what it costs to unpack words, and would rather read through them all.
  const [, rows] = await db().$transaction([
    db().$queryRaw`SELECT set_config('enable_seqscan', 'off', true)`,
    db().$queryRaw<{ id: number }[]>`
      SELECT "articleId" AS "id" FROM "ArticleSearch" WHERE ${titleHas(query)} LIMIT ${maxMatches + 1}`,
  ])
  return rows.length > maxMatches ? null : idsOf(rows)
}

/** The statement for a page; null when nothing can be found by what was typed. */
async function statementFor(listQuery: ListQuery): Promise<Sql | null> {
  const { list, filter } = listQuery
  if (filter.words !== undefined) {
    const plan = planSearch(filter.words)
    if (!plan) return null
    const query = plan.terms.join(' & ')
    const ids = await findByTitle(query)
    const hasWords = sql`EXISTS (SELECT FROM "ArticleSearch" search
      WHERE search."articleId" = story."id" AND ${titleHas(query)})`
    return ids ? selectFromIds(listQuery, ids) : scanList(listQuery, [hasWords])
  }
  if (filter.contributorId && unpublishedLists.includes(list)) {
    const ids = await unpublishedOf(filter.contributorId)
    if (ids) return selectFromIds(listQuery, ids)
  }
  return scanList(listQuery, [])
}

/** The page's keys in the list's own order, and where it goes on. */
function toPage(found: Found[], cursor: ListCursor | null) {
  const edge = found.find((key) => key.isEdge) ?? null
  const keys = found.filter((key) => !key.isEdge)
  const hasMore = keys.length > storiesOnPage
  const shown = keys.slice(0, storiesOnPage)
  const isCutShort = edge !== null && !hasMore
  const nextKey = hasMore ? (shown.at(-1) ?? null) : edge
  const isBack = cursor?.direction === 'before'
  const inOrder = isBack ? shown.toReversed() : shown
  // Where one came from there is more: at least the story the page was turned at.
  const previousKey = cursor ? (shown[0] ?? cursor.key) : null
  return {
    ids: inOrder.map((key) => key.id),
    ...(isBack ? { before: nextKey, after: previousKey } : { before: previousKey, after: nextKey }),
    isCutShort,
  }
}

/** A page of a list as `actor` may see it. Costs the same at any depth and in any archive. */
export async function findNewsroomPage(
  actor: Actor,
  list: ListName,
  filter: ListFilter,
  cursor: ListCursor | null,
  now: Date,
): Promise<StoryListPage> {
  const listQuery = toListQuery(actor, list, filter, cursor, now)
  const statement = await statementFor(listQuery)
  const found = statement ? await db().$queryRaw<Found[]>(statement) : []
  const { ids, ...ways } = toPage(found, cursor)
  // Back at the beginning the page is the first one, and whole.
  if (cursor?.direction === 'before' && !ways.before)
    return findNewsroomPage(actor, list, filter, null, now)
  return { stories: await listRows(ids, now), ...ways }
}

/** How many stories a list has, up to `mostCounted` and one. */
export const countList = cache(async (actor: Actor, list: ListName, now: Date): Promise<number> => {
  const limit = maxListCount + 1
  const listQuery = toListQuery(actor, list, {}, null, now)
  const { parts, rest } = indexScansOf(listQuery, limit)
  const conditions = remainingConditions(listQuery, rest)
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT FROM (${join(parts, ' UNION ALL ')}) AS found JOIN "Article" story USING ("id")
      ${conditions.length > 0 ? sql`WHERE ${join(conditions, ' AND ')}` : Prisma.empty} LIMIT ${limit}
    ) AS counted`
  return row?.count ?? 0
})
