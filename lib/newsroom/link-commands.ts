import 'server-only'
import type { z } from 'zod'
import { whyNotRead } from '@/lib/articles/life'
import { lockStory, type StoryDone } from '@/lib/articles/save'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db } from '@/lib/db/client'
import type { Outcome, Refusal } from '@/lib/outcome'
import { openStory } from './copy-queries'
import { mostLinks } from './link'
import { createLinkInput, revokeLinkInput } from './link-input'
import { goodWhere } from './link-queries'

const hourMs = 3_600_000

// Nothing that a reader's document shows.
const unseen = { kind: 'article' as const, before: null, after: null }

type LinkDone = StoryDone & { linkId: string }

/**
 * Lets somebody without an account look at the story as it is in its working copy now, for so many hours. The same form
 * sent again leads to the same link. What comes of the story later is not seen by it, save that it lies in the trash or
 * was withdrawn: then nothing is.
 */
export function createPreviewLink(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof createLinkInput>,
  now: Date,
): Promise<Outcome<LinkDone>> {
  return perform(db, actor, {
    act: 'createPreviewLink',
    deed: 'preview',
    schema: createLinkInput,
    input,
    run: async (
      session,
      { articleId, key, hours, copyVersion },
      by,
    ): Promise<LinkDone | Refusal> => {
      const story = await lockStory(session, articleId)
      if (!story) return 'noSuchStory'
      const refusal = whyNotRead(by, story)
      if (refusal) return refusal
      const done = { change: unseen, story: { id: articleId, version: story.version } }
      const same = await session.previewLink.findUnique({ where: { id: key } })
      if (same) {
        const isTheirs = same.articleId === articleId && same.createdById === by.id
        return isTheirs ? { ...done, linkId: key } : 'invalid'
      }
      if (story.trashedAt) return 'trashed'
      if (story.status === 'withdrawn') return 'withdrawn'
      const good = await session.previewLink.count({ where: { articleId, ...goodWhere(now) } })
      if (good >= mostLinks) return 'tooManyLinks'
      const { content, state } = await openStory(session, articleId, now)
      if (copyVersion !== null && copyVersion !== state.copyVersion) return 'outdated'
      await session.previewLink.create({
        data: {
          ...{ id: key, articleId, content, createdById: by.id, createdAt: now },
          expiresAt: new Date(now.getTime() + hours * hourMs),
        },
      })
      return { ...done, linkId: key }
    },
  })
}

/** From now on the link leads nowhere. Doing it again changes nothing. */
export function revokePreviewLink(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof revokeLinkInput>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'revokePreviewLink',
    deed: 'preview',
    schema: revokeLinkInput,
    input,
    run: async (session, { articleId, id }, by): Promise<StoryDone | Refusal> => {
      const story = await lockStory(session, articleId)
      if (!story) return 'noSuchStory'
      const refusal = whyNotRead(by, story)
      if (refusal) return refusal
      const link = await session.previewLink.findFirst({ where: { id, articleId } })
      if (!link) return 'noSuchLink'
      if (!link.revokedAt) {
        await session.previewLink.update({ where: { id }, data: { revokedAt: now } })
      }
      return { change: unseen, story: { id: articleId, version: story.version } }
    },
  })
}
