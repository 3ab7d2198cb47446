import 'server-only'
import type { DbSession } from '@/lib/db/client'
import { categoryPath } from './category'

type Held = { id: number; slug: string }

async function hold(session: DbSession, slug: string): Promise<Held | null> {
  const [category] = await session.$queryRaw<Held[]>`
    SELECT "id", "slug" FROM "Category" WHERE "slug" = ${slug} FOR KEY SHARE`
  return category ?? null
}

/**
 * The category at a slug; of one that was renamed, or made one with another, that which stands in its place: a page that
 * was open meanwhile still has the old slug. Held, so that no merge takes it away before the story is in it.
 */
export async function holdCategory(session: DbSession, slug: string): Promise<Held | null> {
  const held = await hold(session, slug)
  if (held) return held
  const moved = await session.redirect.findUnique({ where: { fromPath: categoryPath({ slug }) } })
  return moved && hold(session, moved.toPath.slice(1))
}

/** Whether the category is still there; held, so that no merge takes it away before the story is in it. */
export async function isHeldCategory(session: DbSession, id: number): Promise<boolean> {
  const held = await session.$queryRaw<unknown[]>`
    SELECT 1 FROM "Category" WHERE "id" = ${id} FOR KEY SHARE`
  return held.length > 0
}

/** What is being written says its category by the slug. */
export async function renameInCopies(session: DbSession, from: string, to: string) {
  await session.$executeRaw`
    UPDATE "WorkingCopy" SET "content" = jsonb_set("content", '{category}', to_jsonb(${to}::text))
    WHERE "content" ->> 'category' = ${from}`
  await session.$executeRaw`
    UPDATE "ParkedCopy" SET "content" = jsonb_set("content", '{category}', to_jsonb(${to}::text))
    WHERE "content" ->> 'category' = ${from}`
}
