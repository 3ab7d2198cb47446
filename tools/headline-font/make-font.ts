import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compress, decompress } from 'wawoff2'
import { runMain } from '../process/run-main'
import { addGlyphs, type MappedFont } from './add-glyphs'
import { fontFolder } from './build-step'
import { latin, marks } from './letters'
import { charactersOf, glyphsOf, openFont } from './shape'
import { subsetFont } from './subset'
import { headlineTexts } from './texts'

const codes = (text: string) => new Set([...text].map((each) => each.codePointAt(0) ?? 0))

async function readFullFont(script: 'bengali' | 'latin'): Promise<Buffer> {
  const name = `@fontsource/noto-serif-bengali/files/noto-serif-bengali-${script}-700-normal.woff2`
  return Buffer.from(await decompress(await readFile(createRequire(import.meta.url).resolve(name))))
}

const opened = (font: Buffer, characters: Iterable<number>): MappedFont => ({
  font,
  glyphs: charactersOf(openFont(font), characters),
})

/** The letters of Bengali news with all their joined forms, and the marks that stand between them. */
export async function makeBengaliFont(): Promise<Buffer> {
  const [bengali, western] = await Promise.all([readFullFont('bengali'), readFullFont('latin')])
  const texts = headlineTexts()
  const written = texts.join('').replaceAll(' ', '')
  // Before it shapes, a browser takes ৌ apart and puts ড় ঢ় য় together, whatever the text has.
  const characters = codes(`${written}${written.normalize('NFD')}\u09dc\u09dd\u09df`)
  const glyphs = glyphsOf(openFont(bengali), texts)
  const letters = opened(await subsetFont(bengali, { characters, glyphs }), characters)
  const signs = codes(marks)
  const added = opened(await subsetFont(western, { characters: signs }), signs)
  return Buffer.from(await compress(addGlyphs(letters, added)))
}

/** Latin letters and digits, fetched only where one of them stands in a headline. */
export async function makeLatinFont(): Promise<Buffer> {
  const western = await readFullFont('latin')
  return Buffer.from(await compress(await subsetFont(western, { characters: codes(latin) })))
}

/** Makes both files of the headline font. The same sources give the same bytes. */
export async function makeHeadlineFont(root: string): Promise<void> {
  const fonts = { bengali: await makeBengaliFont(), latin: await makeLatinFont() }
  await mkdir(join(root, fontFolder), { recursive: true })
  for (const [name, bytes] of Object.entries(fonts)) {
    await writeFile(join(root, fontFolder, `headline-${name}.woff2`), bytes)
  }
}

runMain(import.meta.url, () => makeHeadlineFont(process.cwd()))
