import 'server-only'
import type { z } from 'zod'
import { repaginate } from '@/lib/articles/list-queries'
import { inLockOrder, listOfCategory } from '@/lib/articles/placement-queries'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db, DbSession } from '@/lib/db/client'
import type { Done, Refusal } from '@/lib/outcome'
import { moveAddress } from '@/lib/paper/moved-address'
import { type Category, categoryPath, reservedSlugs, trailTo, withDescendants } from './category'
import { addInput, mergeInput, orderInput, renameInput } from './input'

/** All categories. Until the command ends nobody else changes one; readers are not held up. */
async function lockCategories(session: DbSession): Promise<Category[]> {
  await session.$executeRaw`LOCK TABLE "Category" IN SHARE ROW EXCLUSIVE MODE`
  return session.category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
}

const bySlug = (all: Category[], slug: string) => all.find((category) => category.slug === slug)

async function whyNotSlug(session: DbSession, all: Category[], slug: string) {
  if (reservedSlugs.includes(slug)) return 'slugReserved'
  const isTaken = bySlug(all, slug) || (await session.page.findUnique({ where: { slug } }))
  return isTaken ? 'slugTaken' : null
}

const isNameTaken = (all: Category[], { id, parentId }: Category, name: string) =>
  all.some((each) => each.id !== id && each.parentId === parentId && each.name === name)

async function add(
  session: DbSession,
  { slug, name, parent }: z.output<typeof addInput>,
): Promise<Done | Refusal> {
  const all = await lockCategories(session)
  const above = parent === null ? null : bySlug(all, parent)
  if (above === undefined) return 'noSuchCategory'
  const parentId = above?.id ?? null
  if (all.some((each) => each.parentId === parentId && each.name === name)) return 'nameTaken'
  const refusal = await whyNotSlug(session, all, slug)
  if (refusal) return refusal
  const position = Math.max(-1, ...all.map((each) => each.position)) + 1
  await session.category.create({ data: { slug, name, position, parentId } })
  // The address is a category's from now on: what had moved away from it no longer leads elsewhere.
  await session.redirect.deleteMany({ where: { fromPath: categoryPath({ slug }) } })
  return { change: { kind: 'categories', slugs: [slug] } }
}

/** Adds a category, last among its like. */
export function addCategory(db: Db, actor: Actor | null, input: z.input<typeof addInput>) {
  return perform(db, actor, {
    act: 'addCategory',
    deed: 'categories',
    schema: addInput,
    input,
    run: add,
  })
}

async function rename(
  session: DbSession,
  { slug, name, newSlug = slug }: z.output<typeof renameInput>,
): Promise<Done | Refusal> {
  const all = await lockCategories(session)
  const category = bySlug(all, slug)
  if (!category) return 'noSuchCategory'
  if (name !== undefined && isNameTaken(all, category, name)) return 'nameTaken'
  const refusal = newSlug === slug ? null : await whyNotSlug(session, all, newSlug)
  if (refusal) return refusal
  await session.category.update({
    where: { id: category.id },
    data: { slug: newSlug, ...(name !== undefined && { name }) },
  })
  const slugs = [...new Set([slug, newSlug])]
  const lists = slugs.map((each) => categoryPath({ slug: each }))
  const renamed = { change: { kind: 'categories', slugs } } as const
  if (newSlug === slug) return { ...renamed, moved: { lists } }
  await moveAddress(session, categoryPath({ slug }), categoryPath({ slug: newSlug }))
  const ids = await listPublicIds(session, category)
  return { ...renamed, moved: { lists, stories: { categorySlug: slug, ids } } }
}

/**
 * Gives a category another name, another address, or both. Its old address and the older pages beneath it lead to the
 * new ones by a redirect; its stories' old addresses do so by their numbers, however many they are.
 */
export function renameCategory(db: Db, actor: Actor | null, input: z.input<typeof renameInput>) {
  return perform(db, actor, {
    act: 'renameCategory',
    deed: 'categories',
    schema: renameInput,
    input,
    run: rename,
  })
}

// Moving the stories of a large category and laying out its lists anew takes longer than a reader would wait.
const mergeTimeoutMs = 10 * 60_000

