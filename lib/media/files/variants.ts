import 'server-only'
import { join } from 'node:path'
import pLimit from 'p-limit'
import type { Sharp } from 'sharp'
import { db } from '@/lib/db/client'
import {
  findFile,
  findFileSize,
  originalPath,
  variantsFolder,
  writeFileAtomically,
} from './file-store'
import { maxEncodedSide, openPicture } from './open-picture'
import { type PictureFormat, pictureName, type VariantAddress } from './picture'

export const mediaTypeOf: Record<PictureFormat, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
}

// Two at a time: the cores also serve readers.
const encodeQueue = pLimit(2)

function encode(image: Sharp, format: PictureFormat): Sharp {
  switch (format) {
    case 'avif':
      return image.avif({ quality: 50, effort: 2 })
    case 'webp':
      return image.webp({ quality: 74, effort: 3 })
    case 'jpg':
      // JPEG has no transparency: white shows through.
      return image
        .flatten({ background: '#fff' })
        .jpeg({ quality: 76, mozjpeg: true, progressive: true })
  }
}

const inFlight = new Map<string, Promise<Buffer>>()

/** Renders the file at `path` once for all concurrent requests. */
export function singleFlight(path: string, render: () => Promise<Buffer>): Promise<Buffer> {
  const running = inFlight.get(path) ?? encodeQueue(render)
  inFlight.set(path, running)
  return running.finally(() => inFlight.delete(path))
}

/** Resized, upright, in sRGB, without metadata such as the location. */
async function render(original: Buffer, width: number, format: PictureFormat, path: string) {
  const size = { width, height: maxEncodedSide, fit: 'inside', withoutEnlargement: true } as const
  const image = openPicture(original).autoOrient().resize(size)
  const bytes = await encode(image.toColourspace('srgb'), format).toBuffer()
  await writeFileAtomically(path, bytes)
  return bytes
}

const variantPath = ({ id, hashStart, width, format }: VariantAddress): string =>
  join(
    /* turbopackIgnore: true */ variantsFolder(),
    pictureName({ id, hash: hashStart }),
    `${width}.${format}`,
  )

/** The size of a variant in bytes; encodes it if needed. Null when there is no such picture. */
export async function findVariantBytes(address: VariantAddress): Promise<number | null> {
  const bytes = await findFileSize(variantPath(address))
  return bytes ?? (await findVariant(address))?.length ?? null
}

/** A picture in one width and format: encoded once, then stored. Null when there is no such picture. */
export async function findVariant(address: VariantAddress): Promise<Buffer | null> {
  const { id, hashStart, width, format } = address
  const path = variantPath(address)
  const stored = await findFile(path)
  if (stored) return stored
  const image = await db().image.findUnique({ where: { id }, select: { hash: true } })
  if (!image?.hash.startsWith(hashStart)) return null
  const original = await findFile(originalPath(image.hash))
  if (!original) return null
  return singleFlight(path, () => render(original, width, format, path))
}
