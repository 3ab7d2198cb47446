import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { z } from 'zod'
import { filledText, rowNumber, text } from '@/lib/articles/input'

/** What an editor says of a picture. */
export const pictureInput = z.object({
  alt: filledText(500),
  caption: text(1_000).nullish(),
  credit: text(200).nullish(),
  focalX: z.number().min(0).max(1).default(0.5),
  focalY: z.number().min(0).max(1).default(0.5),
})

/** What is said of a picture as it is sent in; what it shows may be written later. */
export const uploadWords = pictureInput.extend({ alt: text(500).default('') })

/** New words for a picture that is there; what is left out stays as it is. */
export const describeInput = z.object({
  id: rowNumber,
  alt: text(500).optional(),
  caption: text(1_000).nullish(),
  credit: text(200).nullish(),
  focalX: z.number().min(0).max(1).optional(),
  focalY: z.number().min(0).max(1).optional(),
})

export type PictureFacts = {
  hash: string
  mediaType: string
  bytes: number
  width: number
  height: number
}

/** Why a file is not taken; worded in bn.json. */
export type PictureRefusal =
  | 'empty'
  | 'tooLarge'
  | 'notAPicture'
  | 'tooManyPixels'
  | 'tooSmall'
  | 'broken'
export type PictureCheck = { ok: true; facts: PictureFacts } | { ok: false; reason: PictureRefusal }

export const maxUploadBytes = 25 * 1024 * 1024
// A file of a few kilobytes can claim billions of pixels; a newspaper's camera makes at most 60 million.
const maxPixels = 60_000_000
const minSide = 100

// By what the bytes are, not by what the name says. SVG is left out: it can carry scripts.
const takenFormats: Record<string, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heif: 'image/avif',
  gif: 'image/gif',
  tiff: 'image/tiff',
}

async function readHeader(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    // sharp throws on whatever it cannot read: it is not a picture.
    return null
  }
}

async function isWhole(bytes: Buffer): Promise<boolean> {
  try {
    await sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
      .resize(8, 8)
      .raw()
      .toBuffer()
    return true
  } catch {
    // A cut-off or damaged file fails to decode.
    return false
  }
}

/** Whether the bytes are an honest, whole picture, and what it measures (as seen, turned upright). */
export async function checkPicture(bytes: Buffer): Promise<PictureCheck> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > maxUploadBytes) return { ok: false, reason: 'tooLarge' }
  const header = await readHeader(bytes)
  const mediaType = takenFormats[header?.format ?? '']
  if (!header || !mediaType) return { ok: false, reason: 'notAPicture' }
  const { width, height } = header.autoOrient
  if (width * height > maxPixels) return { ok: false, reason: 'tooManyPixels' }
  if (width < minSide || height < minSide) return { ok: false, reason: 'tooSmall' }
  if (!(await isWhole(bytes))) return { ok: false, reason: 'broken' }
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { ok: true, facts: { hash, mediaType, bytes: bytes.length, width, height } }
}
