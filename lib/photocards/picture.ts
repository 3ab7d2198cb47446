import 'server-only'
import { join } from 'node:path'
import { findFile, keepFile, photocardsFolder } from '@/lib/media/store'
import { makeOnce } from '@/lib/media/variants'
import { drawPhotocard } from './draw'
import { findDrawnCard } from './queries'

/** The picture of a card, and whether readers have its story. */
export type CardPicture = {
  bytes: Buffer
  articleId: number
  isPublic: boolean
  isWithdrawn: boolean
}

/** The picture of that card: drawn once, then kept as it went out; null when there is no such card. */
export async function findPhotocardPicture(code: string, now: Date): Promise<CardPicture | null> {
  const card = await findDrawnCard(code, now)
  if (!card) return null
  const { face, ...about } = card
  const path = join(/* turbopackIgnore: true */ photocardsFolder(), `${code}.jpg`)
  const bytes = (await findFile(path)) ?? (await makeOnce(path, () => drawAndKeep(face, path)))
  return { ...about, bytes }
}

async function drawAndKeep(face: Parameters<typeof drawPhotocard>[0], path: string) {
  const bytes = await drawPhotocard(face)
  await keepFile(path, bytes)
  return bytes
}
