import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import sharp, { type Metadata, type OutputInfo } from 'sharp'
import { decodeHeic } from './decode-heic'
import { maxPixels, openPicture } from './open-picture'
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
  | 'sideTooLong'
  | 'tooSmall'
  | 'broken'
export type ImageValidation =
  | { ok: true; metadata: ImageMetadata; master: Buffer }
  | { ok: false; reason: ImageRefusal }

const minSide = 100
// A tall screenshot has 16,000 pixels, a camera's longest side 9,000. Decoders take memory by the row as well.
const maxSide = 20_000

type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif'

/** The brands of an ISO media file: what its first box names, the major one first. */
const brandsOf = (bytes: Buffer): string[] =>
  bytes.toString('latin1', 4, 8) === 'ftyp'
    ? (bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 256)).match(/.{4}/gs) ?? [])
    : []

/**
 * The kind of a picture by its first bytes: no decoder reads a file of another kind.
 *
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern and, for AVIF, av1-avif section 6
 */
function kindOf(bytes: Buffer): PictureKind | null {
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(start)) return 'gif'
  if (/^RIFF.{4}WEBP/s.test(start)) return 'webp'
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff'
  return brandsOf(bytes).some((brand) => /^avi[fs]$/.test(brand)) ? 'avif' : null
}

// HEIC, which sharp cannot decode: lib/media/files/decode-heic.ts.
const isHeic = (bytes: Buffer) => brandsOf(bytes).some((brand) => /^he[iv][cmsx]$/.test(brand))

// SVG can contain scripts and load other files.
const isSvg = (bytes: Buffer) => /<svg[\s/>]/i.test(bytes.toString('latin1', 0, 4_096))

async function readHeader(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    // sharp throws when the bytes are not a picture.
    return null
  }
}

/** Whether a PNG is animated, which sharp does not report: it has the chunk acTL before the first pixels. */
function isMovingPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const chunk = bytes.toString('latin1', at + 4, at + 8)
    if (chunk === 'acTL' || chunk === 'IDAT') return chunk === 'acTL'
  }
  return false
}

/** Whether the picture has several frames. Pages of a TIFF and further images of an AVIF are none. */
function isMoving(bytes: Buffer, kind: PictureKind, { pages = 1 }: Metadata): boolean {
  if (kind === 'png') return isMovingPng(bytes)
  if (kind === 'avif') return brandsOf(bytes)[0] === 'avis'
  return pages > 1 && kind !== 'tiff'
}

function checkHeader(bytes: Buffer, kind: PictureKind, header: Metadata): ImageRefusal | null {
  // One frame taken silently would not be the uploaded picture.
  if (isMoving(bytes, kind, header)) return 'moving'
  const { width, height } = header.autoOrient
  if (width * height > maxPixels) return 'tooManyPixels'
  if (Math.max(width, height) > maxSide) return 'sideTooLong'
  return width < minSide || height < minSide ? 'tooSmall' : null
}

// One at a time: the largest takes a second and 250 megabytes when it is to be turned.
const encodeQueue = pLimit(1)

type FailOn = 'error' | 'warning'
type Encoded = { data: Buffer; info: OutputInfo }

const isGraphic = ({ format, hasAlpha }: Metadata) =>
  format === 'png' || format === 'gif' || hasAlpha

/**
 * The picture encoded again from its pixels: upright, in sRGB, without metadata or appended data (location, serial number,
 * scripts). The decoder's message when it cannot be decoded completely.
 */
async function encodeMaster(
  bytes: Buffer,
  header: Metadata,
  failOn: FailOn,
): Promise<Encoded | string> {
  const page = header.pagePrimary ?? 0
  const image = openPicture(bytes, { failOn, page }).autoOrient().toColourspace('srgb')
  const encoded = isGraphic(header)
    ? image.png({ compressionLevel: 7 })
    : // Optimised tables need all coefficients in memory at once: 900 megabytes of a picture of 59 million pixels.
      image.jpeg({ quality: 95, chromaSubsampling: '4:4:4', optimiseCoding: false })
  try {
    return await encoded.toBuffer({ resolveWithObject: true })
  } catch (error) {
    return (error as Error).message
  }
}

const jpegEnd = Buffer.from([0xff, 0xd9])

/** Encodes a JPEG without its end marker, which some cameras and servers drop, if every pixel is there. */
async function encodeWithoutEnd(bytes: Buffer, header: Metadata): Promise<Encoded | string> {
  const ended = Buffer.concat([bytes, jpegEnd])
  const encoded = await encodeMaster(ended, header, 'warning')
  // Bytes behind the picture are passed over; missing ones are another warning.
  return typeof encoded === 'string' && /extraneous bytes before marker 0xd9/.test(encoded)
    ? encodeMaster(ended, header, 'error')
    : encoded
}

/** The master of a whole picture; null for one that was cut off or damaged. */
async function encodeWhole(bytes: Buffer, header: Metadata): Promise<Encoded | null> {
  let encoded = await encodeMaster(bytes, header, 'error')
  if (typeof encoded === 'string' && /premature end of JPEG/.test(encoded))
    encoded = await encodeWithoutEnd(bytes, header)
  return typeof encoded === 'string' ? null : encoded
}

/** A phone's HEIC becomes a JPEG; refused as such when the decoder cannot read it within its bounds. */
async function validateHeic(bytes: Buffer): Promise<ImageValidation> {
  const raw = await decodeHeic(bytes)
  if (!raw) return { ok: false, reason: 'heic' }
  const { width, height, data } = raw
  if (width < minSide || height < minSide) return { ok: false, reason: 'tooSmall' }
  const { data: master } = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer({ resolveWithObject: true })
  const hash = createHash('sha256').update(bytes).digest('hex')
  const metadata = { hash, mediaType: 'image/jpeg', bytes: master.length, width, height }
  return { ok: true, metadata, master }
}

/** Checks that the bytes are a valid, complete picture, and encodes the master that is stored. */
export async function validateImage(bytes: Buffer): Promise<ImageValidation> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > maxUploadBytes) return { ok: false, reason: 'tooLarge' }
  if (isHeic(bytes)) return encodeQueue(() => validateHeic(bytes))
  const kind = kindOf(bytes)
  if (!kind) return { ok: false, reason: isSvg(bytes) ? 'svg' : 'notAPicture' }
  return encodeQueue(async () => {
    const header = await readHeader(bytes)
    const reason = header ? checkHeader(bytes, kind, header) : 'notAPicture'
    if (reason || !header) return { ok: false, reason: reason ?? 'notAPicture' }
    const encoded = await encodeWhole(bytes, header)
    if (!encoded) return { ok: false, reason: 'broken' }
    const { format, width, height } = encoded.info
    const mediaType = format === 'png' ? 'image/png' : 'image/jpeg'
    const hash = createHash('sha256').update(bytes).digest('hex')
    const metadata = { hash, mediaType, bytes: encoded.data.length, width, height }
    return { ok: true, metadata, master: encoded.data }
  })
}
