import 'server-only'
import { cache } from 'react'
import type { Actor } from '@/lib/auth/roles'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { planSearch } from '@/lib/search/search'
import { listRows } from './list-rows'
import {
  isOfList,
  keyOf,
  type ListQuestion,
  orderOf,
  restOf,
  streamsOf,
  within,
} from './list-streams'
import {
  type ListFilter,
  type ListKey,
  type ListName,
  type ListPage,
  type ListTurn,
  mostCounted,
  seesOwnOnly,
} from './lists'

export const storiesOnPage = 30
// So many stories of a list are looked at for a page, where no index knows all that is asked for.
const mostLookedAt = 1_500
// Up to here all stories that a word finds are put in order; a commoner word is looked for along the list.
const mostFound = 5_000

const { sql, join } = Prisma
type Sql = Prisma.Sql

type Found = ListKey & { isEdge: boolean }

// Of a writer's, these are found among what is not published.
const madeLists: ListName[] = ['desk', 'submitted', 'withdrawn', 'trash']

/** What was asked for, narrowed to what the actor may see: a reporter their own. */
const ask = (
  actor: Actor,
  list: ListName,
  filter: ListFilter,
  turn: ListTurn | null,
  now: Date,
): ListQuestion => ({
  ...{ list, filter, turn, now },
  ...(list === 'mine' || seesOwnOnly(actor) ? { ownerId: actor.id } : {}),
})

const bothWays = (question: ListQuestion) => orderOf(question, sql`"at"`, sql`"id"`)
const backwards = (question: ListQuestion): ListQuestion => ({
  ...question,
  turn: question.turn
    ? { ...question.turn, way: question.turn.way === 'after' ? 'before' : 'after' }
    : { way: 'before', key: { at: question.now, id: 0 } },
})

/** Along the list, in its order: at once where its ranges know all, else so many stories and no more. */
function along(question: ListQuestion, beside: Sql[]): Sql {
  const { rest } = streamsOf(question, 0)
  const conditions = [...restOf(question, rest), ...beside]
  const most = conditions.length > 0 ? mostLookedAt : storiesOnPage + 1
  const { parts } = streamsOf(question, most)
  const looked = sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) AS streams
    ORDER BY ${bothWays(question)} LIMIT ${most}`
  if (conditions.length === 0) return sql`SELECT *, false AS "isEdge" FROM (${looked}) AS found`
  return sql`
    WITH looked AS MATERIALIZED (${looked}),
    fitting AS (
      SELECT looked.* FROM looked JOIN "Article" story ON story."id" = looked."id"
      WHERE ${join(conditions, ' AND ')} ORDER BY ${bothWays(question)} LIMIT ${storiesOnPage + 1}
    )
    SELECT *, false AS "isEdge" FROM fitting
    UNION ALL (
      SELECT *, true FROM looked WHERE (SELECT count(*) FROM looked) = ${most}::int
      ORDER BY ${bothWays(backwards(question))} LIMIT 1
    )`
}

/** Of these stories, in the list's order. */
function among(question: ListQuestion, ids: number[]): Sql {
  const key = sql`story.${keyOf(question.list)}`
  const id = sql`story."id"`
  const rest = restOf(question, ['owner', 'category', 'contributor'])
  return sql`
    SELECT ${id}, ${key} AS "at", false AS "isEdge" FROM "Article" story
    WHERE ${id} = ANY(${ids}::int[]) AND ${join([isOfList(question), ...rest], ' AND ')}
      ${within(question, key, id)}
    ORDER BY ${orderOf(question, key, id)} LIMIT ${storiesOnPage + 1}`
}

const idsOf = (rows: { id: number }[]) => rows.map((row) => row.id)

/** What is made or waits, of one writer; null when it is too much to be put in order at once. */
async function unpublishedOf(contributorId: number): Promise<number[] | null> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT "articleId" AS "id" FROM "Byline" WHERE "contributorId" = ${contributorId} AND "publicAt" IS NULL
    UNION ALL
    SELECT "id" FROM "Article" JOIN "Byline" ON "articleId" = "id"
    WHERE "status" = 'scheduled' AND "contributorId" = ${contributorId}
    LIMIT ${mostFound + 1}`
  return rows.length > mostFound ? null : idsOf(rows)
}

