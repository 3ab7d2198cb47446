import 'server-only'
import type { ArticleStatus } from '@/lib/content-model/article'
import { Prisma } from '@/lib/db/generated/client'
import {
  type ListCursor,
  type ListFilter,
  type ListKey,
  type ListName,
  statusesOf,
} from './story-lists'

/**
 * A list as SQL. Its stories are read in their order from ranges of indexes (0008_lists), each of which gives no more than
 * is asked for; what no index knows is asked of the stories so found.
 */

/** The query of a page: list, filter, owner, cursor and time. */
export type ListQuery = {
  list: ListName
  filter: ListFilter
  /** Only this account's own. */
  ownerId?: string
  cursor: ListCursor | null
  now: Date
}

const { sql, join, empty } = Prisma
type Sql = Prisma.Sql

/** The column by which a list is ordered. The names are fixed, never from a request. */
const keyColumn: Record<ListName, Sql> = {
  mine: sql`"updatedAt"`,
  desk: sql`"updatedAt"`,
  submitted: sql`"updatedAt"`,
  scheduled: sql`"publicAt"`,
  published: sql`"publicAt"`,
  withdrawn: sql`"updatedAt"`,
  trash: sql`"trashedAt"`,
}

export const sortColumnOf = (list: ListName): Sql => keyColumn[list]

/** Scheduled stories are ordered by their time, the next first; all others newest first. */
const isAscending = ({ list, cursor }: ListQuery) =>
  (list === 'scheduled') !== (cursor?.direction === 'before')

export const orderOf = (listQuery: ListQuery, key: Sql, id: Sql): Sql =>
  isAscending(listQuery) ? sql`${key}, ${id}` : sql`${key} DESC, ${id} DESC`

/** The part of a list that days and the turned page leave. */
export function within(listQuery: ListQuery, key: Sql, id: Sql): Sql {
  const { filter, cursor } = listQuery
  const parts = [
    ...(filter.from ? [sql`${key} >= ${filter.from}`] : []),
    ...(filter.until ? [sql`${key} < ${filter.until}`] : []),
    ...(cursor ? [afterCursor(listQuery, cursor.key, key, id)] : []),
  ]
  return parts.length > 0 ? sql`AND ${join(parts, ' AND ')}` : empty
}

const afterCursor = (listQuery: ListQuery, from: ListKey, key: Sql, id: Sql) =>
  isAscending(listQuery)
    ? sql`(${key}, ${id}) > (${from.at}, ${from.id})`
    : sql`(${key}, ${id}) < (${from.at}, ${from.id})`

// In the statement itself: the database uses an index on a part of the table only for a state that it can read.
const stateSql: Record<ArticleStatus, Sql> = {
  draft: sql`"status" = 'draft'`,
  inReview: sql`"status" = 'inReview'`,
  scheduled: sql`"status" = 'scheduled'`,
  published: sql`"status" = 'published'`,
  withdrawn: sql`"status" = 'withdrawn'`,
}

const chosenStatuses = ({ list, filter }: ListQuery): ArticleStatus[] =>
  filter.status ? [filter.status] : statusesOf(list)

/** A story's place in the list, of the stories that `condition` holds for: one index range. */
function range(listQuery: ListQuery, condition: Sql, limit: number): Sql {
  const [key, id] = [sortColumnOf(listQuery.list), sql`"id"`]
  return sql`(SELECT ${id}, ${key} AS "at" FROM "Article"
    WHERE ${condition} ${within(listQuery, key, id)}
    ORDER BY ${orderOf(listQuery, key, id)} LIMIT ${limit})`
}

/** As `range`, once for every category. */
function rangeOfEach(listQuery: ListQuery, ids: number[], condition: Sql, limit: number): Sql {
  const one = sql`"categoryId" = member."id" AND ${condition}`
  return sql`(SELECT story.* FROM unnest(${ids}::int[]) AS member("id")
    CROSS JOIN LATERAL ${range(listQuery, one, limit)} AS story)`
}

