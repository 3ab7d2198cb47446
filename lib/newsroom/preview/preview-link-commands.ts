import 'server-only'
import { lockStory } from '@/lib/articles/save-story'
import { checkRead } from '@/lib/articles/workflow'
import { defineCommand } from '@/lib/commands/command'
import { openStory } from '@/lib/newsroom/draft/working-copy-queries'
import { maxLinks } from './preview-link'
import { createLinkInput, revokeLinkInput } from './preview-link-input'
import { validLinkWhere } from './preview-link-queries'

const hourMs = 3_600_000

// No reader's page changes.
const unseen = { kind: 'article' as const, before: null, after: null }

/**
 * Makes a link with which somebody without an account sees the working copy as it is now, for a number of hours. The
 * same form sent again returns the same link. The link shows no later change of the story, and nothing once it is
 * withdrawn or in the trash.
 */
export const createPreviewLink = defineCommand({
  name: 'createPreviewLink',
  permission: 'preview',
  input: createLinkInput,
  run: async ({ tx, actor, now }, { articleId, key, hours, copyVersion }) => {
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
        id: key,
        articleId,
        content,
        createdById: actor.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + hours * hourMs),
      },
    })
    return { ...done, linkId: key }
  },
})

/** From now on the link leads nowhere. Doing it again changes nothing. */
export const revokePreviewLink = defineCommand({
  name: 'revokePreviewLink',
  permission: 'preview',
  input: revokeLinkInput,
  run: async ({ tx, actor, now }, { articleId, id }) => {
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
