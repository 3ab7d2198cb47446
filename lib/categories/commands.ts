import 'server-only'
import type { z } from 'zod'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db, DbSession } from '@/lib/db/client'
import type { Done, Refusal } from '@/lib/outcome'
import { moveAddress } from '@/lib/paper/moved-address'
import { type Category, categoryPath, reservedSlugs, trailTo } from './category'
import { addInput, mergeInput, orderInput, renameInput } from './input'
import { layOutAnew, lockContents, mergeTimeoutMs, moveContents, whyNotMerge } from './merge'
import { renameInCopies } from './moved-category'

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
  await renameInCopies(session, slug, newSlug)
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

/** The stories of the category itself whose addresses the world knows. */
async function listPublicIds(session: DbSession, { id }: Category): Promise<number[]> {
  const rows = await session.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Article" WHERE "categoryId" = ${id} AND "publicAt" <= now() ORDER BY "id"`
  return rows.map((row) => row.id)
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
  await lockContents(session, all, from)
  const ids = await listPublicIds(session, from)
  const since = await moveContents(session, all, from, to)
  await renameInCopies(session, slug, into)
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
