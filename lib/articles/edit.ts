import 'server-only'
import type { z } from 'zod'
import { listWords } from '@/lib/bengali/shorten'
import type { DbSession } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Refusal } from '@/lib/outcome'
import { followNames } from '@/lib/people/moved-names'
import { bodyText, imageIdsOf } from './body'
import type { tidyInput } from './input'
import type { Save } from './save'

/** What of a story's words, people and pictures is changed; what is left out stays. */
export type Edit = Omit<z.output<typeof tidyInput>, 'id' | 'expectedVersion'>

/** How many of these pictures there are; held, so that nobody takes one away before the story shows it. */
async function countHeldPictures(session: DbSession, ids: number[]): Promise<number> {
  const held = await session.$queryRaw<unknown[]>`
    SELECT 1 FROM "Image" WHERE "id" = ANY (${ids}::int[]) ORDER BY "id" FOR KEY SHARE`
  return held.length
}

/** Why what a story is to be tied to is not there; null when all of it is. */
export async function findUnknownTie(session: DbSession, edit: Edit): Promise<Refusal | null> {
  const { contributorIds = [], topicIds = [], sourceId, leadImageId, body = [] } = edit
  const pictureIds = [...new Set([...imageIdsOf(body), ...(leadImageId ? [leadImageId] : [])])]
  const sourceIds = sourceId ? [sourceId] : []
  const counts: [
    ids: number[],
    count: (where: { id: { in: number[] } }) => Promise<number>,
    Refusal,
  ][] = [
    [contributorIds, (where) => session.contributor.count({ where }), 'noSuchContributor'],
    [topicIds, (where) => session.topic.count({ where }), 'noSuchTopic'],
    [sourceIds, (where) => session.source.count({ where }), 'noSuchSource'],
    [pictureIds, ({ id }) => countHeldPictures(session, id.in), 'noSuchPicture'],
  ]
  for (const [ids, count, refusal] of counts) {
    if (ids.length > 0 && (await count({ id: { in: ids } })) < ids.length) return refusal
  }
  return null
}

const columns = ['headline', 'kicker', 'standfirst', 'dateline', 'sourceId', 'leadImageId'] as const
const searched = ['headline', 'kicker', 'standfirst', 'body'] as const

function dataOf(edit: Edit): Prisma.ArticleUncheckedUpdateInput {
  const { body } = edit
  return {
    ...Object.fromEntries(
      columns.flatMap((name) => (edit[name] === undefined ? [] : [[name, edit[name]]])),
    ),
    ...(body && { body, wordCount: listWords(bodyText(body)).length }),
    ...(body && body.length > 0 && { isHeadlineOnly: false }),
  }
}

async function putTies(session: DbSession, id: number, { contributorIds, topicIds }: Edit) {
  if (contributorIds) {
    await session.byline.deleteMany({ where: { articleId: id } })
    await session.byline.createMany({
      data: contributorIds.map((contributorId, position) => ({
        articleId: id,
        position,
        contributorId,
      })),
    })
  }
  if (topicIds) {
    await session.articleTopic.deleteMany({ where: { articleId: id } })
    await session.articleTopic.createMany({
      data: topicIds.map((topicId) => ({ articleId: id, topicId })),
    })
  }
}

/** The edit as a save, or why it cannot be one. */
export async function saveOf(
  session: DbSession,
  id: number,
  given: Edit,
  reason: string,
): Promise<Save | Refusal> {
  const edit = await followNames(session, given)
  const refusal = await findUnknownTie(session, edit)
  if (refusal) return refusal
  return {
    data: dataOf(edit),
    reason,
    isEdit: true,
    isReworded: searched.some((name) => edit[name] !== undefined),
    beside: () => putTies(session, id, edit),
  }
}
