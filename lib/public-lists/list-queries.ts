import 'server-only'
import { db, type TransactionClient } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { listKey, pageSize, type StoryKey, type StoryList, splitOpenPages } from './list-pages'

/** A page of a list: the ids of its stories, newest first, its number and that of the newest page. */
export type StoryIdPage = { ids: number[]; number: number; newest: number }

// A closed page grows when older stories are added later; beyond this the list needs `repaginate`.
const maxOnPage = 200

/** The sort keys of a list's public stories as SQL: one index range. */
function keysOf(list: StoryList, now: Date): Prisma.Sql {
  switch (list.kind) {
    case 'latest':
      return Prisma.sql`SELECT "publicAt", "id" FROM "Article" WHERE "publicAt" <= ${now}`
    case 'category':
      return Prisma.sql`SELECT "publicAt", "id" FROM "Article"
        WHERE "categoryId" = ANY(${list.categoryIds}::int[]) AND "publicAt" <= ${now}`
    case 'topic':
      return Prisma.sql`SELECT "publicAt", "articleId" AS "id" FROM "ArticleTopic"
        WHERE "topicId" = ${list.id} AND "publicAt" <= ${now}`
    case 'author':
      return Prisma.sql`SELECT "publicAt", "articleId" AS "id" FROM "Byline"
        WHERE "contributorId" = ${list.id} AND "publicAt" <= ${now}`
  }
}

const idColumn = (list: StoryList) =>
  list.kind === 'topic' || list.kind === 'author' ? Prisma.sql`"articleId"` : Prisma.sql`"id"`

const fromKey = (list: StoryList, key: StoryKey | null) =>
  key
    ? Prisma.sql`AND ("publicAt", ${idColumn(list)}) >= (${key.publicAt}, ${key.id})`
    : Prisma.empty
const beforeKey = (list: StoryList, key: StoryKey) =>
  Prisma.sql`AND ("publicAt", ${idColumn(list)}) < (${key.publicAt}, ${key.id})`

type Bound = StoryKey & { number: number }

/** The starts of page `number` and of the next, and the open page. */
async function findBounds(list: StoryList, number: number | null) {
  const bounds = await db().$queryRaw<Bound[]>`
    (SELECT "number", "publicAt", "id" FROM "ListPage" WHERE "list" = ${listKey(list)}
      ORDER BY "number" DESC LIMIT 1)
    UNION
    SELECT "number", "publicAt", "id" FROM "ListPage"
      WHERE "list" = ${listKey(list)}
        AND "number" BETWEEN ${number ?? 0}::bigint AND ${number ?? 0}::bigint + 1`
  const at = (wanted: number) => bounds.find((bound) => bound.number === wanted) ?? null
  const open = bounds.reduce<Bound | null>((a, b) => (a && a.number > b.number ? a : b), null)
  return { at, open, openNumber: open?.number ?? 1 }
}

/**
 * Page `number` of a list, counted from the oldest, or the newest page for null. Null when there is no such page.
 * Two statements or three, whatever the depth.
 */
export async function findListPage(
  list: StoryList,
  number: number | null,
  now: Date,
): Promise<StoryIdPage | null> {
  const { at, open, openNumber } = await findBounds(list, number)
  // Without a limit, which would hide the newest stories: it is short while full pages are closed (closePages).
  const openKeys = await db().$queryRaw<StoryKey[]>`
    ${keysOf(list, now)} ${fromKey(list, open)}
    ORDER BY "publicAt", ${idColumn(list)}`
  const openPages = splitOpenPages(openKeys.map((key) => key.id))
  const newest = openNumber + openPages.length - 1
  const wanted = number ?? newest
  if (wanted < 1 || wanted > newest) return null
  if (wanted >= openNumber) {
    const ids = openPages[wanted - openNumber] ?? []
    return { ids: ids.toReversed(), number: wanted, newest }
  }
  const next = at(wanted + 1)
  if (!next) return null
  const keys = await db().$queryRaw<StoryKey[]>`
    ${keysOf(list, now)} ${fromKey(list, at(wanted))} ${beforeKey(list, next)}
    ORDER BY "publicAt" DESC, ${idColumn(list)} DESC LIMIT ${maxOnPage}`
  return { ids: keys.map((key) => key.id), number: wanted, newest }
}

/** The ids of the newest page, newest first, with those of the page before when they are fewer than `atLeast`. */
export async function findNewestIds(
  list: StoryList,
  atLeast: number,
  now: Date,
): Promise<number[]> {
  const newest = await findListPage(list, null, now)
  if (!newest) return []
  if (newest.ids.length >= atLeast || newest.number === 1) return newest.ids
  const older = await findListPage(list, newest.number - 1, now)
  return [...newest.ids, ...(older?.ids ?? [])]
}

/** Closes every full page at the open end of a list. Cheap when there is none; safe to run twice. */
export async function closePages(tx: TransactionClient, list: StoryList, now: Date): Promise<void> {
  const key = listKey(list)
  const [open] = await tx.$queryRaw<Bound[]>`
    SELECT "number", "publicAt", "id" FROM "ListPage" WHERE "list" = ${key}
    ORDER BY "number" DESC LIMIT 1`
  const openNumber = open?.number ?? 1
  await tx.$executeRaw`
    INSERT INTO "ListPage" ("list", "number", "publicAt", "id")
    SELECT ${key}, ${openNumber}::int + (place / ${pageSize}::int), "publicAt", "id"
    FROM (
      SELECT keys.*, (row_number() OVER (ORDER BY "publicAt", "id") - 1)::int AS place,
             count(*) OVER () AS total
      FROM (${keysOf(list, now)} ${fromKey(list, open ?? null)}) AS keys
    ) AS placed
    WHERE place > 0 AND place % ${pageSize}::int = 0 AND total - place >= ${pageSize}::int
    ON CONFLICT DO NOTHING`
}

/** Paginates a list again from `since` on, after many stories were added or removed there. */
export async function repaginate(
  tx: TransactionClient,
  list: StoryList,
  since: Date,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "ListPage" WHERE "list" = ${listKey(list)} AND "publicAt" >= ${since}`
  await closePages(tx, list, now)
}
