import 'server-only'
import { summarySelect } from '@/lib/articles/rows'
import { db } from '@/lib/db/client'
import { findFile, originalPath } from '@/lib/media/store'
import { findPaperName } from '@/lib/paper/queries'
import { dropCards, findKeptCard, makeCard } from './kept-cards'
import { type CardAddress, type CardStory, cardHash, cardWords } from './share-card'
import { drawShareCard } from './share-card-drawing'

/** What a card's address leads to: the card as it is now, by its present hash, or that the story was withdrawn. */
export type CardAnswer = { kind: 'card'; bytes: Buffer; hash: string } | { kind: 'withdrawn' }

type FoundStory = { kind: 'public'; story: CardStory; paper: { name: string } }

async function findStory(
  id: number,
  now: Date,
): Promise<FoundStory | { kind: 'withdrawn' } | null> {
  const select = { ...summarySelect, status: true }
  const row = await db().article.findUnique({ where: { id }, select })
  if (row?.status === 'withdrawn') return { kind: 'withdrawn' }
  if (!row?.publicAt || row.publicAt > now) return null
  const { publicAt, leadImage: image, ...story } = row
  return {
    kind: 'public',
    story: { ...story, publicAt, image },
    paper: { name: await findPaperName() },
  }
}

/** Draws the card of a story, whether readers have it or not, and keeps nothing. */
export async function drawCardOf(story: CardStory, paper: { name: string }): Promise<Buffer> {
  const { image } = story
  const original = image && (await findFile(originalPath(image.hash)))
  const picture = image && original ? { bytes: original, measures: image } : null
  return drawShareCard(cardWords(story, paper), picture)
}

/**
 * The card of a story: drawn when it is first asked for, then kept. Any address of it leads to the card as it is now, so
 * that old ones go on answering, show no headline that was taken back, and have nothing drawn that is not there already.
 * Null where readers have no such story.
 * @throws Error when the database cannot be asked and the card is not kept
 */
export async function findShareCard(address: CardAddress, now: Date): Promise<CardAnswer | null> {
  const { id } = address
  let found: Awaited<ReturnType<typeof findStory>>
  try {
    found = await findStory(id, now)
  } catch (error) {
    // Readers' documents outlive the database's bad day; so does the card that they name.
    const kept = await findKeptCard(address)
    if (kept) return { kind: 'card', bytes: kept, hash: address.hash }
    throw error
  }
  if (!found) return null
  if (found.kind === 'withdrawn') {
    await dropCards(id)
    return found
  }
  const { story, paper } = found
  const present = { id, hash: cardHash(story, paper) }
  const bytes =
    (await findKeptCard(present)) ?? (await makeCard(present, () => drawCardOf(story, paper)))
  return { kind: 'card', bytes, hash: present.hash }
}
