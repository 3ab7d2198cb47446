import 'server-only'
import type { LockedStory } from '@/lib/articles/save'
import type { Actor } from '@/lib/auth/roles'
import type { DbSession } from '@/lib/db/client'
import { type CopyRow, contentOfStory, findCopy } from './copy-rows'
import { presenceGraceMs, presenceLifeMs, presentSince } from './working-copy'

/** A tab, and who sits at it. */
export type Seat = { by: Actor; tab: string; now: Date }

/** They have the story open. Takes out who has gone. */
export async function bePresent(session: DbSession, articleId: number, { by, tab, now }: Seat) {
  await session.presence.deleteMany({ where: { articleId, seenAt: { lt: presentSince(now) } } })
  await session.$executeRaw`
    INSERT INTO "Presence" ("articleId", "tab", "userId", "seenAt") VALUES (${articleId}, ${tab}, ${by.id}, ${now})
    ON CONFLICT ("articleId", "tab") DO UPDATE SET "seenAt" = GREATEST("Presence"."seenAt", EXCLUDED."seenAt")
    WHERE "Presence"."userId" = EXCLUDED."userId"`
}

/** They are going; unless they are back in a moment (the page is only loaded anew), they are gone. */
export async function beLeaving(session: DbSession, articleId: number, { by, tab, now }: Seat) {
  const seenAt = new Date(now.getTime() - presenceLifeMs + presenceGraceMs)
  await session.presence.updateMany({
    where: { articleId, tab, userId: by.id, seenAt: { gt: seenAt } },
    data: { seenAt },
  })
}

export const holdsPen = (copy: CopyRow, { by, tab }: Pick<Seat, 'by' | 'tab'>) =>
  copy.holderId === by.id && copy.holderTab === tab

/** Whether whoever had the pen is gone, or nobody has it. */
export async function isPenFree(session: DbSession, copy: CopyRow, now: Date): Promise<boolean> {
  if (!copy.holderTab || !copy.holderId) return true
  const holder = await session.presence.count({
    where: {
      articleId: copy.articleId,
      tab: copy.holderTab,
      userId: copy.holderId,
      seenAt: { gte: presentSince(now) },
    },
  })
  return holder === 0
}

export async function givePen(session: DbSession, articleId: number, { by, tab }: Seat) {
  await session.workingCopy.update({
    where: { articleId },
    data: { holderId: by.id, holderTab: tab },
  })
}

/** The story's words were changed past its working copy: what was written in that is put aside, to be chosen from. */
async function renewCopy(session: DbSession, story: LockedStory, copy: CopyRow, now: Date) {
  const { content, version, isChanged, savedById, savedAt } = copy
  if (isChanged) {
    const writer = savedById && (await session.user.findUnique({ where: { id: savedById } }))
    const by = { byId: savedById, byName: writer ? writer.name : '' }
    const parked = { articleId: story.id, content, onVersion: version, at: savedAt, ...by }
    await session.parkedCopy.create({ data: parked })
  }
  await session.workingCopy.update({
    where: { articleId: story.id },
    data: {
      content: await contentOfStory(session, story.id),
      baseVersion: story.version,
      version: version + 1,
      attempts: [],
      isChanged: false,
      savedAt: now,
      savedById: null,
    },
  })
}

/** The story's working copy, begun when there is none, and begun anew when the story has other words by now. */
export async function beginCopy(
  session: DbSession,
  story: LockedStory,
  now: Date,
): Promise<CopyRow> {
  const copy = await findCopy(session, story.id)
  if (copy?.baseVersion === story.version) return copy
  if (copy) await renewCopy(session, story, copy, now)
  else
    await session.workingCopy.create({
      data: {
        articleId: story.id,
        content: await contentOfStory(session, story.id),
        baseVersion: story.version,
        savedAt: now,
      },
    })
  return beginCopy(session, story, now)
}
