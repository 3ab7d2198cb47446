import 'server-only'
import type { z } from 'zod'
import { listWords } from '@/lib/bengali/text/shorten'
import { bodyText, imageIdsOf } from '@/lib/content-model/body'
import type { editStoryInput } from '@/lib/content-model/input'
import type { TransactionClient } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Refusal } from '@/lib/outcome'
import { resolveMergedNames } from '@/lib/taxonomy/merged-names'
import type { StoryUpdate } from './save-story'

/** The changed fields of a story; a field that is left out stays. */
export type StoryEdit = Omit<z.output<typeof editStoryInput>, 'id' | 'expectedVersion'>

/** How many of these pictures there are; held, so that nobody takes one away before the story shows it. */
async function countLockedPictures(tx: TransactionClient, ids: number[]): Promise<number> {
  const lockedRows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Image" WHERE "id" = ANY (${ids}::int[]) ORDER BY "id" FOR KEY SHARE`
  return lockedRows.length
}

/** Why what a story is to be tied to is not there; null when all of it is. */
export async function checkReferences(
  tx: TransactionClient,
  edit: StoryEdit,
): Promise<Refusal | null> {
  const { contributorIds = [], topicIds = [], sourceId, leadImageId, body = [] } = edit
  const pictureIds = [...new Set([...imageIdsOf(body), ...(leadImageId ? [leadImageId] : [])])]
  const sourceIds = sourceId ? [sourceId] : []
  const counts: [
    ids: number[],
    count: (where: { id: { in: number[] } }) => Promise<number>,
    Refusal,
  ][] = [
    [contributorIds, (where) => tx.contributor.count({ where }), 'noSuchContributor'],
    [topicIds, (where) => tx.topic.count({ where }), 'noSuchTopic'],
    [sourceIds, (where) => tx.source.count({ where }), 'noSuchSource'],
    [pictureIds, ({ id }) => countLockedPictures(tx, id.in), 'noSuchPicture'],
  ]
  for (const [ids, count, refusal] of counts) {
    if (ids.length > 0 && (await count({ id: { in: ids } })) < ids.length) return refusal
  }
  return null
}

const scalarFields = [
  'headline',
  'kicker',
  'standfirst',
  'dateline',
  'sourceId',
  'leadImageId',
  'leadWords',
] as const
const searchedFields = ['headline', 'kicker', 'standfirst', 'body'] as const

function columnsOf(edit: StoryEdit): Prisma.ArticleUncheckedUpdateInput {
  const { body } = edit
  return {
    ...Object.fromEntries(
      scalarFields.flatMap((name) => (edit[name] === undefined ? [] : [[name, edit[name]]])),
    ),
    ...(body && { body, wordCount: listWords(bodyText(body)).length }),
    ...(body && body.length > 0 && { isHeadlineOnly: false }),
  }
}

/** The edit as a save, or why it cannot be one. */
export async function toStoryUpdate(
  tx: TransactionClient,
  requested: StoryEdit,
  reason: string,
): Promise<StoryUpdate | Refusal> {
  const edit = await resolveMergedNames(tx, requested)
  const refusal = await checkReferences(tx, edit)
  if (refusal) return refusal
  return {
    data: columnsOf(edit),
    reason,
    isEdit: true,
    isReworded: searchedFields.some((name) => edit[name] !== undefined),
    contributorIds: edit.contributorIds,
    topicIds: edit.topicIds,
  }
}
