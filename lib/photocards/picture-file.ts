import 'server-only'
import { join } from 'node:path'
import { findFile, photocardsFolder, writeFileAtomically } from '@/lib/media/files/file-store'
import { singleFlight } from '@/lib/media/files/variants'
import { drawPhotocard } from '@/lib/photocards/drawing/draw'
import { findPhotocardRecord } from './queries'

export type PhotocardPicture = {
  bytes: Buffer
  articleId: number
  isPublic: boolean
  isWithdrawn: boolean
}

/** The picture of a card: drawn once, then stored and never changed; null when there is no such card. */
export async function findPhotocardPicture(
  code: string,
  now: Date,
): Promise<PhotocardPicture | null> {
  const card = await findPhotocardRecord(code, now)
  if (!card) return null
  const { content, ...status } = card
  const path = join(/* turbopackIgnore: true */ photocardsFolder(), `${code}.jpg`)
  const bytes =
    (await findFile(path)) ?? (await singleFlight(path, () => drawAndStore(content, path)))
  return { ...status, bytes }
}

async function drawAndStore(content: Parameters<typeof drawPhotocard>[0], path: string) {
  const bytes = await drawPhotocard(content)
  await writeFileAtomically(path, bytes)
  return bytes
}
