import { rmSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'

const folder = vi.hoisted(() => {
  const name = `dainik-media-${process.pid}`
  process.env.DAINIK_DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/${name}`
  return process.env.DAINIK_DATA_DIR
})

import { db } from '@/lib/db/client'
import type { Image } from '@/lib/db/generated/client'
import { findOrCreatePicture, storePictureFile } from '@/lib/media/commands'
import { drawing, jpegOf, phoneJpeg } from '@/tools/test-harness/fixtures/pictures'
import { emptyDatabase, testTransaction } from '@/tools/test-harness/fixtures/test-paper'
import { type CropShape, cropShapes, focusOf } from './crop'
import { findCrop } from './crops'
import { originalPath, variantsFolder } from './file-store'
import {
  offeredWidths,
  type PictureFormat,
  type PictureWidth,
  pictureFormats,
  pictureWidths,
} from './picture'
import { findVariant } from './variants'

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await emptyDatabase()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = { alt: 'নদীতে নৌকা', focalX: 0.5, focalY: 0.5 }

async function add(bytes: Buffer) {
  const metadata = await storePictureFile(bytes)
  if (typeof metadata === 'string') throw new Error(metadata)
  const { id } = await findOrCreatePicture(testTransaction(), metadata, null, words)
  return db().image.findUniqueOrThrow({ where: { id } })
}

async function addressOf(bytes: Buffer, width: PictureWidth, format: PictureFormat) {
  const { id, hash } = await add(bytes)
  return { id, hashStart: hash.slice(0, 6), width, format }
}

async function cropBytes(image: Image, shape: CropShape): Promise<Buffer> {
  const { id, hash } = image
  const found = await findCrop({ id, hashStart: hash.slice(0, 6), shape, ...focusOf(image) })
  if (!found || !('bytes' in found)) throw new Error('no crop')
  return found.bytes
}

describe('a picture taken into the archive', () => {
  test('keeps its pixels, its measures and its words', async () => {
    const bytes = await jpegOf()

    const image = await add(bytes)

    expect(image).toMatchObject({
      ...words,
      width: 400,
      height: 300,
      mediaType: 'image/jpeg',
      caption: null,
    })
    const stored = await sharp(await readFile(originalPath(image.hash))).metadata()
    expect([stored.format, stored.width, stored.height]).toEqual(['jpeg', 400, 300])
  })

  test('is one picture however often it is sent', async () => {
    const bytes = await jpegOf()

    const [first, second] = [await add(bytes), await add(bytes)]

    expect(second.id).toBe(first.id)
    expect(await db().image.count()).toBe(1)
  })

  test('sent again, gets back an original that was lost', async () => {
    const bytes = await jpegOf()
    const { hash } = await add(bytes)
    await rm(originalPath(hash))

    await add(bytes)

    expect((await sharp(await readFile(originalPath(hash))).metadata()).width).toBe(400)
  })

  test('sent twice at once, is one picture and no fault', async () => {
    const bytes = await jpegOf()

    await Promise.all([1, 2, 3].map(() => add(bytes)))

    expect(await db().image.count()).toBe(1)
  })

  test('when it is refused, leaves nothing', async () => {
    await expect(add(Buffer.from('<svg/>'))).rejects.toThrow('pictureSvg')

    expect(await db().image.count()).toBe(0)
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })
})

describe('a picture in one width and format', () => {
  test.each(pictureFormats)('is that wide and is %s', async (format) => {
    const address = await addressOf(await jpegOf(800, 600), 320, format)

    const facts = await sharp((await findVariant(address)) ?? undefined).metadata()

    expect([facts.width, facts.height]).toEqual([320, 240])
    expect(facts.format).toBe({ avif: 'heif', webp: 'webp', jpg: 'jpeg' }[format])
  })

  test.each([
    ['taller than WebP can be', 640, 16_500],
    ['taller than WebP and AVIF can be, and narrow', 160, 20_000],
    ['as long and as low as is taken', 20_000, 100],
  ])('is there in every offered width and format of a picture %s', async (_, width, height) => {
    const grey = { width, height, channels: 3 as const, background: '#777' }
    const image = await add(await sharp({ create: grey }).png({ compressionLevel: 1 }).toBuffer())
    const widest = Math.max(...pictureWidths)
    const offered = offeredWidths(image, widest).flatMap((each) =>
      pictureFormats.map((format) => ({ width: each, format })),
    )

    const found = await Promise.all(
      offered.map((each) =>
        findVariant({ id: image.id, hashStart: image.hash.slice(0, 6), ...each }),
      ),
    )

    const measures = await Promise.all(found.map((bytes) => sharp(bytes ?? undefined).metadata()))
    expect(measures.every((measure) => measure.width > 0)).toBe(true)
    const crops = await Promise.all(cropShapes.map((shape) => cropBytes(image, shape)))
    expect(crops.every((bytes) => bytes.length > 0)).toBe(true)
  })

  test('is never wider than the original', async () => {
    const address = await addressOf(await jpegOf(400, 300), 1600, 'jpg')

    expect((await sharp((await findVariant(address)) ?? undefined).metadata()).width).toBe(400)
  })

  test.each(pictureFormats)(
    'stands upright and does not say where it was taken (%s)',
    async (format) => {
      const original = await phoneJpeg(600, 400)
      const address = await addressOf(original, 160, format)

      const bytes = await findVariant(address)
      const facts = await sharp(bytes ?? undefined).metadata()
      const { data } = await sharp(bytes ?? undefined)
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })

      expect((await sharp(original).metadata()).exif).toBeDefined()
      expect(facts.exif).toBeUndefined()
      expect(facts.orientation).toBeUndefined()
      expect(bytes?.includes('TestPhone')).toBe(false)
      expect([facts.width, facts.height]).toEqual([160, 240])
      // Turned a quarter to the right, what was left is on top: red above, blue below.
      expect((data[0] ?? 0) > (data[2] ?? 0)).toBe(true)
      expect((data.at(-3) ?? 0) < (data.at(-1) ?? 0)).toBe(true)
    },
  )

  test('of a picture for print, is in colours for screens', async () => {
    const print = await (await drawing()).toColourspace('cmyk').jpeg().toBuffer()
    const address = await addressOf(print, 160, 'jpg')

    expect((await sharp((await findVariant(address)) ?? undefined).metadata()).space).toBe('srgb')
  })

  test('is made once: from then on its file is read', async () => {
    const address = await addressOf(await jpegOf(), 160, 'webp')
    const first = await findVariant(address)
    const [name = ''] = await readdir(variantsFolder())
    const path = join(variantsFolder(), name, '160.webp')
    const stored = await readFile(path)

    await writeFile(path, 'kept')
    const second = await findVariant(address)

    expect(stored).toEqual(first)
    expect(second?.toString()).toBe('kept')
  })

  test('asked for by many at once, is one file', async () => {
    const address = await addressOf(await jpegOf(), 320, 'jpg')

    const all = await Promise.all(Array.from({ length: 50 }, () => findVariant(address)))
    const [name = ''] = await readdir(variantsFolder())

    expect(new Set(all.map((bytes) => bytes?.toString('base64'))).size).toBe(1)
    expect(await readdir(join(variantsFolder(), name))).toEqual(['320.jpg'])
  })

  test('that nobody has, is none and leaves no file', async () => {
    const address = await addressOf(await jpegOf(), 160, 'jpg')
    const { hash } = await db().image.findUniqueOrThrow({ where: { id: address.id } })

    const unknown = await findVariant({ ...address, id: 999 })
    const ofOtherHash = await findVariant({ ...address, hashStart: 'ffffff' })
    await rm(originalPath(hash))
    const withoutOriginal = await findVariant(address)

    expect([unknown, ofOtherHash, withoutOriginal]).toEqual([null, null, null])
    await expect(readdir(variantsFolder())).rejects.toThrow('ENOENT')
  })
})
