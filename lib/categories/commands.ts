import 'server-only'
import { defineCommand } from '@/lib/commands/command'
import { type Category, categoryPath, trailTo, withDescendants } from '@/lib/content-model/category'
import type { TransactionClient } from '@/lib/db/client'
import { addRedirect } from '@/lib/redirects/add-redirect'
import { reservedSlugs } from '@/lib/urls/reserved-paths'
import {
  addCategoryInput,
  mergeCategoriesInput,
  moveCategoryInput,
  orderCategoriesInput,
  renameCategoryInput,
} from './input'
import { renameInWorkingCopies } from './lock-category'
import {
  categoryMergeTimeoutMs,
  checkMerge,
  findOldest,
  lockContents,
  moveContents,
  repaginateCategories,
} from './merge'

/** All categories, locked against other changes until the command ends. Readers are not blocked. */
async function lockCategories(tx: TransactionClient): Promise<Category[]> {
  await tx.$executeRaw`LOCK TABLE "Category" IN SHARE ROW EXCLUSIVE MODE`
  return tx.category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
}

const bySlug = (all: Category[], slug: string) => all.find((category) => category.slug === slug)

async function checkSlug(tx: TransactionClient, all: Category[], slug: string) {
  if (reservedSlugs.includes(slug)) return 'slugReserved'
  const isTaken = bySlug(all, slug) || (await tx.page.findUnique({ where: { slug } }))
  return isTaken ? 'slugTaken' : null
}

const isNameTaken = (all: Category[], { id, parentId }: Category, name: string) =>
  all.some((each) => each.id !== id && each.parentId === parentId && each.name === name)

/** Adds a category after its siblings. */
export const addCategory = defineCommand({
  name: 'addCategory',
  permission: 'categories',
  input: addCategoryInput,
  run: async ({ tx }, { slug, name, parent }) => {
    const all = await lockCategories(tx)
    const parentCategory = parent === null ? null : bySlug(all, parent)
    if (parentCategory === undefined) return 'noSuchCategory'
    const parentId = parentCategory?.id ?? null
    if (all.some((each) => each.parentId === parentId && each.name === name)) return 'nameTaken'
    const refusal = await checkSlug(tx, all, slug)
    if (refusal) return refusal
    const position = Math.max(-1, ...all.map((each) => each.position)) + 1
    await tx.category.create({ data: { slug, name, position, parentId } })
    // A category uses this address from now on, so an old redirect from it is deleted.
    await tx.redirect.deleteMany({ where: { fromPath: categoryPath({ slug }) } })
    return { change: { kind: 'categories', slugs: [slug] } }
  },
})

/** Changes name or slug of a category. Old addresses of its list redirect; those of its stories redirect by their ids. */
export const renameCategory = defineCommand({
  name: 'renameCategory',
  permission: 'categories',
  input: renameCategoryInput,
  run: async ({ tx }, { slug, name, newSlug = slug }) => {
    const all = await lockCategories(tx)
    const category = bySlug(all, slug)
    if (!category) return 'noSuchCategory'
    if (name !== undefined && isNameTaken(all, category, name)) return 'nameTaken'
    const refusal = newSlug === slug ? null : await checkSlug(tx, all, newSlug)
    if (refusal) return refusal
    await tx.category.update({
      where: { id: category.id },
      data: { slug: newSlug, ...(name !== undefined && { name }) },
    })
    const slugs = [...new Set([slug, newSlug])]
    const lists = slugs.map((each) => categoryPath({ slug: each }))
    const renamed = { change: { kind: 'categories', slugs } } as const
    if (newSlug === slug) return { ...renamed, moved: { lists } }
    await renameInWorkingCopies(tx, slug, newSlug)
    await addRedirect(tx, categoryPath({ slug }), categoryPath({ slug: newSlug }))
    const ids = await listPublicIds(tx, category)
    return { ...renamed, moved: { lists, stories: { categorySlug: slug, ids } } }
  },
})

/** The public stories of the category itself. */
async function listPublicIds(tx: TransactionClient, { id }: Category): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Article" WHERE "categoryId" = ${id} AND "publicAt" <= now() ORDER BY "id"`
  return rows.map((row) => row.id)
}

const idsOf = (categories: Category[]) => categories.map(({ id }) => id)

