import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { crc32, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { claimingPng, drawing, jpegOf, phoneJpeg } from '@/tools/test-harness/fixtures/pictures'
import { maxUploadBytes } from './picture'
import { validateImage } from './validate-image'

afterEach(() => vi.restoreAllMocks())

type Validation = Awaited<ReturnType<typeof validateImage>>

/** What was taken; fails the test when it was refused. */
function accepted(validate: Validation) {
  if (!validate.ok) throw new Error(`refused: ${validate.reason}`)
  return validate
}

describe('a valid picture is recognised by its bytes', () => {
  test.each([
    ['JPEG', 'image/jpeg', async () => jpegOf()],
    ['PNG', 'image/png', async () => (await drawing()).png().toBuffer()],
    ['WebP', 'image/jpeg', async () => (await opaque()).webp().toBuffer()],
    ['AVIF', 'image/jpeg', async () => (await opaque()).avif({ effort: 0 }).toBuffer()],
    ['GIF', 'image/png', async () => (await drawing()).gif().toBuffer()],
    ['TIFF', 'image/jpeg', async () => (await opaque()).tiff().toBuffer()],
    ['a see-through WebP', 'image/png', async () => seeThrough()],
    ['progressive JPEG', 'image/jpeg', async () => progressive()],
    [
      'print JPEG',
      'image/jpeg',
      async () => (await drawing()).toColourspace('cmyk').jpeg().toBuffer(),
    ],
    ['a scan of two pages', 'image/jpeg', async () => moving().then((still) => still.tiff)],
    ['JPEG without its end marker', 'image/jpeg', async () => withoutEnd(await jpegOf())],
    [
      'progressive JPEG without its end marker',
      'image/jpeg',
      async () => withoutEnd(await progressive()),
    ],
    [
      'JPEG without its end marker and with bytes behind',
      'image/jpeg',
      async () => withBytesBehind(withoutEnd(await jpegOf())),
    ],
    [
      'progressive JPEG without its end marker and with bytes behind',
      'image/jpeg',
      async () => withBytesBehind(withoutEnd(await progressive())),
    ],
  ])('%s', async (_, mediaType, make) => {
    const bytes = await make()

    const { metadata: facts, master } = accepted(await validateImage(bytes))

    expect(facts).toEqual({
      hash: createHash('sha256').update(bytes).digest('hex'),
      mediaType,
      bytes: master.length,
      width: 400,
      height: 300,
    })
    expect((await sharp(master).metadata()).format).toBe(mediaType.replace('image/', ''))
  })

  test('a picture from a phone held upright measures as it is seen', async () => {
    expect(await validateImage(await phoneJpeg(400, 300))).toMatchObject({
      ok: true,
      metadata: { width: 300, height: 400 },
    })
  })

  test('an AVIF of two images is its first', async () => {
    const bytes = await readFile('tools/test-harness/fixtures/two-images.avif')

    const { master } = accepted(await validateImage(bytes))

    const [red = 0, , blue = 0] = await sharp(master).raw().toBuffer()
    expect((await sharp(bytes).metadata()).pages).toBe(2)
    expect([red > 190, blue < 20]).toEqual([true, true])
  })

  test('the smallest side that is taken', async () => {
    expect(await validateImage(await jpegOf(100, 100))).toMatchObject({ ok: true })
  })
})

describe('nothing but the pixels of a picture is kept', () => {
  test('not where it was taken, with which phone, or which way it was held', async () => {
    const bytes = await phoneJpeg(600, 400)

    const { master } = accepted(await validateImage(bytes))

    const header = await sharp(master).metadata()
    expect(bytes.includes('TestPhone')).toBe(true)
    expect(master.includes('TestPhone')).toBe(false)
    expect([header.exif, header.xmp, header.iptc, header.orientation]).toEqual(
      Array(4).fill(undefined),
    )
    // Turned a quarter to the right, what was left is on top: red above, blue below.
    const pixels = await sharp(master).removeAlpha().raw().toBuffer()
    expect([pixels[0], pixels.at(-1)].map((value) => (value ?? 0) > 200)).toEqual([true, true])
  })

  test('not the place that its description (XMP) tells', async () => {
    const place = '<exif:GPSLatitude>25,48.3N</exif:GPSLatitude>'
    const bytes = await (await drawing())
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:exif="e">${place}</x:xmpmeta>`)
      .jpeg()
      .toBuffer()

    const { master } = accepted(await validateImage(bytes))

    expect(bytes.includes(place)).toBe(true)
    expect(master.includes('GPSLatitude')).toBe(false)
  })

  test.each([
    ['JPEG with a script behind it', async () => jpegOf()],
    ['PNG with a script behind it', async () => (await drawing()).png().toBuffer()],
    ['GIF with a script behind it', async () => (await drawing()).gif().toBuffer()],
  ])('not what else a file is: %s', async (_, make) => {
    const bytes = Buffer.concat([await make(), Buffer.from('PK\x03\x04<script>alert(1)</script>')])

    const { master } = accepted(await validateImage(bytes))

    expect(master.includes('<script>')).toBe(false)
    expect(master.includes('PK\x03\x04')).toBe(false)
  })

  test('colours of a wide screen become those of every screen', async () => {
    const bytes = await (await drawing())
      .withIccProfile('p3')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer()

    const { master } = accepted(await validateImage(bytes))

    const [red = 0, green = 0, blue = 0] = await sharp(master).raw().toBuffer()
    expect((await sharp(bytes).metadata()).icc).toBeDefined()
    expect((await sharp(master).metadata()).icc).toBeUndefined()
    expect([red > 250, green < 8, blue < 8]).toEqual([true, true, true])
  })
})

describe('an invalid or truncated picture is refused', () => {
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
    ['SVG, which can carry scripts', 'svg', async () => Buffer.from(script)],
    ['SVG behind an XML line', 'svg', async () => Buffer.from(`<?xml version="1.0"?>${script}`)],
    [
      'SVG behind a long comment, which no program reads as one',
      'svg',
      async () => Buffer.from(`<!--${'x'.repeat(3_000)}-->${script}`),
    ],
    ['a phone’s HEIC', 'heic', async () => heic('heic')],
    ['a phone’s HEIC by its second name', 'heic', async () => heic('mif1', 'heic')],
    ['a moving GIF', 'moving', async () => (await moving()).gif],
    ['a moving WebP', 'moving', async () => (await moving()).webp],
    ['a moving PNG', 'moving', async () => movingPng()],
    ['a GIF of ten thousand frames', 'moving', async () => gifOfFrames(10_000)],
    ['a PDF named .jpg', 'notAPicture', async () => Buffer.from('%PDF-1.7\n%%EOF')],
    ['the first bytes of a JPEG', 'notAPicture', async () => (await jpegOf()).subarray(0, 4)],
    ['a JPEG cut in half', 'broken', async () => half(await jpegOf(800, 600))],
    [
      'a JPEG that lacks its last rows and its end marker',
      'broken',
      async () => withoutEnd(await jpegOf(800, 600), 60),
    ],
    [
      'a progressive JPEG that lacks its last scan',
      'broken',
      async () => half(await progressive()),
    ],
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
    ['a picture of the longest side', 'sideTooLong', async () => claimingPng(100, 600_000)],
    ['a picture one pixel too long', 'sideTooLong', async () => claimingPng(20_001, 100)],
    ['a narrow picture', 'tooSmall', async () => jpegOf(99, 400)],
    ['a low picture', 'tooSmall', async () => jpegOf(400, 99)],
    ['a tracking pixel', 'tooSmall', async () => jpegOf(2, 1)],
    ['a file too large', 'tooLarge', async () => Buffer.alloc(maxUploadBytes + 1)],
  ])('%s', async (_, reason, make) => {
    expect(await validateImage(await make())).toEqual({ ok: false, reason })
  })

  test.each([
    ['SVG whose elements use one another', Buffer.from(nestedSvg(12))],
    ['a compressed SVG', gzipSync(nestedSvg(12))],
    ['a portable pixmap', Buffer.from('P6 20000 20000 255\n')],
    ['JPEG XL', Buffer.from('0000000c4a584c200d0a870a', 'hex')],
    ['JPEG 2000', Buffer.from('0000000c6a5020200d0a870a', 'hex')],
    ['a PDF', Buffer.from('%PDF-1.7\n%%EOF')],
  ])('no decoder reads %s', async (_, bytes) => {
    const watched = vi.spyOn(sharp.prototype, 'metadata')

    const validation = await validateImage(bytes)

    expect(validation).toMatchObject({ ok: false })
    expect(watched).not.toHaveBeenCalled()
    await validateImage(await jpegOf())
    expect(watched).toHaveBeenCalledOnce()
  })

  test('a damaged picture is refused', async () => {
    const bytes = await (await drawing()).png({ compressionLevel: 0 }).toBuffer()
    bytes.fill(0xff, 200_000, 200_064)

    expect(await validateImage(bytes)).toEqual({ ok: false, reason: 'broken' })
  })
})

const progressive = async () => (await drawing()).jpeg({ progressive: true }).toBuffer()

/** A JPEG without its end marker and, if asked, without the bytes before it. */
const withoutEnd = (jpeg: Buffer, more = 0) => jpeg.subarray(0, jpeg.length - 2 - more)

const withBytesBehind = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.from('written behind the picture')])

/** Each group shows the one before it ten times: a billion rectangles in a few hundred bytes. */
const nestedSvg = (depth: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect id="g0" width="1" height="1"/>${Array.from(
    { length: depth },
    (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
  ).join('')}</svg>`

const opaque = async () => (await drawing()).removeAlpha()

const seeThrough = () =>
  sharp({ create: { width: 400, height: 300, channels: 4, background: '#ff000080' } })
    .webp()
    .toBuffer()

async function moving() {
  const frames = await Promise.all([
    (await opaque()).png().toBuffer(),
    (await opaque()).negate().png().toBuffer(),
  ])
  const joined = () => sharp(frames, { join: { animated: true } })
  return {
    gif: await joined().gif().toBuffer(),
    webp: await joined().webp().toBuffer(),
    tiff: await joined().tiff().toBuffer(),
  }
}

/** A PNG that says after its first chunk that it has two frames, for programs that know of it. */
async function movingPng(): Promise<Buffer> {
  const still = await (await drawing()).png().toBuffer()
  const chunkData = Buffer.from('acTL\0\0\0\x02\0\0\0\0', 'latin1')
  const chunk = Buffer.alloc(chunkData.length + 8)
  chunk.writeUInt32BE(chunkData.length - 4)
  chunkData.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(chunkData), chunkData.length + 4)
  // The signature of 8 bytes and the header's chunk of 25.
  return Buffer.concat([still.subarray(0, 33), chunk, still.subarray(33)])
}

test('a whole HEIC is taken as a JPEG, with its colours where they were', async () => {
  const bytes = await readFile(new URL('samples/phone.heic', import.meta.url))

  const { metadata, master } = accepted(await validateImage(bytes))

  expect(metadata).toMatchObject({ mediaType: 'image/jpeg', width: 400, height: 300 })
  const { data, info } = await sharp(master).raw().toBuffer({ resolveWithObject: true })
  expect([info.format, info.channels]).toEqual(['raw', 3])
  const [left, right] = [data.subarray(0, 3), data.subarray(399 * 3, 400 * 3)]
  expect([left[0], right[2]].every((value) => (value ?? 0) > 240)).toBe(true)
  expect([left[2], right[0]].every((value) => (value ?? 255) < 15)).toBe(true)
})

test('a HEIC that was cut off is refused', async () => {
  const bytes = await readFile(new URL('samples/phone.heic', import.meta.url))

  expect(await validateImage(half(bytes))).toEqual({ ok: false, reason: 'heic' })
})

/** The beginning of a file as phones write it; what follows is none that could be read. */
const heic = (...brands: string[]) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`),
    Buffer.alloc(2_000),
  ])

/** A frame is 24 bytes, and 120 × 120 pixels once it is unpacked. */
function gifOfFrames(count: number): Buffer {
  const head = Buffer.from('47494638396178007800f00000ff00000000ff', 'hex')
  const frame = Buffer.from('21f90404010000002c00000000780078000002' + '03848f0500', 'hex')
  return Buffer.concat([head, ...Array<Buffer>(count).fill(frame), Buffer.from([0x3b])])
}

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

test('the decoder keeps nothing of a picture that was taken', async () => {
  const bytes = await progressive()

  accepted(await validateImage(bytes))

  expect(sharp.cache()).toMatchObject({ memory: { max: 0 }, items: { current: 0, max: 0 } })
})
