import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { drawLine } from '@/lib/cards/drawing/draw-text'
import { fontSubsets, readFontFile } from '@/lib/cards/drawing/font-files'
import { HeadlineFont } from '@/lib/cards/drawing/headline-font'

/** Darkness of each pixel, 0 (paper) to 1 (ink). */
export type Raster = { width: number; height: number; dark: Float32Array }

export const sample = { size: 60, lineHeight: 100, margin: 40, width: 1200 }
const baseline = 68

/** The pixels of an image, cut into rasters of a line's height. */
async function rastersOf(image: Buffer): Promise<Raster[]> {
  const { data, info } = await sharp(image)
    .flatten({ background: '#fff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, channels } = info
  const height = sample.lineHeight
  return Array.from({ length: Math.floor(info.height / height) }, (_, line) => {
    const from = line * width * height
    const dark = new Float32Array(width * height)
    for (let at = 0; at < dark.length; at += 1)
      dark[at] = 1 - (data[(from + at) * channels] ?? 0) / 255
    return { width, height, dark }
  })
}

/** A line as cards draw it; `pieces` are set one after another, each shaped by itself. */
export async function drawnByUs(pieces: string[]): Promise<Raster | undefined> {
  const font = await HeadlineFont.open(700)
  const { size, width, lineHeight } = sample
  let x = sample.margin
  const paths = pieces.map((piece) => {
    const path = drawLine(font, piece, { x, y: baseline, colour: '#000', size })
    x += font.shape(piece).advance * size
    return path
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${lineHeight}">${paths.join('')}</svg>`
  const [raster] = await rastersOf(Buffer.from(svg))
  return raster
}

/** The `@font-face` rules of the package's stylesheet, with the three files inlined. */
async function fontFaceStyles(): Promise<string> {
  const ranges = {
    latin: 'U+0000-00FF, U+2000-200B, U+200E-206F, U+20AC, U+2122, U+2212',
    bengali: 'U+0951-0952, U+0964-0965, U+0980-09FE, U+200C-200D, U+20B9, U+25CC',
    'latin-ext': 'U+0100-02FF',
  }
  const faces = fontSubsets.map(async (script) => {
    const font = Buffer.from(await readFontFile(`noto-serif-bengali/${script}-700`)).toString(
      'base64',
    )
    return `@font-face{font-family:Card;font-weight:700;unicode-range:${ranges[script]};src:url(data:font/ttf;base64,${font})}`
  })
  return (await Promise.all(faces)).join('')
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Lines as Chromium draws them with the same face at the same size; not so many that a picture of them has no room. */
export async function drawnByChromium(page: Page, lines: string[]): Promise<Raster[]> {
  const { size, lineHeight, margin, width } = sample
  const style = `${await fontFaceStyles()}*{margin:0;padding:0}p{font:700 ${size}px/${lineHeight}px Card;height:${lineHeight}px;
    width:${width - margin}px;padding-left:${margin}px;white-space:pre;text-rendering:geometricPrecision;overflow:hidden}`
  await page.setViewportSize({ width, height: lineHeight })
  await page.setContent(
    `<html lang="bn"><meta charset="utf-8"><style>${style}</style>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}`,
  )
  await page.evaluate(() => document.fonts.ready)
  return rastersOf(await page.screenshot({ fullPage: true }))
}

const tile = 30
const step = 10
const furthest = 1

function worstTile(one: Raster, other: Raster, dx: number, dy: number): number {
  const { width, height } = one
  // Sums from the upper left corner, so that any tile's is had from four of them.
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      const [ox, oy] = [x + dx, y + dy]
      const isIn = ox >= 0 && oy >= 0 && ox < width && oy < height
      const there = isIn ? (other.dark[oy * width + ox] ?? 0) : 0
      row += Math.abs((one.dark[y * width + x] ?? 0) - there)
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  const at = (x: number, y: number) => sums[y * (width + 1) + x] ?? 0
  let worst = 0
  for (let y = 0; y + tile <= height; y += step)
    for (let x = 0; x + tile <= width; x += step) {
      const sum = at(x + tile, y + tile) - at(x, y + tile) - at(x + tile, y) + at(x, y)
      worst = Math.max(worst, sum / (tile * tile))
    }
  return worst
}

/**
 * How unlike two lines are, 0 to 1: the mean difference of their pixels in the square of half an em where they differ most,
 * laid over each other as well as can be. One letter that is set otherwise shows, however long the line.
 */
export function unlikeness(one: Raster | undefined, other: Raster | undefined): number {
  if (!one || !other) return 1
  const shifts = Array.from({ length: 2 * furthest + 1 }, (_, at) => at - furthest)
  return Math.min(...shifts.flatMap((dx) => shifts.map((dy) => worstTile(one, other, dx, dy))))
}
