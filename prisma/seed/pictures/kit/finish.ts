import sharp from 'sharp'
import { Random } from './core'
import type { Painter } from './painter'

/** Paper tooth: mid-grey noise, coarse enough to outlive JPEG, laid over in soft light. */
async function grain(w: number, h: number, strength: number): Promise<Buffer> {
  const layer = async (scale: number, amount: number, seed: string) => {
    const [gw, gh] = [Math.ceil(w / scale), Math.ceil(h / scale)]
    const r = new Random(seed)
    const pixels = Buffer.alloc(gw * gh)
    for (let i = 0; i < pixels.length; i++) pixels[i] = 128 + r.bell(amount)
    return sharp(pixels, { raw: { width: gw, height: gh, channels: 1 } })
      .resize(w, h, { kernel: 'cubic', fit: 'fill' })
      .toColourspace('srgb')
      .png({ compressionLevel: 0 })
      .toBuffer()
  }
  const fine = await layer(2.5, 62 * strength, 'fine')
  const broad = await layer(46, 44 * strength, 'broad')
  return sharp(fine)
    .composite([{ input: broad, blend: 'overlay' }])
    .png({ compressionLevel: 0 })
    .toBuffer()
}

/** Renders a picture to JPEG, giving up a little quality and grain when it would be too heavy. */
export async function render(
  p: Painter,
  limit: number,
  hand = 7,
): Promise<{ jpeg: Buffer; quality: number }> {
  const sheet = sharp(Buffer.from(p.svg(hand)), { unlimited: true })
  const { width, height } = await sheet.metadata()
  const trim = {
    left: Math.floor((width - p.w) / 2),
    top: Math.floor((height - p.h) / 2),
    width: p.w,
    height: p.h,
  }
  const flat = await sheet
    .extract(trim)
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer()
  let best: { jpeg: Buffer; quality: number } | undefined
  for (const [quality, strength, soften] of [
    [74, 0.75, 0],
    [73, 0.55, 0],
    [72, 0.42, 0],
    [69, 0.34, 0],
    [65, 0.28, 0],
    [62, 0.2, 0],
    [60, 0.16, 0.5],
    [57, 0.12, 0.6],
    [53, 0.08, 0.7],
    [50, 0.05, 0.8],
  ] as const) {
    const jpeg = await sharp(
      soften ? await sharp(flat).blur(soften).png({ compressionLevel: 0 }).toBuffer() : flat,
    )
      .composite([{ input: await grain(p.w, p.h, strength), blend: 'soft-light' }])
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    best = { jpeg, quality }
    if (jpeg.length <= limit) return best
  }
  if (!best) throw new Error('nothing rendered')
  return best
}
