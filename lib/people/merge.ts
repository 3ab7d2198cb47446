import 'server-only'
import { repaginate } from '@/lib/articles/list-queries'
import type { DbSession } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

/** Two names of one kind that become one, and the lists of what is written meanwhile. */
export type Two = { from: { id: number; slug: string }; into: { id: number; slug: string } }

/** Moving the stories of a large name and laying out its list takes longer than a reader would wait. */
export const mergeTimeoutMs = 10 * 60_000

export const giveTime = (session: DbSession) =>
  session.$executeRaw`SELECT set_config('statement_timeout', ${String(mergeTimeoutMs)}, true)`

type Field = 'contributorIds' | 'topicIds' | 'sourceId'

/** The content with one number in the other's place, once. */
function replaceIn(content: Prisma.JsonObject, field: Field, { from, into }: Two) {
  const held = content[field]
  const swap = (id: unknown) => (id === from.id ? into.id : id)
  const put = Array.isArray(held) ? [...new Set(held.map(swap))] : swap(held)
  return { ...content, [field]: put } as Prisma.InputJsonObject
}

/** What is being written names the one that stays: a text of today must not be refused tomorrow for a name that went. */
export async function renumberCopies(session: DbSession, field: Field, two: Two): Promise<void> {
  const wanted = JSON.stringify({ [field]: field === 'sourceId' ? two.from.id : [two.from.id] })
  const copies = await session.$queryRaw<{ articleId: number; content: Prisma.JsonObject }[]>`
    SELECT "articleId", "content" FROM "WorkingCopy" WHERE "content" @> ${wanted}::jsonb`
  for (const { articleId, content } of copies) {
    const data = { content: replaceIn(content, field, two) }
    await session.workingCopy.update({ where: { articleId }, data })
  }
  const parked = await session.$queryRaw<{ id: number; content: Prisma.JsonObject }[]>`
    SELECT "id", "content" FROM "ParkedCopy" WHERE "content" @> ${wanted}::jsonb`
  for (const { id, content } of parked) {
    const data = { content: replaceIn(content, field, two) }
    await session.parkedCopy.update({ where: { id }, data })
  }
}

/** Forgets the pages of a list that is no more and lays the other out anew from the oldest story that came. */
export async function mergeLists(
  session: DbSession,
  kind: 'author' | 'topic',
  { from, into }: Two,
  since: Date | null,
  now: Date,
): Promise<void> {
  await session.listPage.deleteMany({ where: { list: `${kind}:${from.id}` } })
  if (since) await repaginate(session, { kind, id: into.id }, since, now)
}
