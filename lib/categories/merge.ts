import 'server-only'
import { type Category, withDescendants } from '@/lib/content-model/category'
import type { TransactionClient } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { repaginate } from '@/lib/public-lists/list-queries'
import { inLockOrder, listOfCategory } from '@/lib/public-lists/placement-queries'

// The timeout covers moving the stories of a large category and rebuilding its lists.
export const categoryMergeTimeoutMs = 10 * 60_000

/** The refusal when the categories cannot be merged; null when they can. */
export function checkMerge(all: Category[], from: Category, to: Category): Refusal | null {
  if (withDescendants(all, from).includes(to)) return 'belowItself'
  const others = all.filter((each) => each.parentId === to.id && each.id !== from.id)
  const moved = all.filter((each) => each.parentId === from.id)
  return moved.some(({ name }) => others.some((each) => each.name === name)) ? 'nameTaken' : null
}

/** Locks the categories and their stories: waits for concurrent saves and blocks further ones until the merge is done. */
export async function lockContents(tx: TransactionClient, all: Category[], from: Category) {
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(categoryMergeTimeoutMs)}, true)`
  const ids = withDescendants(all, from).map((each) => each.id)
  await tx.$executeRaw`
    SELECT 1 FROM "Category" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`
  await tx.$executeRaw`
    SELECT 1 FROM "Article" WHERE "categoryId" = ANY(${ids}::int[]) ORDER BY "id" FOR NO KEY UPDATE`
}

/** The publication time of the oldest story of a category, subcategories included; null when it has none. */
export async function findOldest(
  tx: TransactionClient,
  all: Category[],
  category: Category,
): Promise<Date | null> {
  const oldest = await tx.article.aggregate({
    where: { categoryId: { in: withDescendants(all, category).map((each) => each.id) } },
    _min: { publicAt: true },
  })
  return oldest._min.publicAt
}

/** Moves stories and subcategories of `from`. @returns the publication time of its oldest story, subcategories included */
export async function moveContents(
  tx: TransactionClient,
  all: Category[],
  from: Category,
  to: Category,
) {
  const oldest = await findOldest(tx, all, from)
  await tx.article.updateMany({
    where: { categoryId: from.id },
    data: { categoryId: to.id },
  })
  await tx.category.updateMany({ where: { parentId: from.id }, data: { parentId: to.id } })
  return oldest
}

/** Paginates the lists of the categories again from `since` on. */
export async function repaginateCategories(
  tx: TransactionClient,
  ids: number[],
  since: Date,
  now: Date,
) {
  const all = await tx.category.findMany()
  const lists = all.filter((each) => ids.includes(each.id)).map((each) => listOfCategory(all, each))
  for (const list of inLockOrder(lists)) await repaginate(tx, list, since, now)
}