/**
 * The categories that lose or gain stories which leave one trail and enter another, and the slugs of both trails. A
 * common ancestor lists the same stories as before.
 */
function changedTrails(left: Category[], entered: Category[]) {
  const changed = [
    ...left.filter((each) => !entered.includes(each)),
    ...entered.filter((each) => !left.includes(each)),
  ]
  return { changed, slugs: [...new Set([...left, ...entered].map(({ slug }) => slug))] }
}

/**
 * Gives a category another parent, after its siblings there. Its address and its stories' stay; the lists of the
 * categories above it lose or gain its stories. Refused below itself, and where a sibling has its name.
 */
export const moveCategory = defineCommand({
  name: 'moveCategory',
  permission: 'categories',
  input: moveCategoryInput,
  timeoutMs: categoryMergeTimeoutMs,
  run: async ({ tx, now }, { slug, parent: parentSlug }) => {
    const all = await lockCategories(tx)
    const category = bySlug(all, slug)
    const parent = parentSlug === null ? null : bySlug(all, parentSlug)
    if (!category || parent === undefined) return 'noSuchCategory'
    if (parent && withDescendants(all, category).includes(parent)) return 'belowItself'
    const parentId = parent?.id ?? null
    if (parentId === category.parentId) return 'sameParent'
    if (isNameTaken(all, { ...category, parentId }, category.name)) return 'nameTaken'
    await lockContents(tx, all, category)
    const since = await findOldest(tx, all, category)
    const position = Math.max(-1, ...all.map((each) => each.position)) + 1
    await tx.category.update({ where: { id: category.id }, data: { parentId, position } })
    const above = trailTo(all, category).filter((each) => each !== category)
    const { changed, slugs } = changedTrails(above, parent ? trailTo(all, parent) : [])
    if (since) await repaginateCategories(tx, idsOf(changed), since, now)
    return {
      change: { kind: 'categories', slugs: [slug, ...slugs] },
      moved: { lists: changed.map(categoryPath) },
    }
  },
})

/**
 * Merges a category with its stories and subcategories into another and redirects its address. The stories are not saved:
 * they get no revision and keep their version. Refused when the other is below it or a subcategory's name is taken there.
 */
export const mergeCategories = defineCommand({
  name: 'mergeCategories',
  permission: 'categories',
  input: mergeCategoriesInput,
  run: async ({ tx, now }, { slug, into }) => {
    const all = await lockCategories(tx)
    const from = bySlug(all, slug)
    const to = bySlug(all, into)
    if (!from || !to) return 'noSuchCategory'
    const refusal = checkMerge(all, from, to)
    if (refusal) return refusal
    await lockContents(tx, all, from)
    const ids = await listPublicIds(tx, from)
    const since = await moveContents(tx, all, from, to)
    await renameInWorkingCopies(tx, slug, into)
    await tx.category.delete({ where: { id: from.id } })
    await tx.listPage.deleteMany({ where: { list: `category:${from.id}` } })
    await addRedirect(tx, categoryPath(from), categoryPath(to))
    const { changed, slugs } = changedTrails(trailTo(all, from), trailTo(all, to))
    if (since) await repaginateCategories(tx, idsOf(changed), since, now)
    const moved = { lists: changed.map(categoryPath), stories: { categorySlug: slug, ids } }
    return { change: { kind: 'categories', slugs }, moved }
  },
  timeoutMs: categoryMergeTimeoutMs,
})

/** Reorders sibling categories. Refused as outdated when the list does not hold exactly the existing siblings. */
export const orderCategories = defineCommand({
  name: 'orderCategories',
  permission: 'categories',
  input: orderCategoriesInput,
  run: async ({ tx }, { parent: parentSlug, slugs }) => {
    const all = await lockCategories(tx)
    const parent = parentSlug === null ? null : bySlug(all, parentSlug)
    if (parent === undefined) return 'noSuchCategory'
    const siblings = all.filter((category) => category.parentId === (parent?.id ?? null))
    const known = siblings.map((category) => category.slug).toSorted()
    if (known.join() !== slugs.toSorted().join()) return 'outdated'
    for (const [position, slug] of slugs.entries()) {
      await tx.category.update({ where: { slug }, data: { position } })
    }
    return { change: { kind: 'categories', slugs: parent ? [parent.slug] : [] } }
  },
})
