import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { decompress } from 'wawoff2'

/** The files that the face comes in, whole: every joined form, rare ones too. */
export const fontSubsets = ['latin', 'bengali', 'latin-ext'] as const

/** The weights that cards are set in: headlines, and what stands around them. */
export type FontWeight = 500 | 700

// The library hands out its own memory, which the next file overwrites: one at a time, each copied.
const decompressQueue = pLimit(1)

/** A file of the headline font as TrueType, from the paper's own package: the machine's fonts are never asked. */
export async function readFontFile(subset: (typeof fontSubsets)[number], weight: FontWeight) {
  const file = `noto-serif-bengali-${subset}-${weight}-normal.woff2`
  const here = createRequire(join(process.cwd(), 'package.json'))
  const path = here.resolve(`@fontsource/noto-serif-bengali/files/${file}`)
  const compressed = await readFile(/* turbopackIgnore: true */ path)
  return decompressQueue(async () => Uint8Array.from(await decompress(compressed)))
}