const titleHas = (query: string) => sql`ts_filter("top", '{a}') @@ ${query}::tsquery`

/** Stories whose headline or kicker has these words; null when they are too many to be put in order at once. */
async function titled(query: string): Promise<number[] | null> {
  // The database does not reckon what it costs to unpack words, and would rather read through them all.
  const [, rows] = await db().$transaction([
    db().$queryRaw`SELECT set_config('enable_seqscan', 'off', true)`,
    db().$queryRaw<{ id: number }[]>`
      SELECT "articleId" AS "id" FROM "ArticleSearch" WHERE ${titleHas(query)} LIMIT ${mostFound + 1}`,
  ])
  return rows.length > mostFound ? null : idsOf(rows)
}

/** The statement for a page; null when nothing can be found by what was typed. */
async function statementFor(question: ListQuestion): Promise<Sql | null> {
  const { list, filter } = question
  if (filter.words !== undefined) {
    const plan = planSearch(filter.words)
    if (!plan) return null
    const query = plan.terms.join(' & ')
    const ids = await titled(query)
    const hasWords = sql`EXISTS (SELECT FROM "ArticleSearch" search
      WHERE search."articleId" = story."id" AND ${titleHas(query)})`
    return ids ? among(question, ids) : along(question, [hasWords])
  }
  if (filter.contributorId && madeLists.includes(list)) {
    const ids = await unpublishedOf(filter.contributorId)
    if (ids) return among(question, ids)
  }
  return along(question, [])
}

/** The page's keys in the list's own order, and where it goes on. */
function turnOf(found: Found[], turn: ListTurn | null) {
  const edge = found.find((key) => key.isEdge) ?? null
  const keys = found.filter((key) => !key.isEdge)
  const hasMore = keys.length > storiesOnPage
  const shown = keys.slice(0, storiesOnPage)
  const isCutShort = edge !== null && !hasMore
  const further = hasMore ? (shown.at(-1) ?? null) : edge
  const isBack = turn?.way === 'before'
  const inOrder = isBack ? shown.toReversed() : shown
  // Where one came from there is more: at least the story the page was turned at.
  const come = turn ? (shown[0] ?? turn.key) : null
  return {
    ids: inOrder.map((key) => key.id),
    ...(isBack ? { before: further, after: come } : { before: come, after: further }),
    isCutShort,
  }
}

/** A page of a list as `actor` may see it. Costs the same at any depth and in any archive. */
export async function findNewsroomPage(
  actor: Actor,
  list: ListName,
  filter: ListFilter,
  turn: ListTurn | null,
  now: Date,
): Promise<ListPage> {
  const question = ask(actor, list, filter, turn, now)
  const statement = await statementFor(question)
  const found = statement ? await db().$queryRaw<Found[]>(statement) : []
  const { ids, ...ways } = turnOf(found, turn)
  // Back at the beginning the page is the first one, and whole.
  if (turn?.way === 'before' && !ways.before)
    return findNewsroomPage(actor, list, filter, null, now)
  return { stories: await listRows(ids, now), ...ways }
}

/** How many stories a list has, up to `mostCounted` and one. */
export const countList = cache(async (actor: Actor, list: ListName, now: Date): Promise<number> => {
  const most = mostCounted + 1
  const question = ask(actor, list, {}, null, now)
  const { parts, rest } = streamsOf(question, most)
  const conditions = restOf(question, rest)
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT FROM (${join(parts, ' UNION ALL ')}) AS found JOIN "Article" story USING ("id")
      ${conditions.length > 0 ? sql`WHERE ${join(conditions, ' AND ')}` : Prisma.empty} LIMIT ${most}
    ) AS counted`
  return row?.count ?? 0
})
