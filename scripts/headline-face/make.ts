import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compress, decompress } from 'wawoff2'
import { program } from '../interrupt'
import { addGlyphs, type Face } from './add-glyphs'
import { latin, marks } from './letters'
import { charactersOf, glyphsOf, openFont } from './shape'
import { faceFolder } from './step'
import { subsetFont } from './subset'
import { headlineTexts } from './texts'

const codes = (text: string) => new Set([...text].map((each) => each.codePointAt(0) ?? 0))

async function readWhole(script: 'bengali' | 'latin'): Promise<Buffer> {
  const name = `@fontsource/noto-serif-bengali/files/noto-serif-bengali-${script}-700-normal.woff2`
  return Buffer.from(await decompress(await readFile(createRequire(import.meta.url).resolve(name))))
}

const opened = (font: Buffer, characters: Iterable<number>): Face => ({
  font,
  glyphs: charactersOf(openFont(font), characters),
})

/** The letters of Bengali news with all their joined forms, and the marks that stand between them. */
export async function makeBengaliFace(): Promise<Buffer> {
  const [bengali, western] = await Promise.all([readWhole('bengali'), readWhole('latin')])
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
export async function makeLatinFace(): Promise<Buffer> {
  const western = await readWhole('latin')
  return Buffer.from(await compress(await subsetFont(western, { characters: codes(latin) })))
}

/** Makes both files of the headline face. The same sources give the same bytes. */
export async function makeHeadlineFace(root: string): Promise<void> {
  const faces = { bengali: await makeBengaliFace(), latin: await makeLatinFace() }
  await mkdir(join(root, faceFolder), { recursive: true })
  for (const [name, bytes] of Object.entries(faces)) {
    await writeFile(join(root, faceFolder, `headline-${name}.woff2`), bytes)
  }
}

program(import.meta.url, () => makeHeadlineFace(process.cwd()))
