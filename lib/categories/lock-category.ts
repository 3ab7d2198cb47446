import 'server-only'
import { categoryPath } from '@/lib/content-model/category'
import type { TransactionClient } from '@/lib/db/client'

type LockedCategory = { id: number; slug: string }

async function lockBySlug(tx: TransactionClient, slug: string): Promise<LockedCategory | null> {
  const [category] = await tx.$queryRaw<LockedCategory[]>`
    SELECT "id", "slug" FROM "Category" WHERE "slug" = ${slug} FOR KEY SHARE`
  return category ?? null
}

/**
 * The category with that slug, or the one that replaced it by a rename or merge, which an editor opened before still has.
 * Locked against merges until the story is in it.
 */
export async function lockCategory(
  tx: TransactionClient,
  slug: string,
): Promise<LockedCategory | null> {
  const locked = await lockBySlug(tx, slug)
  if (locked) return locked
  const moved = await tx.redirect.findUnique({ where: { fromPath: categoryPath({ slug }) } })
  return moved && lockBySlug(tx, moved.toPath.slice(1))
}

/** Whether the category still exists. Locks it, so that no merge deletes it before the story is stored in it. */
export async function lockCategoryById(tx: TransactionClient, id: number): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Category" WHERE "id" = ${id} FOR KEY SHARE`
  return locked.length > 0
}

/** Replaces the slug in working copies and conflict copies. */
export async function renameInWorkingCopies(tx: TransactionClient, from: string, to: string) {
  await tx.$executeRaw`
    UPDATE "WorkingCopy" SET "content" = jsonb_set("content", '{category}', to_jsonb(${to}::text))
    WHERE "content" ->> 'category' = ${from}`
  await tx.$executeRaw`
    UPDATE "ConflictCopy" SET "content" = jsonb_set("content", '{category}', to_jsonb(${to}::text))
    WHERE "content" ->> 'category' = ${from}`
}
