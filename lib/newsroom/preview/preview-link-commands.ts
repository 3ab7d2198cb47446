import 'server-only'
import type { z } from 'zod'
import { lockStory, type StoryResult } from '@/lib/articles/save-story'
import { checkRead } from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import type { Db } from '@/lib/db/client'
import { openStory } from '@/lib/newsroom/draft/working-copy-queries'
import type { Outcome, Refusal } from '@/lib/outcome'
import { maxLinks } from './preview-link'
import { createLinkInput, revokeLinkInput } from './preview-link-input'
import { validLinkWhere } from './preview-link-queries'

const hourMs = 3_600_000

// Nothing that a reader's document shows.
const unseen = { kind: 'article' as const, before: null, after: null }

type LinkDone = StoryResult & { linkId: string }

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
  return runCommand(db, actor, {
    name: 'createPreviewLink',
    permission: 'preview',
    schema: createLinkInput,
    input,
    run: async (tx, { articleId, key, hours, copyVersion }, actor): Promise<LinkDone | Refusal> => {
      const story = await lockStory(tx, articleId)
      if (!story) return 'noSuchStory'
      const refusal = checkRead(actor, story)
      if (refusal) return refusal
      const done = { change: unseen, story: { id: articleId, version: story.version } }
      const same = await tx.previewLink.findUnique({ where: { id: key } })
      if (same) {
        const isTheirs = same.articleId === articleId && same.createdById === actor.id
        return isTheirs ? { ...done, linkId: key } : 'invalid'
      }
      if (story.trashedAt) return 'trashed'
      if (story.status === 'withdrawn') return 'withdrawn'
      const validCount = await tx.previewLink.count({
        where: { articleId, ...validLinkWhere(now) },
      })
      if (validCount >= maxLinks) return 'tooManyLinks'
      const { content, state } = await openStory(tx, articleId, now)
      if (copyVersion !== null && copyVersion !== state.copyVersion) return 'outdated'
      await tx.previewLink.create({
        data: {
          ...{ id: key, articleId, content, createdById: actor.id, createdAt: now },
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
): Promise<Outcome<StoryResult>> {
  return runCommand(db, actor, {
    name: 'revokePreviewLink',
    permission: 'preview',
    schema: revokeLinkInput,
    input,
    run: async (tx, { articleId, id }, actor): Promise<StoryResult | Refusal> => {
      const story = await lockStory(tx, articleId)
      if (!story) return 'noSuchStory'
      const refusal = checkRead(actor, story)
      if (refusal) return refusal
      const link = await tx.previewLink.findFirst({ where: { id, articleId } })
      if (!link) return 'noSuchLink'
      if (!link.revokedAt) {
        await tx.previewLink.update({ where: { id }, data: { revokedAt: now } })
      }
      return { change: unseen, story: { id: articleId, version: story.version } }
    },
  })
}
