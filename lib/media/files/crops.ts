import 'server-only'
import { join } from 'node:path'
import { pictureSelect } from '@/lib/articles/rows'
import type { Picture } from '@/lib/content-model/article'
import { db } from '@/lib/db/client'
import { type CropAddress, type CropShape, cropOf, cropPath, cropSizes, focusOf } from './crop'
import { findFile, originalPath, variantsFolder, writeFileAtomically } from './file-store'
import { openPicture } from './open-picture'
import { pictureName } from './picture'
import { singleFlight } from './variants'

/** The bytes, or the present address of the crop. */
type FoundCrop = { bytes: Buffer } | { movedTo: string }

async function renderCrop(original: Buffer, picture: Picture, shape: CropShape, path: string) {
  const { width } = cropSizes[shape]
  const bytes = await openPicture(original)
    .autoOrient()
    .extract(cropOf(picture, shape))
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb')
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer()
  await writeFileAtomically(path, bytes)
  return bytes
}

/**
 * A crop of a picture: encoded once, then stored, also after the focal point changed. An address with another focal point
 * that was never encoded redirects to the present one, so that requests cannot create ten thousand crops of a picture.
 * Null when there is no such picture.
 */
export async function findCrop({
  id,
  hashStart,
  shape,
  x,
  y,
}: CropAddress): Promise<FoundCrop | null> {
  const folder = join(
    /* turbopackIgnore: true */ variantsFolder(),
    pictureName({ id, hash: hashStart }),
  )
  const path = join(folder, `${shape}-${x}-${y}.jpg`)
  const stored = await findFile(path)
  if (stored) return { bytes: stored }
  const picture = await db().image.findUnique({ where: { id }, select: pictureSelect })
  if (!picture?.hash.startsWith(hashStart)) return null
  const focus = focusOf(picture)
  if (focus.x !== x || focus.y !== y) return { movedTo: cropPath(picture, shape) }
  const original = await findFile(originalPath(picture.hash))
  if (!original) return null
  return { bytes: await singleFlight(path, () => renderCrop(original, picture, shape, path)) }
}
