import 'server-only'
import type { DbSession } from '@/lib/db/client'
import type { NameKind } from './name'

/** The names that something is tied to, by number. */
export type NameTies = { contributorIds?: number[]; topicIds?: number[]; sourceId?: number | null }

/** From now on the one number leads to the other, and so do those that led to it before. */
export async function moveName(
  session: DbSession,
  kind: NameKind,
  { from, into }: { from: { id: number }; into: { id: number } },
): Promise<void> {
  const intoId = into.id
  await session.movedName.updateMany({ where: { kind, intoId: from.id }, data: { intoId } })
  await session.movedName.create({ data: { kind, fromId: from.id, intoId } })
}

/** No merge takes these names away before the transaction ends; one that is on its way is waited for. */
async function holdNames(session: DbSession, { contributorIds, topicIds, sourceId }: NameTies) {
  if (contributorIds?.length)
    await session.$queryRaw`
      SELECT 1 FROM "Contributor" WHERE "id" = ANY(${contributorIds}::int[]) ORDER BY "id" FOR KEY SHARE`
  if (topicIds?.length)
    await session.$queryRaw`
      SELECT 1 FROM "Topic" WHERE "id" = ANY(${topicIds}::int[]) ORDER BY "id" FOR KEY SHARE`
  if (sourceId)
    await session.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId} FOR KEY SHARE`
}

/**
 * The ties with names that stayed in the place of those that were made one with them: a page that was open meanwhile
 * still has the old numbers. What is not tied at all stays so. Held, so that nobody takes a name away before the story
 * carries it.
 */
export async function followNames<Ties extends NameTies>(
  session: DbSession,
  ties: Ties,
): Promise<Ties> {
  await holdNames(session, ties)
  const { contributorIds, topicIds, sourceId } = ties
  const moved = await session.movedName.findMany({
    where: {
      OR: [
        { kind: 'contributors', fromId: { in: contributorIds ?? [] } },
        { kind: 'topics', fromId: { in: topicIds ?? [] } },
        { kind: 'sources', fromId: { in: sourceId ? [sourceId] : [] } },
      ],
    },
  })
  if (moved.length === 0) return ties
  const follow = (kind: NameKind) => (id: number) =>
    moved.find((each) => each.kind === kind && each.fromId === id)?.intoId ?? id
  const followed = {
    ...ties,
    ...(contributorIds && { contributorIds: unique(contributorIds.map(follow('contributors'))) }),
    ...(topicIds && { topicIds: unique(topicIds.map(follow('topics'))) }),
    ...(sourceId && { sourceId: follow('sources')(sourceId) }),
  }
  // What they lead to is to be held as well, and may have gone its own way meanwhile.
  return followNames(session, followed)
}

const unique = (ids: number[]) => [...new Set(ids)]
