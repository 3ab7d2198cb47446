import 'server-only'
import type { z } from 'zod'
import { type Actor, userIdOf } from '@/lib/auth/permissions'
import { listWords } from '@/lib/bengali/text/shorten'
import { bodyText } from '@/lib/content-model/body'
import type { storyInput } from '@/lib/content-model/input'
import type { PictureWords } from '@/lib/content-model/picture-words'
import type { TransactionClient } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { indexStoryForSearch } from '@/lib/search-index/index-story'

/** A story whose relations are known by number. Text has passed `storyInput`. */
export type NewStory = z.output<typeof storyInput> & {
  status: 'draft' | 'published' | 'withdrawn'
  publishedAt: Date
  categoryId: number
  contributorIds: number[]
  topicIds: number[]
  sourceId: number | null
  leadImageId: number | null
  leadWords?: PictureWords | undefined
  isHeadlineOnly?: boolean
  importKey?: string
  corrections?: { kind: 'update' | 'correction'; note: string; at: Date }[]
  /** An update that is known to have happened but not what it was. */
  notedChangeAt?: Date | null
  reason: string
  /** The owner; left out, the installation itself. */
  actor?: Actor
}

type SnapshotReferences =
  | 'categoryId'
  | 'contributorIds'
  | 'topicIds'
  | 'sourceId'
  | 'leadImageId'
  | 'leadWords'

/** Everything of a story that readers could see, as a revision keeps it. */
export function snapshotOf(
  story: z.output<typeof storyInput> & Pick<NewStory, SnapshotReferences>,
): Prisma.InputJsonObject {
  const { headline, kicker, standfirst, dateline, body, categoryId, contributorIds } = story
  const { topicIds, sourceId, leadImageId, leadWords = {} } = story
  return {
    headline,
    kicker: kicker ?? null,
    standfirst: standfirst ?? null,
    dateline: dateline ?? null,
    body,
    categoryId,
    contributorIds,
    topicIds,
    sourceId,
    leadImageId,
    leadWords,
  }
}

const latestOf = (times: (Date | null | undefined)[]) =>
  times.reduce<Date | null>((last, time) => (time && (!last || time > last) ? time : last), null)

/**
 * Writes a story with its bylines, topics, corrections, search words and first revision. For the seed and the import,
 * which act for the installation itself. Returns its number.
 */
export async function addStory(tx: TransactionClient, story: NewStory): Promise<number> {
  const { headline, kicker, standfirst, dateline, body, status, publishedAt } = story
  const { categoryId, sourceId, leadImageId, leadWords = {} } = story
  const { isHeadlineOnly = false, importKey } = story
  const corrections = story.corrections ?? []
  const isPublished = status !== 'draft'
  const article = await tx.article.create({
    select: { id: true },
    data: {
      headline,
      kicker: kicker ?? null,
      standfirst: standfirst ?? null,
      dateline: dateline ?? null,
      body,
      wordCount: listWords(bodyText(body)).length,
      isHeadlineOnly,
      status,
      publishAt: isPublished ? publishedAt : null,
      publishedAt: isPublished ? publishedAt : null,
      withdrawnAt: status === 'withdrawn' ? publishedAt : null,
      notedChangeAt: latestOf([story.notedChangeAt, ...corrections.map((each) => each.at)]),
      categoryId,
      sourceId,
      leadImageId,
      leadWords,
      importKey: importKey ?? null,
      bylines: {
        create: story.contributorIds.map((contributorId, position) => ({
          contributorId,
          position,
        })),
      },
      topics: { create: story.topicIds.map((topicId) => ({ topicId })) },
      corrections: { create: corrections },
      ownerId: userIdOf(story.actor),
      revisions: {
        create: {
          number: 1,
          snapshot: snapshotOf(story),
          reason: story.reason,
          actorId: userIdOf(story.actor),
          actorName: story.actor?.name ?? null,
        },
      },
    },
  })
  await indexStoryForSearch(tx, article.id, story)
  return article.id
}

/** Gives a story that was known only by its headline the rest. */
export async function completeStory(
  tx: TransactionClient,
  id: number,
  story: NewStory,
): Promise<void> {
  const last = await tx.revision.aggregate({
    where: { articleId: id },
    _max: { number: true },
  })
  await tx.byline.deleteMany({ where: { articleId: id } })
  await tx.article.update({
    where: { id },
    data: {
      body: story.body,
      wordCount: listWords(bodyText(story.body)).length,
      isHeadlineOnly: false,
      publishAt: story.publishedAt,
      publishedAt: story.publishedAt,
      notedChangeAt: story.notedChangeAt ?? null,
      categoryId: story.categoryId,
      sourceId: story.sourceId,
      importKey: story.importKey ?? null,
      version: { increment: 1 },
      bylines: {
        create: story.contributorIds.map((contributorId, position) => ({
          contributorId,
          position,
        })),
      },
      revisions: {
        create: {
          number: (last._max.number ?? 0) + 1,
          snapshot: snapshotOf(story),
          reason: story.reason,
        },
      },
    },
  })
  await indexStoryForSearch(tx, id, story)
}
