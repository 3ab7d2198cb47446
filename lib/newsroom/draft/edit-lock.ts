import 'server-only'
import type { LockedStory } from '@/lib/articles/save-story'
import type { Actor } from '@/lib/auth/permissions'
import type { TransactionClient } from '@/lib/db/client'
import { presenceGraceMs, presenceTimeoutMs, presentSince } from './working-copy'
import { type CopyRow, contentOfStory, findCopy } from './working-copy-rows'

/** One open editor: a user in one tab. */
export type EditSession = { actor: Actor; tab: string; now: Date }

/** Records that the user has the story open in this tab, and deletes the tabs that timed out. */
export async function recordPresence(
  tx: TransactionClient,
  articleId: number,
  { actor, tab, now }: EditSession,
) {
  await tx.presence.deleteMany({ where: { articleId, seenAt: { lt: presentSince(now) } } })
  await tx.$executeRaw`
    INSERT INTO "Presence" ("articleId", "tab", "userId", "seenAt") VALUES (${articleId}, ${tab}, ${actor.id}, ${now})
    ON CONFLICT ("articleId", "tab") DO UPDATE SET "seenAt" = GREATEST("Presence"."seenAt", EXCLUDED."seenAt")
    WHERE "Presence"."userId" = EXCLUDED."userId"`
}

/** Records that the tab is closing. Its presence expires after a short grace period, so that a reload keeps it. */
export async function recordLeaving(
  tx: TransactionClient,
  articleId: number,
  { actor, tab, now }: EditSession,
) {
  const seenAt = new Date(now.getTime() - presenceTimeoutMs + presenceGraceMs)
  await tx.presence.updateMany({
    where: { articleId, tab, userId: actor.id, seenAt: { gt: seenAt } },
    data: { seenAt },
  })
}

export const holdsLock = (copy: CopyRow, { actor, tab }: Pick<EditSession, 'actor' | 'tab'>) =>
  copy.lockHolderId === actor.id && copy.lockHolderTab === tab

/** Whether the edit lock has no holder, or its holder is no longer present. */
export async function isLockFree(
  tx: TransactionClient,
  copy: CopyRow,
  now: Date,
): Promise<boolean> {
  if (!copy.lockHolderTab || !copy.lockHolderId) return true
  const holder = await tx.presence.count({
    where: {
      articleId: copy.articleId,
      tab: copy.lockHolderTab,
      userId: copy.lockHolderId,
      seenAt: { gte: presentSince(now) },
    },
  })
  return holder === 0
}

export async function acquireLock(
  tx: TransactionClient,
  articleId: number,
  { actor, tab }: EditSession,
) {
  await tx.workingCopy.update({
    where: { articleId },
    data: { lockHolderId: actor.id, lockHolderTab: tab },
  })
}

/** Releases the edit lock, whichever tab holds it: another user writes next. */
export async function releaseLock(tx: TransactionClient, articleId: number) {
  await tx.workingCopy.updateMany({
    where: { articleId },
    data: { lockHolderId: null, lockHolderTab: null },
  })
}

/** Rebases the working copy on a story that was changed without it; unsaved changes are kept as a conflict copy. */
async function rebaseCopy(tx: TransactionClient, story: LockedStory, copy: CopyRow, now: Date) {
  const { content, version, isChanged, savedById, savedAt } = copy
  if (isChanged) {
    const writer = savedById && (await tx.user.findUnique({ where: { id: savedById } }))
    const actor = { byId: savedById, byName: writer ? writer.name : '' }
    const conflictCopy = {
      articleId: story.id,
      content,
      baseVersion: version,
      at: savedAt,
      ...actor,
    }
    await tx.conflictCopy.create({ data: conflictCopy })
  }
  await tx.workingCopy.update({
    where: { articleId: story.id },
    data: {
      content: await contentOfStory(tx, story.id),
      baseVersion: story.version,
      version: version + 1,
      attempts: [],
      isChanged: false,
      savedAt: now,
      savedById: null,
    },
  })
}

/** The story's working copy. Creates a missing one, and rebases one that is based on an older version of the story. */
export async function openCopy(
  tx: TransactionClient,
  story: LockedStory,
  now: Date,
): Promise<CopyRow> {
  const copy = await findCopy(tx, story.id)
  if (copy?.baseVersion === story.version) return copy
  if (copy) await rebaseCopy(tx, story, copy, now)
  else
    await tx.workingCopy.create({
      data: {
        articleId: story.id,
        content: await contentOfStory(tx, story.id),
        baseVersion: story.version,
        savedAt: now,
      },
    })
  return openCopy(tx, story, now)
}
