import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/roles'
import type { DbSession } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Done, Refusal } from '@/lib/outcome'
import { isPublic, publicAt } from './article'
import type { Body } from './body'
import { accountOf, snapshotOf } from './commands'
import type { storyRef } from './input'
import type { LifeState } from './life'
import { closeListsOf, findPlace } from './placement-queries'
import { indexStory } from './search-index'

/** A story as a command finds it. Until the command ends nobody else changes it. */
export type LockedStory = LifeState & {
  id: number
  version: number
  publishedAt: Date | null
  categoryId: number
  ownerId: string | null
  trashedAt: Date | null
}

/** What is to be written of a story. */
export type Save = {
  data: Prisma.ArticleUncheckedUpdateInput
  /** What the revision says of it. */
  reason: string
  /** What is written has changed, not only the story's life: a working copy begun from the old words is outdated. */
  isEdit?: boolean
  /** What readers search has changed. */
  isReworded?: boolean
  /** Rows of other tables that belong to the save. */
  beside?: () => Promise<unknown>
  /** Nobody wrote anything: who is writing in the story at that moment is not to find it outdated. */
  keepsVersion?: boolean
}

/** Who saves, and when. */
export type Hand = { actor: Actor; now: Date }

export type StoryDone = Done & Required<Pick<Done, 'story'>>

/** Holds the story, so that nobody else changes it or its working copy before the transaction ends. */
export async function lockStory(session: DbSession, id: number): Promise<LockedStory | null> {
  const [story] = await session.$queryRaw<LockedStory[]>`
    SELECT "id", "version", "status"::text AS "status", "publishAt", "embargoUntil", "publishedAt", "categoryId",
           "ownerId", "trashedAt", "body" = '[]' AS "isEmpty"
    FROM "Article" WHERE "id" = ${id} FOR NO KEY UPDATE`
  return story ?? null
}

/** Time publishes a planned story, not a command; the next save, at the latest the clock's, writes down that it happened. */
function settled(story: LockedStory, now: Date): Prisma.ArticleUncheckedUpdateInput {
  return story.status === 'scheduled' && isPublic(story, now)
    ? { status: 'published', publishedAt: publicAt(story) }
    : {}
}

/** The story as it now stands becomes its next revision. */
async function keepRevision(
  session: DbSession,
  id: number,
  actor: Actor,
  { reason, isReworded }: Save,
) {
  const { bylines, topics, revisions, ...story } = await session.article.findUniqueOrThrow({
    where: { id },
    include: {
      bylines: { orderBy: { position: 'asc' } },
      topics: { orderBy: { topicId: 'asc' } },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  // What `bodyInput` let in; the column takes nothing else.
  const words = { ...story, body: story.body as Body }
  const snapshot = snapshotOf({
    ...words,
    contributorIds: bylines.map((byline) => byline.contributorId),
    topicIds: topics.map((link) => link.topicId),
  })
  const number = (revisions[0]?.number ?? 0) + 1
  await session.revision.create({
    data: {
      articleId: id,
      number,
      snapshot,
      reason,
      actorId: accountOf(actor),
      actorName: actor.name,
    },
  })
  if (isReworded) await indexStory(session, id, words)
}

/** The words are what they were: what is being written from them is as new as before. */
async function carryCopyAlong(session: DbSession, story: LockedStory, version: number) {
  await session.workingCopy.updateMany({
    where: { articleId: story.id, baseVersion: story.version },
    data: { baseVersion: version },
  })
}

/**
 * One save of one story: refused when somebody else saved since its editor looked, or when it lies in the trash; else
 * written with the next version and a revision, its lists' full pages closed. Answers what must be expired: nothing for a story that no list holds.
 */
export async function saveStory(
  session: DbSession,
  { actor, now }: Hand,
  { id, expectedVersion }: z.output<typeof storyRef>,
  decide: (story: LockedStory) => Promise<Save | Refusal> | Save | Refusal,
): Promise<StoryDone | Refusal> {
  const story = await lockStory(session, id)
  if (!story) return 'noSuchStory'
  if (expectedVersion !== null && expectedVersion !== story.version) return 'outdated'
  const save = await decide(story)
  if (typeof save === 'string') return save
  if (story.trashedAt && save.data.trashedAt === undefined) return 'trashed'
  const before = await findPlace(session, id)
  const version = story.version + (save.keepsVersion ? 0 : 1)
  await session.article.update({
    where: { id },
    data: { ...settled(story, now), ...save.data, version },
  })
  await save.beside?.()
  if (!save.isEdit) await carryCopyAlong(session, story, version)
  await keepRevision(session, id, actor, save)
  const after = await findPlace(session, id)
  await closeListsOf(session, [before, after], now)
  return {
    change: {
      kind: 'article',
      before: before?.placement ?? null,
      after: after?.placement ?? null,
    },
    story: { id, version },
  }
}
