import { randomInt } from 'node:crypto'
import sharp from 'sharp'

// EXIF: the camera was held so that the top of the picture is at the right.
const turnedRight = 6

/** A picture that no other test has, as a phone's camera makes it; sideways, its orientation says so. */
export function drawPicture(width: number, height: number, isSideways: boolean): Promise<Buffer> {
  const [r, g, b] = [randomInt(256), randomInt(256), randomInt(256)] as const
  const mark = Buffer.from([randomInt(256), randomInt(256), randomInt(256)])
  const drawn = sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .composite([{ input: mark, raw: { width: 1, height: 1, channels: 3 }, tile: false }])
    .withExif({ IFD0: { Artist: `e2e ${randomInt(1e12)}` }, IFD3: { GPSLatitudeRef: 'N' } })
  const upright = isSideways ? drawn.withMetadata({ orientation: turnedRight }) : drawn
  return upright.jpeg({ quality: 60 }).toBuffer()
}
