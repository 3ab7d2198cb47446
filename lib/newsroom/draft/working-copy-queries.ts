import 'server-only'
import { checkRead } from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/permissions'
import { isPublic } from '@/lib/content-model/article'
import type { QueryClient } from '@/lib/db/client'
import { db } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { type StoryContent, storedContent } from './story-content'
import {
  type OpenStory,
  presentSince,
  type SentBack,
  type StoryEditState,
  wasPublic,
} from './working-copy'
import { contentOfStory, findCopy } from './working-copy-rows'

/** Where the story stands, for those who have it open. @throws Error when there is no such story */
async function getStoryEditState(tx: QueryClient, id: number, now: Date): Promise<StoryEditState> {
  const {
    workingCopy: copy,
    presences,
    conflictCopies,
    ...story
  } = await tx.article.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      version: true,
      status: true,
      ownerId: true,
      trashedAt: true,
      publishAt: true,
      embargoUntil: true,
      publishedAt: true,
      workingCopy: {
        select: {
          version: true,
          isChanged: true,
          savedAt: true,
          lockHolderTab: true,
          lockHolderId: true,
          savedBy: { select: { name: true } },
        },
      },
      presences: {
        where: { seenAt: { gte: presentSince(now) } },
        orderBy: [{ seenAt: 'asc' }, { tab: 'asc' }],
        select: { tab: true, userId: true, user: { select: { name: true } } },
      },
      conflictCopies: {
        where: { resolvedAt: null },
        orderBy: { id: 'asc' },
        select: { id: true, byId: true, byName: true, at: true },
      },
    },
    relationLoadStrategy: 'join',
  })
  const openTabs = presences.map(({ user, ...openTab }) => ({ ...openTab, name: user.name }))
  const isLockHolder = (openTab: { tab: string; userId: string }) =>
    openTab.tab === copy?.lockHolderTab && openTab.userId === copy.lockHolderId
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
    lockHolder: openTabs.find(isLockHolder) ?? null,
    openTabs: openTabs.toSorted((a, b) => (a.tab < b.tab ? -1 : 1)),
    conflictCopies,
  }
}

/** State and words together, from one transaction or after it. @throws Error when there is no such story */
export async function openStory(tx: QueryClient, id: number, now: Date): Promise<OpenStory> {
  const state = await getStoryEditState(tx, id, now)
  const copy = await findCopy(tx, id)
  const own = await contentOfStory(tx, id)
  const content = copy?.content ?? own
  return {
    state,
    // A story that readers have had is moved, not edited, into another category.
    content: state.wasPublic ? { ...content, category: own.category } : content,
    attempts: copy?.attempts ?? [],
  }
}

/** The refusal when `actor` may not open the story in the newsroom; null when they may. */
export async function checkStoryAccess(actor: Actor, id: number): Promise<Refusal | null> {
  const story = await db().article.findUnique({ where: { id }, select: { ownerId: true } })
  return story ? checkRead(actor, story) : 'noSuchStory'
}

/** The story as `actor` may look at it, or why they may not. */
export async function findOpenStory(
  actor: Actor,
  id: number,
  now: Date,
): Promise<OpenStory | Refusal> {
  return (await checkStoryAccess(actor, id)) ?? openStory(db(), id, now)
}

export async function findStoryEditState(
  actor: Actor,
  id: number,
  now: Date,
): Promise<StoryEditState | Refusal> {
  return (await checkStoryAccess(actor, id)) ?? getStoryEditState(db(), id, now)
}

/** The review note with which the draft was sent back; null when its last note is another. */
export async function findSentBack(articleId: number): Promise<SentBack | null> {
  const last = await db().reviewNote.findFirst({
    where: { articleId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { kind: true, byName: true, note: true },
  })
  return last?.kind === 'sentBack' ? { by: last.byName, note: last.note } : null
}

/** A conflict copy that is not resolved yet. */
export async function findConflictCopyContent(
  actor: Actor,
  articleId: number,
  conflictCopyId: number,
): Promise<StoryContent | Refusal> {
  const refusal = await checkStoryAccess(actor, articleId)
  if (refusal) return refusal
  const row = await db().conflictCopy.findFirst({
    where: { id: conflictCopyId, articleId, resolvedAt: null },
  })
  return row ? storedContent(row.content) : 'noSuchConflictCopy'
}
