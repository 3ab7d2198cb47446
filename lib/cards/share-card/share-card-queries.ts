import 'server-only'
import { summarySelect } from '@/lib/articles/rows'
import { db } from '@/lib/db/client'
import { findFile, originalPath } from '@/lib/media/files/file-store'
import { findPaperName } from '@/lib/paper/queries'
import { type CardAddress, cardHash, type ShareCardStory, shareCardTexts } from './share-card'
import { drawShareCard } from './share-card-drawing'
import { deleteStoredCards, findStoredCard, renderAndStoreCard } from './stored-cards'

/** What a card's address leads to: the card as it is now, by its present hash, or that the story was withdrawn. */
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
  const { publicAt, leadImage: image, ...story } = row
  return {
    kind: 'public',
    story: { ...story, publicAt, image },
    paper: { name: await findPaperName() },
  }
}

/** Draws the card of a story, whether readers have it or not, and keeps nothing. */
export async function drawCardOf(story: ShareCardStory, paper: { name: string }): Promise<Buffer> {
  const { image } = story
  const original = image && (await findFile(originalPath(image.hash)))
  const picture = image && original ? { bytes: original, dimensions: image } : null
  return drawShareCard(shareCardTexts(story, paper), picture)
}

/**
 * The card of a story: drawn when it is first asked for, then kept. Any address of it leads to the card as it is now, so
 * that old ones go on answering, show no headline that was taken back, and have nothing drawn that is not there already.
 * Null where readers have no such story.
 * @throws Error when the database cannot be asked and the card is not kept
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
    // Readers' documents outlive the database's bad day; so does the card that they name.
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
