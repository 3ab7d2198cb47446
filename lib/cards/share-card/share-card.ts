import { createHash } from 'node:crypto'
import { formatDate } from '@/lib/bengali/calendar/dates'
import { readNumber, type StorySummary } from '@/lib/content-model/article'
import { focusOf } from '@/lib/media/files/crop'
import type { Paper } from '@/lib/paper/paper'

/** The size at which other sites show the card, in pixels. */
export const shareCardSize = { width: 1200, height: 630 } as const

/** A story as far as its card shows it. */
export type ShareCardStory = Pick<StorySummary, 'id' | 'headline' | 'publicAt' | 'image'> & {
  category: Pick<StorySummary['category'], 'name'>
}

/** The words on a card. */
export type ShareCardTexts = { headline: string; category: string; paper: string; date: string }

// Counts up when the same words and picture are to look otherwise: all cards have new addresses then.
const designVersion = 1

export const shareCardTexts = (
  story: ShareCardStory,
  paper: Pick<Paper, 'name'>,
): ShareCardTexts => ({
  headline: story.headline,
  category: story.category.name,
  paper: paper.name,
  date: formatDate(story.publicAt),
})

const hashLength = 12

/** A hash of everything that is drawn: other words, another picture or another crop give another hash. */
export function cardHash(story: ShareCardStory, paper: Pick<Paper, 'name'>): string {
  const { headline, category, paper: name, date } = shareCardTexts(story, paper)
  const picture = story.image && [story.image.hash, ...Object.values(focusOf(story.image))]
  const drawn = JSON.stringify([designVersion, headline, category, name, date, picture])
  return createHash('sha256').update(drawn).digest('hex').slice(0, hashLength)
}

/**
 * The current address of a story's card. The address changes with everything the card shows; older addresses serve
 * the current card too.
 * @see docs/decisions/015-share-cards.md
 */
export const shareCardPath = (story: ShareCardStory, paper: Pick<Paper, 'name'>): string =>
  cardPath({ id: story.id, hash: cardHash(story, paper) })

export type CardAddress = { id: number; hash: string }

const cardPath = ({ id, hash }: CardAddress) => `/media/card/${id}-${hash}.jpg`

/** Reads `{number}-{hash}.jpg`; null for what no card can have. */
export function readCardAddress(file: string): CardAddress | null {
  const [, number = '', hash] = /^(\d+)-([0-9a-f]{12})\.jpg$/.exec(file) ?? []
  const id = readNumber(number)
  return id && hash ? { id, hash } : null
}
