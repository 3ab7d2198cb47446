import 'server-only'
import type { ArticleStatus } from '@/lib/articles/article'
import { Prisma } from '@/lib/db/generated/client'
import { type ListFilter, type ListKey, type ListName, type ListTurn, statusesOf } from './lists'

/**
 * A list as SQL. Its stories are read in their order from ranges of indexes (0008_lists), each of which gives no more than
 * is asked for; what no index knows is asked of the stories so found.
 */

/** What a page is asked of: a list, what it is narrowed to, whose it is, from where, when. */
export type ListQuestion = {
  list: ListName
  filter: ListFilter
  /** Only this account's own. */
  ownerId?: string
  turn: ListTurn | null
  now: Date
}

const { sql, join, empty } = Prisma
type Sql = Prisma.Sql

/** By what instant a list is ordered. Its words are fixed: nothing of a request stands in them. */
const keyColumn: Record<ListName, Sql> = {
  mine: sql`"updatedAt"`,
  desk: sql`"updatedAt"`,
  submitted: sql`"updatedAt"`,
  scheduled: sql`"publicAt"`,
  published: sql`"publicAt"`,
  withdrawn: sql`"updatedAt"`,
  trash: sql`"trashedAt"`,
}

export const keyOf = (list: ListName): Sql => keyColumn[list]

/** What waits for its hour is listed by it, the next first; everything else newest first. */
const isAscending = ({ list, turn }: ListQuestion) =>
  (list === 'scheduled') !== (turn?.way === 'before')

export const orderOf = (question: ListQuestion, key: Sql, id: Sql): Sql =>
  isAscending(question) ? sql`${key}, ${id}` : sql`${key} DESC, ${id} DESC`

/** The part of a list that days and the turned page leave. */
export function within(question: ListQuestion, key: Sql, id: Sql): Sql {
  const { filter, turn } = question
  const parts = [
    ...(filter.from ? [sql`${key} >= ${filter.from}`] : []),
    ...(filter.until ? [sql`${key} < ${filter.until}`] : []),
    ...(turn ? [beyond(question, turn.key, key, id)] : []),
  ]
  return parts.length > 0 ? sql`AND ${join(parts, ' AND ')}` : empty
}

const beyond = (question: ListQuestion, from: ListKey, key: Sql, id: Sql) =>
  isAscending(question)
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

export const chosenStatuses = ({ list, filter }: ListQuestion): ArticleStatus[] =>
  filter.status ? [filter.status] : statusesOf(list)

/** A story's place in the list, of the stories that `condition` holds for: one index range. */
function range(question: ListQuestion, condition: Sql, most: number): Sql {
  const [key, id] = [keyOf(question.list), sql`"id"`]
  return sql`(SELECT ${id}, ${key} AS "at" FROM "Article"
    WHERE ${condition} ${within(question, key, id)}
    ORDER BY ${orderOf(question, key, id)} LIMIT ${most})`
}

/** As `range`, once for every category. */
function rangeOfEach(question: ListQuestion, ids: number[], condition: Sql, most: number): Sql {
  const one = sql`"categoryId" = member."id" AND ${condition}`
  return sql`(SELECT story.* FROM unnest(${ids}::int[]) AS member("id")
    CROSS JOIN LATERAL ${range(question, one, most)} AS story)`
}

function rangeOfContributor(question: ListQuestion, contributorId: number, most: number): Sql {
  const [key, id] = [sql`"publicAt"`, sql`"articleId"`]
  return sql`(SELECT ${id} AS "id", ${key} AS "at" FROM "Byline"
    WHERE "contributorId" = ${contributorId} AND ${key} <= ${question.now} ${within(question, key, id)}
    ORDER BY ${orderOf(question, key, id)} LIMIT ${most})`
}

/** What a stream of stories leaves to be asked of each. */
type Asked = 'owner' | 'category' | 'contributor'
export type Streams = { parts: Sql[]; rest: Asked[] }

function publishedStreams(question: ListQuestion, most: number): Streams {
  const { filter, ownerId, now } = question
  const isPublic = sql`"publicAt" <= ${now}`
  if (ownerId) {
    const own = sql`"ownerId" = ${ownerId} AND ${isPublic}`
    return { parts: [range(question, own, most)], rest: ['category', 'contributor'] }
  }
  if (filter.contributorId)
    return {
      parts: [rangeOfContributor(question, filter.contributorId, most)],
      rest: ['category'],
    }
  const parts = filter.categoryIds
    ? [rangeOfEach(question, filter.categoryIds, isPublic, most)]
    : [range(question, isPublic, most)]
  return { parts, rest: [] }
}

function madeStreams(question: ListQuestion, most: number): Streams {
  const { filter, ownerId } = question
  const states = chosenStatuses(question).map(
    (status) => sql`${stateSql[status]} AND "trashedAt" IS NULL`,
  )
  if (ownerId)
    return {
      parts: states.map((state) => range(question, sql`"ownerId" = ${ownerId} AND ${state}`, most)),
      rest: ['category', 'contributor'],
    }
  const { categoryIds } = filter
  return {
    parts: states.map((state) =>
      categoryIds ? rangeOfEach(question, categoryIds, state, most) : range(question, state, most),
    ),
    rest: ['contributor'],
  }
}

/** The list's index ranges, each with its first `most` stories. */
export function streamsOf(question: ListQuestion, most: number): Streams {
  switch (question.list) {
    case 'published':
      return publishedStreams(question, most)
    // Both are short, whatever the archive: what waits for its hour, what was thrown away.
    case 'scheduled':
      return {
        parts: [range(question, stateSql.scheduled, most)],
        rest: ['owner', 'category', 'contributor'],
      }
    case 'trash':
      return {
        parts: [range(question, sql`"trashedAt" IS NOT NULL`, most)],
        rest: ['owner', 'category', 'contributor'],
      }
    default:
      return madeStreams(question, most)
  }
}

/** Whether a story is of the list at all, for stories that were found by something else than its ranges. */
export function isOfList({ list, now, filter }: ListQuestion): Sql {
  if (list === 'trash') return sql`story."trashedAt" IS NOT NULL`
  if (list === 'published') return sql`story."publicAt" <= ${now}`
  const states = chosenStatuses({ list, filter, turn: null, now }).map((status) => sql`${status}`)
  return sql`story."trashedAt" IS NULL AND story."status"::text IN (${join(states)})`
}

/** The questions that are asked of each story, as conditions on `story`; none where nothing was asked for. */
export function restOf({ filter, ownerId }: ListQuestion, asked: Asked[]): Sql[] {
  const conditions: Record<Asked, Sql | null> = {
    owner: ownerId ? sql`story."ownerId" = ${ownerId}` : null,
    category: filter.categoryIds
      ? sql`story."categoryId" = ANY(${filter.categoryIds}::int[])`
      : null,
    contributor: filter.contributorId
      ? sql`EXISTS (SELECT FROM "Byline" byline
          WHERE byline."articleId" = story."id" AND byline."contributorId" = ${filter.contributorId})`
      : null,
  }
  return asked.flatMap((name) => conditions[name] ?? [])
}
