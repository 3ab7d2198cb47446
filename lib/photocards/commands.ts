import 'server-only'
import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { type LockedStory, lockStory } from '@/lib/articles/save-story'
import { type Actor, userIdOf } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import { publicAt } from '@/lib/content-model/article'
import type { TransactionClient } from '@/lib/db/client'
import { makePhotocardInput } from './input'
import { checkPhotocard, collapseWhitespace, newPhotocardCode } from './photocard'

type MakeRequest = z.output<typeof makePhotocardInput>

// A popular story has a dozen; the limit bounds what a runaway script can create.
const maxCardsOfStory = 200

/** The card that the same form created before, if it did. A form belongs to one user and one story. */
async function findExistingCard(
  tx: TransactionClient,
  { key, articleId }: MakeRequest,
  actor: Actor,
) {
  const existing = await tx.photocard.findUnique({ where: { key } })
  if (!existing) return null
  const isOwn = existing.articleId === articleId && existing.madeById === userIdOf(actor)
  return isOwn ? { code: existing.code } : { refusal: 'invalid' as const }
}

/** The fields of the card that come from the story, or the refusal. */
async function readStoryForCard(
  tx: TransactionClient,
  story: LockedStory,
  { words, hasPicture }: MakeRequest,
) {
  const refusal = checkPhotocard(story)
  const storyAt = publicAt(story)
  if (refusal || !storyAt) return refusal ?? 'notForCards'
  const cards = await tx.photocard.count({ where: { articleId: story.id } })
  if (cards >= maxCardsOfStory) return 'tooManyCards'
  const { headline, category, leadImageId } = await tx.article.findUniqueOrThrow({
    where: { id: story.id },
    select: { headline: true, leadImageId: true, category: { select: { name: true } } },
  })
  const isOutdated =
    words.template === 'headline' && words.headline !== collapseWhitespace(headline)
  if (isOutdated) return 'outdated'
  return { headline, category: category.name, storyAt, imageId: hasPicture ? leadImageId : null }
}

/**
 * Creates a photocard of a published or scheduled story. Refused as outdated when the headline changed after the
 * preview. The same form sent twice gives the same card.
 */
export const makePhotocard = defineCommand({
  name: 'makePhotocard',
  permission: 'photocard',
  input: makePhotocardInput,
  run: async ({ tx, actor, now }, request) => {
    const { articleId, words, size, key } = request
    const story = await lockStory(tx, articleId)
    if (!story) return 'noSuchStory'
    const existing = await findExistingCard(tx, request, actor)
    if (existing?.refusal) return existing.refusal
    const code = existing?.code ?? newPhotocardCode((most) => randomInt(most))
    if (!existing) {
      const storyFields = await readStoryForCard(tx, story, request)
      if (typeof storyFields === 'string') return storyFields
      const creation = { madeAt: now, madeById: userIdOf(actor), madeByName: actor.name }
      await tx.photocard.create({
        data: { code, articleId, size, words, key, ...storyFields, ...creation },
      })
    }
    const change = { kind: 'photocard' as const, code }
    return { change, story: { id: articleId, version: story.version }, code }
  },
})
