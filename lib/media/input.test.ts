import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { claimingPng, drawing, jpegOf, phoneJpeg } from '@/scripts/test/pictures'
import { checkPicture, maxUploadBytes, pictureInput } from './input'

describe('an honest picture is taken for what its bytes are', () => {
  test.each([
    ['JPEG', 'image/jpeg', async () => jpegOf()],
    ['PNG', 'image/png', async () => (await drawing()).png().toBuffer()],
    ['WebP', 'image/webp', async () => (await drawing()).webp().toBuffer()],
    ['AVIF', 'image/avif', async () => (await drawing()).avif({ effort: 0 }).toBuffer()],
    ['GIF', 'image/gif', async () => (await drawing()).gif().toBuffer()],
    ['TIFF', 'image/tiff', async () => (await drawing()).tiff().toBuffer()],
    [
      'progressive JPEG',
      'image/jpeg',
      async () => (await drawing()).jpeg({ progressive: true }).toBuffer(),
    ],
    [
      'print JPEG',
      'image/jpeg',
      async () => (await drawing()).toColourspace('cmyk').jpeg().toBuffer(),
    ],
  ])('%s', async (_, mediaType, make) => {
    const bytes = await make()

    const check = await checkPicture(bytes)

    expect(check).toEqual({
      ok: true,
      facts: {
        hash: createHash('sha256').update(bytes).digest('hex'),
        mediaType,
        bytes: bytes.length,
        width: 400,
        height: 300,
      },
    })
  })

  test('a picture from a phone held upright measures as it is seen', async () => {
    expect(await checkPicture(await phoneJpeg(400, 300))).toMatchObject({
      ok: true,
      facts: { width: 300, height: 400 },
    })
  })

  test('the smallest side that is taken', async () => {
    expect(await checkPicture(await jpegOf(100, 100))).toMatchObject({ ok: true })
  })
})

describe('what is not an honest, whole picture is refused', () => {
  const script =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><script>alert(1)</script></svg>'

  test.each([
    ['nothing', 'empty', async () => Buffer.alloc(0)],
    ['text', 'notAPicture', async () => Buffer.from('নদীর পানি বাড়ছে')],
    [
      'a web page',
      'notAPicture',
      async () => Buffer.from('<html><script>alert(1)</script></html>'),
    ],
    ['SVG, which can carry scripts', 'notAPicture', async () => Buffer.from(script)],
    [
      'SVG behind an XML line',
      'notAPicture',
      async () => Buffer.from(`<?xml version="1.0"?>${script}`),
    ],
    ['a PDF named .jpg', 'notAPicture', async () => Buffer.from('%PDF-1.7\n%%EOF')],
    ['the first bytes of a JPEG', 'notAPicture', async () => (await jpegOf()).subarray(0, 4)],
    ['a JPEG cut in half', 'broken', async () => half(await jpegOf(800, 600))],
    ['a PNG cut in half', 'broken', async () => half(await (await drawing()).png().toBuffer())],
    [
      'a WebP cut in half',
      'notAPicture',
      async () => half(await (await drawing()).webp({ lossless: true }).toBuffer()),
    ],
    [
      'a hundred million pixels in a hundred bytes',
      'tooManyPixels',
      async () => claimingPng(10_000, 10_000),
    ],
    ['the widest PNG', 'tooManyPixels', async () => claimingPng(1_000_000, 61)],
    ['a narrow picture', 'tooSmall', async () => jpegOf(99, 400)],
    ['a low picture', 'tooSmall', async () => jpegOf(400, 99)],
    ['a tracking pixel', 'tooSmall', async () => jpegOf(2, 1)],
    ['a file too large', 'tooLarge', async () => Buffer.alloc(maxUploadBytes + 1)],
  ])('%s', async (_, reason, make) => {
    expect(await checkPicture(await make())).toEqual({ ok: false, reason })
  })

  test('a damaged picture is refused', async () => {
    const bytes = await (await drawing()).png({ compressionLevel: 0 }).toBuffer()
    bytes.fill(0xff, 200_000, 200_064)

    expect(await checkPicture(bytes)).toEqual({ ok: false, reason: 'broken' })
  })
})

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

describe('a picture is told of in words', () => {
  test('it needs words for those who do not see it; the rest has a default', () => {
    expect(pictureInput.parse({ alt: 'নদীতে নৌকা' })).toEqual({
      alt: 'নদীতে নৌকা',
      focalX: 0.5,
      focalY: 0.5,
    })
    expect(pictureInput.safeParse({ alt: ' ' }).success).toBe(false)
  })

  test.each([-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY])(
    'a point at %d lies outside it',
    (focalX) => {
      expect(pictureInput.safeParse({ alt: 'নৌকা', focalX }).success).toBe(false)
    },
  )
})
