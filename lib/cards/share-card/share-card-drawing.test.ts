import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { CardPicture } from '@/lib/cards/drawing/compose'
import { drawShareCard, isLargeEnoughForCard } from './share-card-drawing'

const long = 'অন্তর্বর্তীকালীন সরকারের উপদেষ্টা পরিষদের বৈঠকে জাতীয় নির্বাচনের রোডম্যাপ, সংস্কার কমিশনের সুপারিশ '
const wordsOf = (headline: string) => ({
  headline: headline.normalize('NFC'),
  category: 'আন্তর্জাতিক',
  paper: 'দৈনিক',
  date: '২৫ নভেম্বর ২০২৬',
})

async function plain(colour: string, width = 1_600, height = 1_000): Promise<CardPicture> {
  const image = sharp({ create: { width, height, channels: 3, background: colour } })
  return {
    bytes: await image.jpeg().toBuffer(),
    dimensions: { width, height, focalX: 0.5, focalY: 0.5 },
  }
}

/** The card in rows of grey, 0 to 255. */
async function greysOf(card: Buffer): Promise<Buffer[]> {
  const { data, info } = await sharp(card)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Array.from({ length: info.height }, (_, row) =>
    data.subarray(row * info.width, (row + 1) * info.width),
  )
}

const luminance = (grey: number) => {
  const value = grey / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const contrastToWhite = (grey: number) => 1.05 / (luminance(grey) + 0.05)

describe('white words are read on the whitest picture, 4.5 to 1', () => {
  test.each([
    ['one line', 'ঈদুল আজহা ৭ জুন'],
    ['four lines and an ellipsis', long.repeat(3)],
  ])('in %s', async (_, headline) => {
    const rows = await greysOf(await drawShareCard(wordsOf(headline), await plain('#fff')))

    // Left of all words the picture is bare, and as dark as beside them.
    const contrasts = rows
      .filter((row) =>
        row.subarray(60, 1_140).some((grey) => grey > 235 && grey > (row[8] ?? 0) + 30),
      )
      .map((row) => contrastToWhite(row[8] ?? 255))
    expect(contrasts.length).toBeGreaterThan(60)
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('OG8 nothing stands past the edge', () => {
  test.each([
    ['one endless word', 'স্ত্র'.repeat(300)],
    ['one endless Latin word', 'W'.repeat(600)],
    ['endless words', 'ক্ষ্ম্যর্ঙ্গীৈৌ '.repeat(200)],
    ['signs that hang out', 'ৗৗৗ ঁঁঁ ী ৌ ৌৌ ি'],
    ['nothing', ''],
  ])('%s', async (_, headline) => {
    const words = { ...wordsOf(headline), category: headline, paper: headline }
    const rows = await greysOf(await drawShareCard(words, null))

    const edge = 56
    const outer = rows.flatMap((row, y) =>
      y < 40 || y >= 590 ? [...row] : [...row.subarray(0, edge), ...row.subarray(1_200 - edge)],
    )
    expect(outer.filter((grey) => grey < 200)).toEqual([])
  })
})

test.each([
  [1_600, 1_000, true],
  [600, 400, true],
  [480, 252, true],
  [400, 300, false],
  [1_200, 200, false],
])('a picture of %i × %i carries a card: %s', (width, height, isUsed) => {
  expect(isLargeEnoughForCard({ width, height, focalX: 0.5, focalY: 0.5 })).toBe(isUsed)
})

test('a story whose picture is too small is set in type alone', async () => {
  const alone = await drawShareCard(wordsOf('ঈদুল আজহা ৭ জুন'), null)

  const small = await drawShareCard(wordsOf('ঈদুল আজহা ৭ জুন'), await plain('#000', 300, 200))

  expect(small.equals(alone)).toBe(true)
})
