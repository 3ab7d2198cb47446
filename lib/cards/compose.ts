import sharp, { type Sharp } from 'sharp'
import type { Picture } from '@/lib/articles/article'
import { focusOf } from '@/lib/media/crop'

export type Size = { width: number; height: number }
type Measured = Size & Pick<Picture, 'focalX' | 'focalY'>

/** A picture, and the part of the card that it fills. */
export type CardPicture = {
  bytes: Buffer
  /** Of the picture as it is seen, upright. */
  measures: Measured
  /** Left out: the whole card. */
  place?: Size & { left: number; top: number }
}

export type Card = {
  size: Size
  /** What is seen where no picture is. */
  ground: string
  picture: CardPicture | null
  /** What stands on it: SVG elements in the card's pixels. */
  marks: string[]
}

/** How large the whole picture must be to cover that room, and which part of it then shows about the focal point. */
export function cover({ width, height, ...focus }: Measured, room: Size) {
  const scale = Math.max(room.width / width, room.height / height)
  const whole = {
    width: Math.max(room.width, Math.round(width * scale)),
    height: Math.max(room.height, Math.round(height * scale)),
  }
  const { x, y } = focusOf(focus)
  const left = Math.round(((whole.width - room.width) * x) / 100)
  const top = Math.round(((whole.height - room.height) * y) / 100)
  return { scale, whole, shown: { left, top, ...room } }
}

function groundOf({ size, ground, picture }: Card): Sharp {
  if (!picture) return sharp({ create: { ...size, channels: 3, background: ground } })
  const place = picture.place ?? { left: 0, top: 0, ...size }
  const { width, height, left, top } = place
  const { whole, shown } = cover(picture.measures, { width, height })
  // Made small before it is cut out, so that a large JPEG is not even read at its full size.
  return sharp(picture.bytes)
    .autoOrient()
    .resize({ ...whole, fit: 'fill' })
    .extract(shown)
    .toColourspace('srgb')
    .flatten({ background: ground })
    .extend({
      left,
      top,
      right: size.width - left - width,
      bottom: size.height - top - height,
      background: ground,
    })
}

// Smaller files are made by encoders that take five times as long; nobody sees the difference at the size cards are shown.
const quality = 82

/** The card as a JPEG: the same card is the same bytes on every machine with the same libraries. */
export async function composeCard(card: Card): Promise<Buffer> {
  const { width, height } = card.size
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${card.marks.join('')}</svg>`
  return groundOf(card)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality })
    .toBuffer()
}
