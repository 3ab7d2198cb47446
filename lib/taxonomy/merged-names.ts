import 'server-only'
import type { TransactionClient } from '@/lib/db/client'
import type { TaxonomyKind } from './taxonomy-name'

/** References to names by id. */
export type TaxonomyReferences = {
  contributorIds?: number[]
  topicIds?: number[]
  sourceId?: number | null
}

/** Redirects one id to the other, and with it all ids that were redirected to it before. */
export async function recordMerge(
  tx: TransactionClient,
  kind: TaxonomyKind,
  { from, into }: { from: { id: number }; into: { id: number } },
): Promise<void> {
  const intoId = into.id
  await tx.mergedTaxonomyEntry.updateMany({ where: { kind, intoId: from.id }, data: { intoId } })
  await tx.mergedTaxonomyEntry.create({ data: { kind, fromId: from.id, intoId } })
}

/** Locks these names against merges until the transaction ends, after waiting for a merge that is in progress. */
async function lockNames(
  tx: TransactionClient,
  { contributorIds, topicIds, sourceId }: TaxonomyReferences,
) {
  if (contributorIds?.length)
    await tx.$queryRaw`
      SELECT 1 FROM "Contributor" WHERE "id" = ANY(${contributorIds}::int[]) ORDER BY "id" FOR KEY SHARE`
  if (topicIds?.length)
    await tx.$queryRaw`
      SELECT 1 FROM "Topic" WHERE "id" = ANY(${topicIds}::int[]) ORDER BY "id" FOR KEY SHARE`
  if (sourceId) await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId} FOR KEY SHARE`
}

/**
 * Replaces the ids of merged names, which an editor opened before the merge still has, and locks the names until the story
 * refers to them.
 */
export async function resolveMergedNames<References extends TaxonomyReferences>(
  tx: TransactionClient,
  references: References,
): Promise<References> {
  await lockNames(tx, references)
  const { contributorIds, topicIds, sourceId } = references
  const merges = await tx.mergedTaxonomyEntry.findMany({
    where: {
      OR: [
        { kind: 'contributors', fromId: { in: contributorIds ?? [] } },
        { kind: 'topics', fromId: { in: topicIds ?? [] } },
        { kind: 'sources', fromId: { in: sourceId ? [sourceId] : [] } },
      ],
    },
  })
  if (merges.length === 0) return references
  const resolveId = (kind: TaxonomyKind) => (id: number) =>
    merges.find((each) => each.kind === kind && each.fromId === id)?.intoId ?? id
  const resolved = {
    ...references,
    ...(contributorIds && {
      contributorIds: unique(contributorIds.map(resolveId('contributors'))),
    }),
    ...(topicIds && { topicIds: unique(topicIds.map(resolveId('topics'))) }),
    ...(sourceId && { sourceId: resolveId('sources')(sourceId) }),
  }
  // The targets must be locked as well, and may have been merged meanwhile.
  return resolveMergedNames(tx, resolved)
}

const unique = (ids: number[]) => [...new Set(ids)]
