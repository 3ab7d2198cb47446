import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Picture } from '@/lib/content-model/article'
import { env } from '@/lib/env'
import { pictureName } from './picture'

/** The folder of pictures: originals by hash, variants by address. */
const root = () => join(env.DAINIK_DATA_DIR, 'media')
export const originalPath = (hash: string) => join(root(), 'originals', hash.slice(0, 2), hash)
export const variantsFolder = () => join(root(), 'variants')
export const cardsFolder = () => join(root(), 'cards')
export const photocardsFolder = () => join(root(), 'photocards')
/** Unfinished uploads by id. */
export const uploadsFolder = () => join(root(), 'uploads')
export const uploadPath = (id: string) => join(uploadsFolder(), id)

/** Writes the whole file or nothing: a request never reads half of it. */
export async function writeFileAtomically(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporaryPath = `${path}.${randomUUID()}`
  await writeFile(temporaryPath, bytes)
  await rename(temporaryPath, path)
}

export async function findFile(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The size of the file in bytes; null when there is none. */
export async function findFileSize(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Deletes the original of a picture and its variants. */
export async function deletePictureFiles(picture: Pick<Picture, 'id' | 'hash'>): Promise<void> {
  await rm(originalPath(picture.hash), { force: true })
  await rm(join(variantsFolder(), pictureName(picture)), { recursive: true, force: true })
}
