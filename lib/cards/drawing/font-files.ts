import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { decompress } from 'wawoff2'

/** The files of the font, unreduced: with every conjunct, rare ones too. */
export const fontSubsets = ['latin', 'bengali', 'latin-ext'] as const

/** The weights of cards: headlines 700, other text 500. */
export type FontWeight = 500 | 700

// The library returns its own memory, which the next call overwrites: one call at a time, each result copied.
const decompressQueue = pLimit(1)

/** A file of the headline font as TrueType, from its package and never from the machine's fonts. */
export async function readFontFile(subset: (typeof fontSubsets)[number], weight: FontWeight) {
  const file = `noto-serif-bengali-${subset}-${weight}-normal.woff2`
  const here = createRequire(join(process.cwd(), 'package.json'))
  const path = here.resolve(`@fontsource/noto-serif-bengali/files/${file}`)
  const compressed = await readFile(/* turbopackIgnore: true */ path)
  return decompressQueue(async () => Uint8Array.from(await decompress(compressed)))
}