/** Why the categories may not become one; null when they may. */
function whyNotMerge(all: Category[], from: Category, to: Category): Refusal | null {
  if (withDescendants(all, from).includes(to)) return 'belowItself'
  const others = all.filter((each) => each.parentId === to.id && each.id !== from.id)
  const come = all.filter((each) => each.parentId === from.id)
  return come.some(({ name }) => others.some((each) => each.name === name)) ? 'nameTaken' : null
}

/** The stories of the category itself whose addresses the world knows. */
async function listPublicIds(session: DbSession, { id }: Category): Promise<number[]> {
  const rows = await session.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Article" WHERE "categoryId" = ${id} AND "publicAt" <= now() ORDER BY "id"`
  return rows.map((row) => row.id)
}

/** Moves all that is in `from`. Answers the hour of its oldest story, those of the categories under it among them. */
async function moveContents(session: DbSession, all: Category[], from: Category, to: Category) {
  await session.$executeRaw`SELECT set_config('statement_timeout', ${String(mergeTimeoutMs)}, true)`
  // Waits for the stories that are just being put into the category, and lets no other one in.
  await session.$executeRaw`SELECT FROM "Category" WHERE "id" = ${from.id} FOR UPDATE`
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
async function layOutAnew(session: DbSession, ids: number[], since: Date, now: Date) {
  const all = await session.category.findMany()
  const lists = all.filter((each) => ids.includes(each.id)).map((each) => listOfCategory(all, each))
  for (const list of inLockOrder(lists)) await repaginate(session, list, since, now)
}

async function merge(
  session: DbSession,
  { slug, into }: z.output<typeof mergeInput>,
  now: Date,
): Promise<Done | Refusal> {
  const all = await lockCategories(session)
  const from = bySlug(all, slug)
  const to = bySlug(all, into)
  if (!from || !to) return 'noSuchCategory'
  const refusal = whyNotMerge(all, from, to)
  if (refusal) return refusal
  const ids = await listPublicIds(session, from)
  const since = await moveContents(session, all, from, to)
  await session.category.delete({ where: { id: from.id } })
  await session.listPage.deleteMany({ where: { list: `category:${from.id}` } })
  await moveAddress(session, categoryPath(from), categoryPath(to))
  const left = trailTo(all, from)
  const entered = trailTo(all, to)
  // A category above both lists the same stories as before.
  const changed = [
    ...left.filter((each) => !entered.includes(each)),
    ...entered.filter((each) => !left.includes(each)),
  ]
  const changedIds = changed.map((each) => each.id)
  if (since) await layOutAnew(session, changedIds, since, now)
  const slugs = [...new Set([...left, ...entered].map((each) => each.slug))]
  const moved = { lists: changed.map(categoryPath), stories: { categorySlug: slug, ids } }
  return { change: { kind: 'categories', slugs }, moved }
}

/**
 * Puts all stories and subcategories of one category into another and takes the empty one away; its address leads to
 * the other. The stories themselves are not saved: they get no revision and keep their version. Refused when the other
 * stands under the one, or has a subcategory of the same name as one that would come.
 */
export function mergeCategories(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof mergeInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'mergeCategories',
    deed: 'categories',
    schema: mergeInput,
    input,
    run: (session, slugs) => merge(session, slugs, now),
    timeoutMs: mergeTimeoutMs,
  })
}

async function order(
  session: DbSession,
  { parent: parentSlug, slugs }: z.output<typeof orderInput>,
): Promise<Done | Refusal> {
  const all = await lockCategories(session)
  const parent = parentSlug === null ? null : bySlug(all, parentSlug)
  if (parent === undefined) return 'noSuchCategory'
  const siblings = all.filter((category) => category.parentId === (parent?.id ?? null))
  const known = siblings.map((category) => category.slug).toSorted()
  if (known.join() !== slugs.toSorted().join()) return 'outdated'
  for (const [position, slug] of slugs.entries()) {
    await session.category.update({ where: { slug }, data: { position } })
  }
  return { change: { kind: 'categories', slugs: parent ? [parent.slug] : [] } }
}

/** Puts sibling categories in order. Refused as outdated when they are not exactly those that are there. */
export function orderCategories(db: Db, actor: Actor | null, input: z.input<typeof orderInput>) {
  return perform(db, actor, {
    act: 'orderCategories',
    deed: 'categories',
    schema: orderInput,
    input,
    run: order,
  })
}
