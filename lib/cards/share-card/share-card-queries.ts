import 'server-only'
import { leadPictureOf, summarySelect } from '@/lib/articles/rows'
import { db } from '@/lib/db/client'
import { findFile, originalPath } from '@/lib/media/files/file-store'
import { findPaperName } from '@/lib/paper/queries'
import { type CardAddress, cardHash, type ShareCardStory, shareCardTexts } from './share-card'
import { drawShareCard } from './share-card-drawing'
import { deleteStoredCards, findStoredCard, renderAndStoreCard } from './stored-cards'

/** The result at a card's address: the current card with its hash, or the withdrawal of its story. */
export type ShareCardResult = { kind: 'card'; bytes: Buffer; hash: string } | { kind: 'withdrawn' }

type FoundStory = { kind: 'public'; story: ShareCardStory; paper: { name: string } }

async function findStory(
  id: number,
  now: Date,
): Promise<FoundStory | { kind: 'withdrawn' } | null> {
  const select = { ...summarySelect, status: true }
  const row = await db().article.findUnique({ where: { id }, select })
  if (row?.status === 'withdrawn') return { kind: 'withdrawn' }
  if (!row?.publicAt || row.publicAt > now) return null
  const { publicAt, leadImage, leadWords, ...story } = row
  const image = leadPictureOf({ leadImage, leadWords })
  return {
    kind: 'public',
    story: { ...story, publicAt, image },
    paper: { name: await findPaperName() },
  }
}

/** Draws the card of any story without storing it. */
export async function drawCardOf(story: ShareCardStory, paper: { name: string }): Promise<Buffer> {
  const { image } = story
  const original = image && (await findFile(originalPath(image.hash)))
  const picture = image && original ? { bytes: original, dimensions: image } : null
  return drawShareCard(shareCardTexts(story, paper), picture)
}

/**
 * The card of a story, drawn on the first request and then stored. Every address of it gives the current card, so that
 * old addresses keep working and never show an outdated headline. Null when there is no such public story.
 * @throws Error when the database does not answer and the card is not stored
 */
export async function findShareCard(
  address: CardAddress,
  now: Date,
): Promise<ShareCardResult | null> {
  const { id } = address
  let found: Awaited<ReturnType<typeof findStory>>
  try {
    found = await findStory(id, now)
  } catch (error) {
    // Cached pages survive an outage of the database; so does the card that they link.
    const stored = await findStoredCard(address)
    if (stored) return { kind: 'card', bytes: stored, hash: address.hash }
    throw error
  }
  if (!found) return null
  if (found.kind === 'withdrawn') {
    await deleteStoredCards(id)
    return found
  }
  const { story, paper } = found
  const present = { id, hash: cardHash(story, paper) }
  const bytes =
    (await findStoredCard(present)) ??
    (await renderAndStoreCard(present, () => drawCardOf(story, paper)))
  return { kind: 'card', bytes, hash: present.hash }
}
