import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { decompress } from 'wawoff2'

/** The files of the font, unreduced: with every conjunct, rare ones too. */
export const fontSubsets = ['latin', 'bengali', 'latin-ext'] as const

/** The weights of cards: headlines 700, other text 500. */
export type FontWeight = 500 | 700

/**
 * Where letters come from that the headline font lacks, the first file that has one: powers, fractions, Greek and
 * Cyrillic; Arabic; Devanagari; signs of mathematics; emoji in one colour; other signs.
 */
const fallbackFiles = [
  ...['latin', 'latin-ext', 'math', 'greek', 'cyrillic'].map((part) => `noto-serif/${part}-700`),
  'noto-naskh-arabic/arabic-700',
  'noto-serif-devanagari/devanagari-700',
  'noto-sans-math/latin-400',
  'noto-emoji/emoji-700',
  'noto-sans-symbols-2/symbols-400',
]

// The library returns its own memory, which the next call overwrites: one call at a time, each result copied.
const decompressQueue = pLimit(1)

/** A file of a font as TrueType, from its package and never from the machine's fonts. */
export async function readFontFile(name: string): Promise<Uint8Array> {
  const here = createRequire(join(process.cwd(), 'package.json'))
  const [family, file] = name.split('/')
  const path = here.resolve(`@fontsource/${family}/files/${family}-${file}-normal.woff2`)
  const compressed = await readFile(/* turbopackIgnore: true */ path)
  return decompressQueue(async () => Uint8Array.from(await decompress(compressed)))
}

/** The files of the headline font in a weight. */
export const readHeadlineFont = (weight: FontWeight): Promise<Uint8Array[]> =>
  Promise.all(fontSubsets.map((part) => readFontFile(`noto-serif-bengali/${part}-${weight}`)))

/** The files of the letters that the headline font lacks. */
export const readFallbackFonts = (): Promise<Uint8Array[]> =>
  Promise.all(fallbackFiles.map(readFontFile))
