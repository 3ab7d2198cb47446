import 'server-only'
import type { z } from 'zod'
import { type Actor, checkScope, type Permission, userIdOf } from '@/lib/auth/permissions'
import { isPublic, publicAt } from '@/lib/content-model/article'
import type { Body } from '@/lib/content-model/body'
import type { storyRef } from '@/lib/content-model/input'
import type { PictureWords } from '@/lib/content-model/picture-words'
import type { TransactionClient } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { CommandResult, Refusal } from '@/lib/outcome'
import { closeListsOf, findListings } from '@/lib/public-lists/placement-queries'
import { indexStoryForSearch } from '@/lib/search-index/index-story'
import { snapshotOf } from './add-story'
import { type RelatedRows, writeRelatedRows } from './related-rows'
import type { WorkflowState } from './workflow'

/** A story as a command finds it. Until the command ends nobody else changes it. */
export type LockedStory = WorkflowState & {
  id: number
  version: number
  publishedAt: Date | null
  categoryId: number
  ownerId: string | null
  trashedAt: Date | null
}

/** The changes of a story that a command writes. */
export type StoryUpdate = RelatedRows & {
  data: Prisma.ArticleUncheckedUpdateInput
  /** The reason of the revision. */
  reason: string
  /** The content changes, not only the status: a working copy that began from the old content is outdated. */
  isEdit?: boolean
  /** The searched text changes. */
  isReworded?: boolean
  /** The text is unchanged: the working copy of an editor who is writing must not become outdated. */
  keepsVersion?: boolean
}

/** The actor of a save, and its time. */
export type SaveContext = { actor: Actor; now: Date }

export type StoryResult = CommandResult & Required<Pick<CommandResult, 'story'>>

/** Holds the story, so that nobody else changes it or its working copy before the transaction ends. */
export async function lockStory(tx: TransactionClient, id: number): Promise<LockedStory | null> {
  const [story] = await tx.$queryRaw<LockedStory[]>`
    SELECT "id", "version", "status"::text AS "status", "publishAt", "embargoUntil", "publishedAt", "categoryId",
           "ownerId", "trashedAt", "body" = '[]' AS "isEmpty"
    FROM "Article" WHERE "id" = ${id} FOR NO KEY UPDATE`
  return story ?? null
}

/** Time publishes a planned story, not a command; the next save, at the latest the scheduler's, records that it happened. */
function finalizedFields(story: LockedStory, now: Date): Prisma.ArticleUncheckedUpdateInput {
  return story.status === 'scheduled' && isPublic(story, now)
    ? { status: 'published', publishedAt: publicAt(story) }
    : {}
}

/** The story as it now stands becomes its next revision. */
async function addRevision(
  tx: TransactionClient,
  id: number,
  actor: Actor,
  { reason, isReworded }: StoryUpdate,
) {
  const { bylines, topics, revisions, ...story } = await tx.article.findUniqueOrThrow({
    where: { id },
    include: {
      bylines: { orderBy: { position: 'asc' } },
      topics: { orderBy: { topicId: 'asc' } },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  // What `bodyInput` let in; the column takes nothing else.
  const words = {
    ...story,
    body: story.body as Body,
    leadWords: story.leadWords as PictureWords,
  }
  const snapshot = snapshotOf({
    ...words,
    contributorIds: bylines.map((byline) => byline.contributorId),
    topicIds: topics.map((link) => link.topicId),
  })
  const number = (revisions[0]?.number ?? 0) + 1
  await tx.revision.create({
    data: {
      articleId: id,
      number,
      snapshot,
      reason,
      actorId: userIdOf(actor),
      actorName: actor.name,
    },
  })
  if (isReworded) await indexStoryForSearch(tx, id, words)
}

/** The words are what they were: what is being written from them is as new as before. */
async function rebaseWorkingCopy(tx: TransactionClient, story: LockedStory, version: number) {
  await tx.workingCopy.updateMany({
    where: { articleId: story.id, baseVersion: story.version },
    data: { baseVersion: version },
  })
}

/** The actor of a command, and the permission that the command needs for the story. */
export type StoryRight = { actor: Actor; permission: Permission }

/**
 * Locks the story for a save; refused when somebody else saved since its editor looked. The right is checked first: other
 * refusals would describe another's story.
 */
export async function lockVersion(
  tx: TransactionClient,
  { actor, permission }: StoryRight,
  { id, expectedVersion }: z.output<typeof storyRef>,
): Promise<LockedStory | Refusal> {
  const story = await lockStory(tx, id)
  if (!story) return 'noSuchStory'
  const refusal = checkScope(actor, permission, story.ownerId)
  if (refusal) return refusal
  return expectedVersion !== null && expectedVersion !== story.version ? 'outdated' : story
}

/**
 * Writes a locked story as its next version with a revision, and closes the full pages of its lists. Refused for a story
 * in the trash. The result says what to invalidate: nothing for a story that no list holds.
 */
export async function writeStory(
  tx: TransactionClient,
  { actor, now }: SaveContext,
  story: LockedStory,
  update: StoryUpdate,
): Promise<StoryResult | Refusal> {
  const { id } = story
  if (story.trashedAt && update.data.trashedAt === undefined) return 'trashed'
  const before = await findListings(tx, id)
  const version = story.version + (update.keepsVersion ? 0 : 1)
  await tx.article.update({
    where: { id },
    data: { ...finalizedFields(story, now), ...update.data, version },
  })
  await writeRelatedRows(tx, { actor, now }, story, update)
  if (!update.isEdit) await rebaseWorkingCopy(tx, story, version)
  await addRevision(tx, id, actor, update)
  const after = await findListings(tx, id)
  await closeListsOf(tx, [before, after], now)
  return {
    change: {
      kind: 'article',
      before: before?.placement ?? null,
      after: after?.placement ?? null,
    },
    story: { id, version },
  }
}
