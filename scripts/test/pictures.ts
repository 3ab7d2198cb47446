import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Pictures of a test's own making: the left half red, the right half blue. */
export async function drawing(width = 400, height = 300): Promise<Sharp> {
  const left = Math.floor(width / 2)
  const blue = { width: width - left, height, channels: 3 as const, background: '#0000ff' }
  const input = await sharp({ create: blue }).png().toBuffer()
  // Encoded once: what is done to a composed picture is done before the composing.
  const composed = await sharp({ create: { ...blue, width, background: '#ff0000' } })
    .composite([{ input, left, top: 0 }])
    .png()
    .toBuffer()
  return sharp(composed)
}

export const jpegOf = async (width?: number, height?: number) =>
  (await drawing(width, height)).jpeg({ quality: 90 }).toBuffer()

/** As a phone held on its side writes it: the pixels lie, a mark says how to turn them, and it says where it was. */
export const phoneJpeg = async (width?: number, height?: number) =>
  (await drawing(width, height))
    .withExif({
      IFD0: { Make: 'TestPhone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '23/1 48/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

/** A PNG of a few bytes that claims any size. */
export function claimingPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8) // a bit a pixel, grey
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
