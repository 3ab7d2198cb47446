import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import sharp, { type Metadata } from 'sharp'
import { maxUploadBytes } from './picture'

export type ImageMetadata = {
  /** SHA-256 of the uploaded bytes in hex: identifies the same file. */
  hash: string
  mediaType: string
  bytes: number
  width: number
  height: number
}

export type ImageRefusal =
  | 'empty'
  | 'tooLarge'
  | 'notAPicture'
  | 'svg'
  | 'heic'
  | 'moving'
  | 'tooManyPixels'
  | 'tooSmall'
  | 'broken'
export type ImageValidation =
  | { ok: true; metadata: ImageMetadata; master: Buffer }
  | { ok: false; reason: ImageRefusal }

// A file of a few kilobytes can declare billions of pixels; a camera of a newspaper has at most 60 million.
const maxPixels = 60_000_000
const minSide = 100

const acceptedFormats = ['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff']

async function readHeader(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    // sharp throws when the bytes are not a picture.
    return null
  }
}

// HEIC, which sharp cannot decode. The box "ftyp" at the start names it.
const isHeic = (bytes: Buffer) =>
  bytes.toString('latin1', 4, 8) === 'ftyp' && /he[iv][cmsx]/.test(bytes.toString('latin1', 8, 40))

// SVG can contain scripts and load other files.
const isSvg = (bytes: Buffer) => /<svg[\s/>]/i.test(bytes.toString('latin1', 0, 4_096))

/** Whether a PNG is animated, which sharp does not report: it has the chunk acTL before the first pixels. */
function isMovingPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const chunk = bytes.toString('latin1', at + 4, at + 8)
    if (chunk === 'acTL' || chunk === 'IDAT') return chunk === 'acTL'
  }
  return false
}

const isMoving = (bytes: Buffer, { format, pages = 1 }: Metadata) =>
  format === 'png' ? isMovingPng(bytes) : pages > 1 && format !== 'tiff'

function checkFormat(bytes: Buffer, header: Metadata | null): ImageRefusal | null {
  if (isHeic(bytes)) return 'heic'
  if (!header || !acceptedFormats.includes(header.format ?? '')) {
    return isSvg(bytes) ? 'svg' : 'notAPicture'
  }
  // One frame taken silently would not be the uploaded picture. The pages of a TIFF are not frames.
  if (isMoving(bytes, header)) return 'moving'
  const { width, height } = header.autoOrient
  if (width * height > maxPixels) return 'tooManyPixels'
  return width < minSide || height < minSide ? 'tooSmall' : null
}

// The largest takes seconds and hundreds of megabytes: one at a time.
const encodeQueue = pLimit(1)

const isGraphic = ({ format, hasAlpha }: Metadata) =>
  format === 'png' || format === 'gif' || hasAlpha

/**
 * The picture encoded again from its pixels: upright, in sRGB, without metadata or appended data (location, serial number,
 * scripts). Null when it cannot be decoded completely.
 */
async function encodeMaster(bytes: Buffer, header: Metadata) {
  const image = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels, sequentialRead: true })
    .autoOrient()
    .toColourspace('srgb')
  const encoded = isGraphic(header)
    ? image.png({ compressionLevel: 7 })
    : image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  try {
    return await encoded.toBuffer({ resolveWithObject: true })
  } catch {
    // A cut-off or damaged file fails to decode.
    return null
  }
}

/** Checks that the bytes are a valid, complete picture, and encodes the master that is stored. */
export async function validateImage(bytes: Buffer): Promise<ImageValidation> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > maxUploadBytes) return { ok: false, reason: 'tooLarge' }
  const header = await readHeader(bytes)
  const reason = checkFormat(bytes, header)
  if (reason || !header) return { ok: false, reason: reason ?? 'notAPicture' }
  const encodedImage = await encodeQueue(() => encodeMaster(bytes, header))
  if (!encodedImage) return { ok: false, reason: 'broken' }
  const { format, width, height } = encodedImage.info
  const mediaType = format === 'png' ? 'image/png' : 'image/jpeg'
  const hash = createHash('sha256').update(bytes).digest('hex')
  const metadata = { hash, mediaType, bytes: encodedImage.data.length, width, height }
  return { ok: true, metadata, master: encodedImage.data }
}
