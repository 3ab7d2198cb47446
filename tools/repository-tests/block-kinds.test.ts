import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quoteEditorBlock } from '@/components/newsroom/story/body-editor/blocks/quote'
import { quoteDefinition } from '@/lib/content-model/blocks/quote'

const root = fileURLToPath(new URL('../..', import.meta.url))
const registry = 'lib/content-model/blocks/registry.ts'

/** The tables with an entry for every kind. */
const tables = [
  'components/article/blocks/block-views.tsx',
  'components/newsroom/story/body-editor/blocks/editor-blocks.ts',
  registry,
  'lib/feeds/story-html.ts',
]

/** The parts of a kind, and the parts of those parts. */
const partPaths = [
  ...Object.keys(quoteDefinition).map((part) => ['quoteDefinition', part]),
  ...Object.keys(quoteEditorBlock).map((part) => ['quoteEditorBlock', part]),
  ...Object.keys(quoteEditorBlock.keys).map((part) => ['quoteEditorBlock', 'keys', part]),
  ...Object.keys(quoteEditorBlock.paste).map((part) => ['quoteEditorBlock', 'paste', part]),
]

const withoutPart = ([object = '', outer = '', inner]: string[], at: number): string => {
  const type = object === 'quoteDefinition' ? 'BlockDefinition' : 'EditorBlock'
  const [whole, part] = inner ? [`${object}.${outer}`, inner] : [object, outer]
  const value = inner ? `{ ...${object}, ${outer}: rest${at} }` : `rest${at}`
  return `const { ${part}: _${at}, ...rest${at} } = ${whole}; export const planted${at}: ${type}<QuoteBlock> = ${value}`
}

const plantedImports = [
  "import { quoteEditorBlock } from '@/components/newsroom/story/body-editor/blocks/quote'",
  "import type { EditorBlock } from '@/components/newsroom/story/body-editor/blocks/editor-block'",
  "import { type QuoteBlock, quoteDefinition } from '@/lib/content-model/blocks/quote'",
  "import type { BlockDefinition } from '@/lib/content-model/blocks/block-definition'",
]

let scratch: string
/** What the compiler reports. */
let faults: { file: string; line: number; message: string }[]

/** A copy of the code with a kind that has no part at all, and one that lacks each part in turn. */
beforeAll(async () => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'dainik-blocks-')))
  for (const folder of ['components', 'lib', 'messages'])
    cpSync(join(root, folder), join(scratch, folder), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'))
  const kinds = readFileSync(join(root, registry), 'utf8')
  writeFileSync(
    join(scratch, registry),
    kinds.replace('export type BlockByKind = {', "$& planted: { kind: 'planted' };"),
  )
  writeFileSync(
    join(scratch, 'lib/planted.ts'),
    [...plantedImports, ...partPaths.map(withoutPart)].join('\n'),
  )
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'))
  writeFileSync(
    join(scratch, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, incremental: false, plugins: [] },
      files: [...tables, 'lib/planted.ts', 'lib/i18n/messages.d.ts'],
    }),
  )
  const output = await new Promise<string>((resolve) => {
    const tsc = join(root, 'node_modules/.bin/tsc')
    execFile(tsc, ['-p', scratch, '--pretty', 'false'], { cwd: scratch }, (_, text) =>
      resolve(text),
    )
  })
  faults = [...output.matchAll(/^([^\s(]+)\((\d+),\d+\): error (.*)$/gm)].map(
    ([, file = '', line, message = '']) => ({ file, line: Number(line), message }),
  )
}, 120_000)

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('the compiler asks every table for a new kind, and no other file', () => {
  const files = new Set(faults.map(({ file }) => file))
  files.delete('lib/planted.ts')

  expect([...files].toSorted()).toEqual(tables)
})

test.each(
  partPaths.map((path, at) => ({ path: path.join('.'), line: plantedImports.length + at + 1 })),
)('a kind without $path does not compile', ({ path, line }) => {
  const message = expect.stringContaining(`Property '${path.split('.').at(-1)}' is missing`)

  expect(faults).toContainEqual({ file: 'lib/planted.ts', line, message })
})
