import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { type CardPicture, composeCard, cover } from './compose'

const size = { width: 120, height: 63 }
const blank = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })

async function pictureOf(image: Sharp, focalX = 0.5, focalY = 0.5): Promise<CardPicture> {
  const bytes = await image.toBuffer()
  const { autoOrient } = await sharp(bytes).metadata()
  return { bytes, dimensions: { ...autoOrient, focalX, focalY } }
}

const halves = (width: number, height: number) =>
  blank(width, height, '#f00').composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#00f' } },
      left: 0,
      top: 0,
    },
  ])

async function pixelAt(jpeg: Buffer, left: number, top: number): Promise<number[]> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const at = (top * info.width + left) * info.channels
  return [...data.subarray(at, at + 3)]
}

/** As an eye sees it, past what JPEG does to a colour. */
const near = (pixel: number[], wanted: number[]) =>
  pixel.every((part, at) => Math.abs(part - (wanted[at] ?? 0)) < 12)

const compose = (picture: CardPicture | null, marks: string[] = []) =>
  composeCard({ size, background: '#fff', picture, overlays: marks })

describe('any picture that papers take in becomes a card in colours for screens', () => {
  test.each<[string, () => Sharp, number[]]>([
    ['JPEG', () => blank(400, 300, '#206040').jpeg(), [0x20, 0x60, 0x40]],
    ['grey JPEG', () => blank(400, 300, '#606060').toColourspace('b-w').jpeg(), [96, 96, 96]],
    ['CMYK JPEG', () => blank(400, 300, '#fff').toColourspace('cmyk').jpeg(), [255, 255, 255]],
    ['16-bit PNG', () => blank(400, 300, '#206040').toColourspace('rgb16').png(), [32, 96, 64]],
    ['WebP', () => blank(400, 300, '#206040').webp(), [0x20, 0x60, 0x40]],
    [
      'PNG that can be seen through, on the ground',
      () =>
        sharp({ create: { width: 400, height: 300, channels: 4, background: '#00000000' } }).png(),
      [255, 255, 255],
    ],
  ])('%s', async (_, image, colour) => {
    const card = await compose(await pictureOf(image()))

    const { format, width, height, space, channels } = await sharp(card).metadata()
    expect({ format, width, height, space, channels }).toEqual({
      format: 'jpeg',
      ...size,
      space: 'srgb',
      channels: 3,
    })
    expect(near(await pixelAt(card, 60, 30), colour)).toBe(true)
  })
})

describe('a picture is cut about its focal point', () => {
  test.each([
    [0, [0, 0, 255]],
    [1, [255, 0, 0]],
  ])('at %d', async (focalX, colour) => {
    const card = await compose(await pictureOf(halves(600, 100).png(), focalX))

    expect(near(await pixelAt(card, 60, 30), colour)).toBe(true)
  })

  test('as it is seen upright, not as it lies in the file', async () => {
    const sideways = halves(400, 200).withMetadata({ orientation: 6 }).jpeg()

    const picture = await pictureOf(sideways, 0.5, 0)

    expect(picture.dimensions).toMatchObject({ width: 200, height: 400 })
    expect(near(await pixelAt(await compose(picture), 60, 30), [0, 0, 255])).toBe(true)
  })

  test.each([
    [{ width: 1_600, height: 1_067 }],
    [{ width: 300, height: 4_000 }],
    [{ width: 1, height: 1 }],
    [{ width: 1_201, height: 630 }],
  ])('and fills its room whatever its shape: %o', (measures) => {
    const frame = { width: 1_200, height: 630 }
    const { whole, shown } = cover({ ...measures, focalX: 1, focalY: 1 }, frame)

    expect(shown.left + shown.width).toBe(whole.width)
    expect(shown.top + shown.height).toBe(whole.height)
    expect(Math.min(whole.width - 1_200, whole.height - 630)).toBe(0)
  })
})

test('a picture may fill a part of the card; around it is the ground', async () => {
  const { bytes, dimensions: measures } = await pictureOf(blank(400, 300, '#00f').png())
  const place = { left: 20, top: 10, width: 50, height: 40 }

  const card = await compose({ bytes, dimensions: measures, area: place })

  expect(near(await pixelAt(card, 40, 30), [0, 0, 255])).toBe(true)
  expect(near(await pixelAt(card, 5, 5), [255, 255, 255])).toBe(true)
  expect(near(await pixelAt(card, 100, 60), [255, 255, 255])).toBe(true)
})

test.each<[string, boolean]>([
  ['on a picture', true],
  ['on the bare ground', false],
])('marks lie %s, as opaque as they say', async (_, isOnPicture) => {
  const picture = isOnPicture ? await pictureOf(blank(400, 300, '#fff').png()) : null

  const card = await compose(picture, [
    '<rect width="60" height="63" fill="#000"/>',
    '<rect x="60" width="60" height="63" fill="#000" fill-opacity="0.5"/>',
  ])

  expect(near(await pixelAt(card, 30, 30), [0, 0, 0])).toBe(true)
  expect(near(await pixelAt(card, 90, 30), [127, 127, 127])).toBe(true)
})