function rangeOfContributor(listQuery: ListQuery, contributorId: number, limit: number): Sql {
  const [key, id] = [sql`"publicAt"`, sql`"articleId"`]
  return sql`(SELECT ${id} AS "id", ${key} AS "at" FROM "Byline"
    WHERE "contributorId" = ${contributorId} AND ${key} <= ${listQuery.now} ${within(listQuery, key, id)}
    ORDER BY ${orderOf(listQuery, key, id)} LIMIT ${limit})`
}

/** The conditions that an index scan does not cover. */
type RemainingFilter = 'owner' | 'category' | 'contributor'
export type IndexScans = { parts: Sql[]; rest: RemainingFilter[] }

function publishedScans(listQuery: ListQuery, limit: number): IndexScans {
  const { filter, ownerId, now } = listQuery
  const isPublic = sql`"publicAt" <= ${now}`
  if (ownerId !== undefined) {
    const own = sql`"ownerId" = ${ownerId} AND ${isPublic}`
    return { parts: [range(listQuery, own, limit)], rest: ['category', 'contributor'] }
  }
  if (filter.contributorId)
    return {
      parts: [rangeOfContributor(listQuery, filter.contributorId, limit)],
      rest: ['category'],
    }
  const parts = filter.categoryIds
    ? [rangeOfEach(listQuery, filter.categoryIds, isPublic, limit)]
    : [range(listQuery, isPublic, limit)]
  return { parts, rest: [] }
}

function unpublishedScans(listQuery: ListQuery, limit: number): IndexScans {
  const { filter, ownerId } = listQuery
  const states = chosenStatuses(listQuery).map(
    (status) => sql`${stateSql[status]} AND "trashedAt" IS NULL`,
  )
  if (ownerId !== undefined)
    return {
      parts: states.map((state) =>
        range(listQuery, sql`"ownerId" = ${ownerId} AND ${state}`, limit),
      ),
      rest: ['category', 'contributor'],
    }
  const { categoryIds } = filter
  return {
    parts: states.map((state) =>
      categoryIds
        ? rangeOfEach(listQuery, categoryIds, state, limit)
        : range(listQuery, state, limit),
    ),
    rest: ['contributor'],
  }
}

/** The list's index ranges, each with its first `most` stories. */
export function indexScansOf(listQuery: ListQuery, limit: number): IndexScans {
  switch (listQuery.list) {
    case 'published':
      return publishedScans(listQuery, limit)
    // Both lists are short, however large the archive is.
    case 'scheduled':
      return {
        parts: [range(listQuery, stateSql.scheduled, limit)],
        rest: ['owner', 'category', 'contributor'],
      }
    case 'trash':
      return {
        parts: [range(listQuery, sql`"trashedAt" IS NOT NULL`, limit)],
        rest: ['owner', 'category', 'contributor'],
      }
    default:
      return unpublishedScans(listQuery, limit)
  }
}

/** Whether a story is of the list at all, for stories that were found by something else than its ranges. */
export function isOfList({ list, now, filter }: ListQuery): Sql {
  if (list === 'trash') return sql`story."trashedAt" IS NOT NULL`
  if (list === 'published') return sql`story."publicAt" <= ${now}`
  const states = chosenStatuses({ list, filter, cursor: null, now }).map((status) => sql`${status}`)
  return sql`story."trashedAt" IS NULL AND story."status"::text IN (${join(states)})`
}

/** The questions that are asked of each story, as conditions on `story`; none where nothing was asked for. */
export function remainingConditions(
  { filter, ownerId }: ListQuery,
  remaining: RemainingFilter[],
): Sql[] {
  const conditions: Record<RemainingFilter, Sql | null> = {
    owner: ownerId !== undefined ? sql`story."ownerId" = ${ownerId}` : null,
    category: filter.categoryIds
      ? sql`story."categoryId" = ANY(${filter.categoryIds}::int[])`
      : null,
    contributor: filter.contributorId
      ? sql`EXISTS (SELECT FROM "Byline" byline
          WHERE byline."articleId" = story."id" AND byline."contributorId" = ${filter.contributorId})`
      : null,
  }
  return remaining.flatMap((name) => conditions[name] ?? [])
}
