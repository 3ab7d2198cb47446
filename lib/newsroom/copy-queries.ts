import 'server-only'
import { isPublic } from '@/lib/articles/article'
import { whyNotRead } from '@/lib/articles/life'
import type { Actor } from '@/lib/auth/roles'
import type { DbSession } from '@/lib/db/client'
import { db } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import type { StoryContent } from './content'
import { contentOfStory, findCopy } from './copy-rows'
import { type OpenStory, presentSince, type StoryState, wasPublic } from './working-copy'

/** Where the story stands, for those who have it open. @throws Error when there is no such story */
export async function stateOfStory(session: DbSession, id: number, now: Date): Promise<StoryState> {
  const {
    workingCopy: copy,
    presences,
    parkedCopies,
    ...story
  } = await session.article.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, version: true, status: true, ownerId: true, trashedAt: true },
      ...{ publishAt: true, embargoUntil: true, publishedAt: true },
      workingCopy: {
        select: {
          ...{ version: true, isChanged: true, savedAt: true, holderTab: true, holderId: true },
          savedBy: { select: { name: true } },
        },
      },
      presences: {
        where: { seenAt: { gte: presentSince(now) } },
        orderBy: [{ seenAt: 'asc' }, { tab: 'asc' }],
        select: { tab: true, userId: true, user: { select: { name: true } } },
      },
      parkedCopies: {
        where: { settledAt: null },
        orderBy: { id: 'asc' },
        select: { id: true, byId: true, byName: true, at: true },
      },
    },
    relationLoadStrategy: 'join',
  })
  const here = presences.map(({ user, ...seat }) => ({ ...seat, name: user.name }))
  const holds = (seat: { tab: string; userId: string }) =>
    seat.tab === copy?.holderTab && seat.userId === copy.holderId
  return {
    id,
    version: story.version,
    status: story.status,
    publishAt: story.publishAt,
    isPublic: isPublic(story, now),
    wasPublic: wasPublic(story, now),
    ownerId: story.ownerId,
    trashedAt: story.trashedAt,
    copyVersion: copy?.version ?? 0,
    isChanged: copy?.isChanged ?? false,
    savedAt: copy?.savedBy ? copy.savedAt : null,
    savedBy: copy?.savedBy?.name ?? null,
    pen: here.find(holds) ?? null,
    here: here.toSorted((a, b) => (a.tab < b.tab ? -1 : 1)),
    parked: parkedCopies,
  }
}

/** State and words together, from one transaction or after it. @throws Error when there is no such story */
export async function openStory(session: DbSession, id: number, now: Date): Promise<OpenStory> {
  const state = await stateOfStory(session, id, now)
  const copy = await findCopy(session, id)
  const own = await contentOfStory(session, id)
  const content = copy?.content ?? own
  return {
    state,
    // A story that readers have had is moved, not edited, into another category.
    content: state.wasPublic ? { ...content, category: own.category } : content,
    attempts: copy?.attempts ?? [],
  }
}

/** Why `actor` may not look into the story's making; null when they may. */
export async function whyNotLook(actor: Actor, id: number): Promise<Refusal | null> {
  const story = await db().article.findUnique({ where: { id }, select: { ownerId: true } })
  return story ? whyNotRead(actor, story) : 'noSuchStory'
}

/** The story as `actor` may look at it, or why they may not. */
export async function findOpenStory(
  actor: Actor,
  id: number,
  now: Date,
): Promise<OpenStory | Refusal> {
  return (await whyNotLook(actor, id)) ?? openStory(db(), id, now)
}

export async function findStoryState(
  actor: Actor,
  id: number,
  now: Date,
): Promise<StoryState | Refusal> {
  return (await whyNotLook(actor, id)) ?? stateOfStory(db(), id, now)
}

/** A text that was put aside and not yet chosen from. */
export async function findParkedContent(
  actor: Actor,
  articleId: number,
  parkedId: number,
): Promise<StoryContent | Refusal> {
  const refusal = await whyNotLook(actor, articleId)
  if (refusal) return refusal
  const row = await db().parkedCopy.findFirst({
    where: { id: parkedId, articleId, settledAt: null },
  })
  return row ? (row.content as StoryContent) : 'noSuchParked'
}
