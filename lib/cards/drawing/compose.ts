import sharp, { type Sharp } from 'sharp'
import type { Picture } from '@/lib/content-model/article'
import { focusOf } from '@/lib/media/files/crop'
import { openPicture } from '@/lib/media/files/open-picture'

export type Size = { width: number; height: number }
type FocalSize = Size & Pick<Picture, 'focalX' | 'focalY'>

/** A picture and the part of the card that it fills. */
export type CardPicture = {
  bytes: Buffer
  /** The side of the upright picture, in pixels. */
  dimensions: FocalSize
  /** The whole card by default. */
  area?: Size & { left: number; top: number }
}

export type Card = {
  size: Size
  background: string
  picture: CardPicture | null
  /** SVG elements in the card's pixels. */
  overlays: string[]
}

/** The scale and size at which a picture covers a frame, and the part of it that shows, about its focal point. */
export function cover({ width, height, ...focus }: FocalSize, frame: Size) {
  const scale = Math.max(frame.width / width, frame.height / height)
  const whole = {
    width: Math.max(frame.width, Math.round(width * scale)),
    height: Math.max(frame.height, Math.round(height * scale)),
  }
  const { x, y } = focusOf(focus)
  const left = Math.round(((whole.width - frame.width) * x) / 100)
  const top = Math.round(((whole.height - frame.height) * y) / 100)
  return { scale, whole, shown: { left, top, ...frame } }
}

/** The picture in its place with the background around it, as RGB pixels. */
function pixelsOf({ size, background }: Card, { bytes, dimensions, area }: CardPicture): Sharp {
  const { left, top, ...frame } = area ?? { left: 0, top: 0, ...size }
  const { whole, shown } = cover(dimensions, frame)
  const right = size.width - left - frame.width
  const bottom = size.height - top - frame.height
  // Resized before it is cropped, so that a large JPEG is not decoded at full size.
  return openPicture(bytes)
    .autoOrient()
    .resize({ ...whole, fit: 'fill' })
    .extract(shown)
    .toColourspace('srgb')
    .flatten({ background: background })
    .extend({ left, top, right, bottom, background: background })
}

/** Blends RGBA pixels over RGB pixels in a tenth of the time of sharp's `composite`, which computes in floating point. */
function blendOver(pixels: Buffer, overlays: Buffer): void {
  for (let to = 0, from = 0; from < overlays.length; to += 3, from += 4) {
    const opacity = overlays[from + 3] ?? 0
    if (opacity === 0) continue
    for (let part = 0; part < 3; part += 1) {
      const base = pixels[to + part] ?? 0
      pixels[to + part] = base + (((overlays[from + part] ?? 0) - base) * opacity) / 255 + 0.5
    }
  }
}

// Without mozjpeg: its files are a sixth smaller and take ten times as long.
const quality = 82

/** The card as a JPEG: the same bytes on every machine with the same libraries. */
export async function composeCard(card: Card): Promise<Buffer> {
  const { size, background, picture } = card
  const { width, height } = size
  const svg = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${card.overlays.join('')}</svg>`,
    ),
  )
  if (!picture) return svg.flatten({ background: background }).jpeg({ quality }).toBuffer()
  const [pixels, overlays] = await Promise.all([
    pixelsOf(card, picture).removeAlpha().raw().toBuffer(),
    svg.ensureAlpha().raw().toBuffer(),
  ])
  blendOver(pixels, overlays)
  return sharp(pixels, { raw: { ...size, channels: 3 } })
    .jpeg({ quality })
    .toBuffer()
}
