import 'server-only'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cardsFolder, findFile, writeFileAtomically } from '@/lib/media/files/file-store'
import { singleFlight } from '@/lib/media/files/variants'
import type { CardAddress } from './share-card'

const storiesPerFolder = 1_000

/** A thousand stories to a folder. */
const folderOf = (id: number) => join(cardsFolder(), String(Math.floor(id / storiesPerFolder)))
const fileOf = ({ id, hash }: CardAddress) => join(folderOf(id), `${id}-${hash}.jpg`)

export const findStoredCard = (address: CardAddress) => findFile(fileOf(address))

async function filesOf(id: number): Promise<string[]> {
  try {
    const names = await readdir(/* turbopackIgnore: true */ folderOf(id))
    return names.filter((name) => name.startsWith(`${id}-`)).map((name) => join(folderOf(id), name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Takes away all cards of a story, save the one it keeps. */
export async function deleteStoredCards(id: number, current?: CardAddress): Promise<void> {
  const files = await filesOf(id)
  const old = files.filter((file) => !current || file !== fileOf(current))
  await Promise.all(old.map((file) => rm(file, { force: true })))
}

/** Draws a card and keeps it in place of those before it: once for all who ask at the same time. */
export function renderAndStoreCard(
  address: CardAddress,
  draw: () => Promise<Buffer>,
): Promise<Buffer> {
  return singleFlight(fileOf(address), async () => {
    const bytes = await draw()
    await writeFileAtomically(fileOf(address), bytes)
    await deleteStoredCards(address.id, address)
    return bytes
  })
}
