import 'server-only'
import { repaginate } from '@/lib/articles/list-queries'
import { inLockOrder, listOfCategory } from '@/lib/articles/placement-queries'
import type { DbSession } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { type Category, withDescendants } from './category'

// Moving the stories of a large category and laying out its lists anew takes longer than a reader would wait.
export const mergeTimeoutMs = 10 * 60_000

/** Why the categories may not become one; null when they may. */
export function whyNotMerge(all: Category[], from: Category, to: Category): Refusal | null {
  if (withDescendants(all, from).includes(to)) return 'belowItself'
  const others = all.filter((each) => each.parentId === to.id && each.id !== from.id)
  const come = all.filter((each) => each.parentId === from.id)
  return come.some(({ name }) => others.some((each) => each.name === name)) ? 'nameTaken' : null
}

/**
 * Waits for whoever is just putting a story into the category or one under it, or saving one of theirs, and lets nobody
 * else: what they save next, they save in the tree as it will be.
 */
export async function lockContents(session: DbSession, all: Category[], from: Category) {
  await session.$executeRaw`SELECT set_config('statement_timeout', ${String(mergeTimeoutMs)}, true)`
  const ids = withDescendants(all, from).map((each) => each.id)
  await session.$executeRaw`
    SELECT 1 FROM "Category" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`
  await session.$executeRaw`
    SELECT 1 FROM "Article" WHERE "categoryId" = ANY(${ids}::int[]) ORDER BY "id" FOR NO KEY UPDATE`
}

/** Moves all that is in `from`. Answers the hour of its oldest story, those of the categories under it among them. */
export async function moveContents(
  session: DbSession,
  all: Category[],
  from: Category,
  to: Category,
) {
  const oldest = await session.article.aggregate({
    where: { categoryId: { in: withDescendants(all, from).map((each) => each.id) } },
    _min: { publicAt: true },
  })
  await session.article.updateMany({
    where: { categoryId: from.id },
    data: { categoryId: to.id },
  })
  await session.category.updateMany({ where: { parentId: from.id }, data: { parentId: to.id } })
  return oldest._min.publicAt
}

/** Lays out the categories' lists from `since` on, as the tree now stands. */
export async function layOutAnew(session: DbSession, ids: number[], since: Date, now: Date) {
  const all = await session.category.findMany()
  const lists = all.filter((each) => ids.includes(each.id)).map((each) => listOfCategory(all, each))
  for (const list of inLockOrder(lists)) await repaginate(session, list, since, now)
}
