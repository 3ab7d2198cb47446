import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { countGraphemes } from '@/lib/bengali/text/shorten'
import { fitText } from '@/lib/cards/drawing/fit-text'
import { HeadlineFont } from '@/lib/cards/drawing/headline-font'
import type { Picture } from '@/lib/content-model/article'
import { env } from '@/lib/env'
import { originalPath } from '@/lib/media/files/file-store'
import {
  type PhotocardContent,
  type PhotocardWords,
  photocardLimits,
  photocardSizes,
  sizeNames,
} from '@/lib/photocards/photocard'
import { verifyPath } from '@/lib/urls/verify-address'
import { drawPhotocard } from './draw'

const code = 'k7mx93pfcwr4'
const content = {
  category: 'সারাদেশ',
  storyAt: new Date('2026-03-26T06:00:00Z'),
  paper: 'দৈনিক',
  image: null,
  code,
  size: 'square' as const,
}
const longHeadline = 'বন্যার পানি নামতে শুরু করেছে, ঘরে ফিরছে কুড়িগ্রামের হাজারো পরিবার; ক্ষতিগ্রস্ত কৃষক পাবেন ঋণ'
const wordsCases: PhotocardWords[] = [
  { template: 'headline', headline: 'ঈদ কাল' },
  { template: 'headline', headline: longHeadline.repeat(3) },
  { template: 'quote', quote: 'না।', speaker: 'এক ভোটার' },
  { template: 'quote', quote: 'ক্ষ্ম '.repeat(53), speaker: 'ঔষধপ্রশাসন '.repeat(10) },
  { template: 'number', number: '৭', caption: 'উইকেট' },
  { template: 'number', number: '৮'.repeat(16), caption: 'ঔষধপ্রশাসন '.repeat(14) },
]

let wide: Picture
let tall: Picture

async function storePicture(name: string): Promise<Picture> {
  const bytes = await readFile(`prisma/seed/pictures/${name}.jpg`)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const { width = 0, height = 0 } = await sharp(bytes).metadata()
  await mkdir(dirname(originalPath(hash)), { recursive: true })
  await writeFile(originalPath(hash), bytes)
  return {
    id: 1,
    hash,
    width,
    height,
    alt: '',
    caption: null,
    credit: 'রয়টার্স',
    focalX: 0.5,
    focalY: 0.4,
  }
}

/** What a phone's camera reads in the picture. */
async function readSquare(jpeg: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

beforeAll(async () => {
  wide = await storePicture('flooded-village')
  tall = await storePicture('baul-stage')
})

describe('every card is as large as it says, and its square leads to what is said of it', () => {
  const cases = wordsCases.flatMap((words) =>
    sizeNames.flatMap((size) =>
      (['none', 'wide', 'tall'] as const).map((picture) => ({ words, size, picture })),
    ),
  )

  test.each(cases)(
    '$words.template, $size, picture: $picture',
    async ({ words, size, picture }) => {
      const image = { none: null, wide, tall }[picture]

      const jpeg = await drawPhotocard({ ...content, words, size, image })

      const { format, width, height } = await sharp(jpeg).metadata()
      expect({ format, width, height }).toEqual({ format: 'jpeg', ...photocardSizes[size] })
      expect(await readSquare(jpeg)).toBe(`${new URL(env.siteUrl).origin}${verifyPath(code)}`)
    },
  )

  test('also when another site made it half as large, with its own JPEG', async () => {
    const jpeg = await drawPhotocard({
      ...content,
      words: { template: 'headline', headline: longHeadline },
      image: wide,
    })

    const small = await sharp(jpeg).resize({ width: 540 }).jpeg({ quality: 60 }).toBuffer()

    expect(await readSquare(small)).toBe(`${new URL(env.siteUrl).origin}${verifyPath(code)}`)
  })
})

test('while it is looked at, nothing in it leads anywhere', async () => {
  const jpeg = await drawPhotocard({
    ...content,
    code: null,
    words: { template: 'quote', quote: 'কথা', speaker: 'বক্তা' },
  })

  expect(await readSquare(jpeg)).toBeUndefined()
})

test('the same card is the same picture; another word is another', async () => {
  const words: PhotocardContent['words'] = { template: 'number', number: '৪২', caption: 'জন' }

  const [one, same, other] = await Promise.all(
    [words, words, { ...words, caption: 'জনা' }].map((each) =>
      drawPhotocard({ ...content, words: each }),
    ),
  )

  expect(one?.equals(same ?? Buffer.alloc(0))).toBe(true)
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false)
})

/** The strip at a card's edge, `pixels` wide: paper alone when no letter is cut there. */
async function darkestOf(jpeg: Buffer, left: number, pixels: number): Promise<number> {
  const part = { left, top: 20, width: pixels, height: 800 }
  const strip = await sharp(jpeg).extract(part).greyscale().raw().toBuffer()
  return strip.reduce((darkest, pixel) => Math.min(darkest, pixel), 255)
}

test.each(wordsCases)('no letter of a card touches its edge: $template', async (words) => {
  const jpeg = await drawPhotocard({ ...content, words })

  expect(await darkestOf(jpeg, 0, 40)).toBeGreaterThan(200)
  expect(await darkestOf(jpeg, 1_040, 40)).toBeGreaterThan(200)
})

test('a picture too small to fill its part is left out rather than blurred', async () => {
  const words: PhotocardContent['words'] = { template: 'headline', headline: 'ঈদ কাল' }
  const small = { ...wide, width: 300, height: 200 }

  const [without, withSmall] = [
    await drawPhotocard({ ...content, words }),
    await drawPhotocard({ ...content, words, image: small }),
  ]

  expect(withSmall.equals(without)).toBe(true)
})

test('the longest quote that may be typed stands whole beside a picture, whatever its letters', async () => {
  const bold = await HeadlineFont.open(700)
  const box = { width: 568, height: 420, maxSize: 92, minSize: 20, maxLines: 30, lineHeight: 1.36 }
  const quotes = ['ঔ', 'ক্ষ্ম ', 'W', 'বন্যা ', '৮'].map((letter) =>
    letter.repeat(photocardLimits.quote).slice(0, photocardLimits.quote).trim(),
  )

  const fitted = quotes.map((quote) => fitText(bold, quote, box))

  expect(quotes.every((quote) => countGraphemes(quote) > 0)).toBe(true)
  expect(fitted.map(({ isWhole }) => isWhole)).toEqual(quotes.map(() => true))
})
