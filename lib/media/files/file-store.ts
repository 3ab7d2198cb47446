import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Picture } from '@/lib/content-model/article'
import { env } from '@/lib/env'
import { pictureName } from './picture'

/** Where pictures lie: originals by hash, variants by the address they are asked for. */
const root = () => join(env.DAINIK_DATA_DIR, 'media')
export const originalPath = (hash: string) => join(root(), 'originals', hash.slice(0, 2), hash)
export const variantsFolder = () => join(root(), 'variants')
/** Stories' cards for other sites, made of pictures and words (lib/cards). */
export const cardsFolder = () => join(root(), 'cards')
/** Cards that went out, by their code. */
export const photocardsFolder = () => join(root(), 'photocards')
/** Pictures on their way in, by the number of their upload. */
export const uploadsFolder = () => join(root(), 'uploads')
export const uploadPath = (id: string) => join(uploadsFolder(), id)

/** Writes whole or not at all: a reader never gets half a picture. */
export async function writeFileAtomically(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporaryPath = `${path}.${randomUUID()}`
  await writeFile(temporaryPath, bytes)
  await rename(temporaryPath, path)
}

/** The file's bytes, or null when there is none. */
export async function findFile(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** How long the file is in bytes, or null when there is none. */
export async function findFileSize(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Takes away a picture's original and all that was made of it. */
export async function deletePictureFiles(picture: Pick<Picture, 'id' | 'hash'>): Promise<void> {
  await rm(originalPath(picture.hash), { force: true })
  await rm(join(variantsFolder(), pictureName(picture)), { recursive: true, force: true })
}
