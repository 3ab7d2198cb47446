import 'server-only'
import type { TransactionClient } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { repaginate } from '@/lib/public-lists/list-queries'

/** Two names of one kind; `from` is merged into `into`. */
export type MergePair = { from: { id: number; slug: string }; into: { id: number; slug: string } }

/** The timeout covers moving the stories of a name with many stories and rebuilding its list. */
export const taxonomyMergeTimeoutMs = 10 * 60_000

export const extendStatementTimeout = (tx: TransactionClient) =>
  tx.$executeRaw`SELECT set_config('statement_timeout', ${String(taxonomyMergeTimeoutMs)}, true)`

type Field = 'contributorIds' | 'topicIds' | 'sourceId'

/** The content with one id replaced by the other, without duplicates. */
function replaceReference(content: Prisma.JsonObject, field: Field, { from, into }: MergePair) {
  const current = content[field]
  const replaceId = (id: unknown) => (id === from.id ? into.id : id)
  const replaced = Array.isArray(current)
    ? [...new Set(current.map(replaceId))]
    : replaceId(current)
  return { ...content, [field]: replaced } as Prisma.InputJsonObject
}

/** Replaces the merged name in working copies and conflict copies, so that they can still be saved. */
export async function replaceInWorkingCopies(
  tx: TransactionClient,
  field: Field,
  pair: MergePair,
): Promise<void> {
  const wanted = JSON.stringify({ [field]: field === 'sourceId' ? pair.from.id : [pair.from.id] })
  const copies = await tx.$queryRaw<{ articleId: number; content: Prisma.JsonObject }[]>`
    SELECT "articleId", "content" FROM "WorkingCopy" WHERE "content" @> ${wanted}::jsonb`
  for (const { articleId, content } of copies) {
    const data = { content: replaceReference(content, field, pair) }
    await tx.workingCopy.update({ where: { articleId }, data })
  }
  const conflictCopies = await tx.$queryRaw<{ id: number; content: Prisma.JsonObject }[]>`
    SELECT "id", "content" FROM "ConflictCopy" WHERE "content" @> ${wanted}::jsonb`
  for (const { id, content } of conflictCopies) {
    const data = { content: replaceReference(content, field, pair) }
    await tx.conflictCopy.update({ where: { id }, data })
  }
}

/** Deletes the pages of the merged list and paginates the other again from the oldest story that moved. */
export async function mergeLists(
  tx: TransactionClient,
  kind: 'author' | 'topic',
  { from, into }: MergePair,
  since: Date | null,
  now: Date,
): Promise<void> {
  await tx.listPage.deleteMany({ where: { list: `${kind}:${from.id}` } })
  if (since) await repaginate(tx, { kind, id: into.id }, since, now)
}
