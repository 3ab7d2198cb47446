import 'server-only'
import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { publicAt } from '@/lib/articles/article'
import { accountOf } from '@/lib/articles/commands'
import { type LockedStory, lockStory, type StoryDone } from '@/lib/articles/save'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db, DbSession } from '@/lib/db/client'
import type { Outcome, Refusal } from '@/lib/outcome'
import { makeInput } from './input'
import { newCode, oneLine, whyNotCard } from './photocard'

type Wish = z.output<typeof makeInput>
type CardDone = StoryDone & { code: string }

// A story that is on every wall has a dozen; this bounds what a mad script can have drawn.
const mostCards = 200

/** The code of the card that the same form made before, if it did; a form is one person's, for one story. */
async function findSame(session: DbSession, { key, articleId }: Wish, by: Actor) {
  const same = await session.photocard.findUnique({ where: { key } })
  if (!same) return null
  const isTheirs = same.articleId === articleId && same.madeById === accountOf(by)
  return isTheirs ? { code: same.code } : { refusal: 'invalid' as const }
}

/** What the story gives to the card, or why it gives nothing. */
async function takeFrom(session: DbSession, story: LockedStory, { words, hasPicture }: Wish) {
  const refusal = whyNotCard(story)
  const storyAt = publicAt(story)
  if (refusal || !storyAt) return refusal ?? 'notForCards'
  const cards = await session.photocard.count({ where: { articleId: story.id } })
  if (cards >= mostCards) return 'tooManyCards'
  const { headline, category, leadImageId } = await session.article.findUniqueOrThrow({
    where: { id: story.id },
    select: { headline: true, leadImageId: true, category: { select: { name: true } } },
  })
  const isOutdated = words.template === 'headline' && words.headline !== oneLine(headline)
  if (isOutdated) return 'outdated'
  return { headline, category: category.name, storyAt, imageId: hasPicture ? leadImageId : null }
}

/**
 * Makes a photocard of a story that readers have, or will have at its hour. What it says is what was looked at: where
 * the headline has changed since, nothing is made. The same form sent again leads to the same card.
 */
export function makePhotocard(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof makeInput>,
  now: Date,
): Promise<Outcome<CardDone>> {
  return perform(db, actor, {
    act: 'makePhotocard',
    deed: 'photocard',
    schema: makeInput,
    input,
    run: async (session, wish, by): Promise<CardDone | Refusal> => {
      const { articleId, words, size, key } = wish
      const story = await lockStory(session, articleId)
      if (!story) return 'noSuchStory'
      const same = await findSame(session, wish, by)
      if (same?.refusal) return same.refusal
      const code = same?.code ?? newCode((most) => randomInt(most))
      if (!same) {
        const taken = await takeFrom(session, story, wish)
        if (typeof taken === 'string') return taken
        const made = { madeAt: now, madeById: accountOf(by), madeByName: by.name }
        await session.photocard.create({
          data: { code, articleId, size, words, key, ...taken, ...made },
        })
      }
      const change = { kind: 'photocard' as const, code }
      return { change, story: { id: articleId, version: story.version }, code }
    },
  })
}
