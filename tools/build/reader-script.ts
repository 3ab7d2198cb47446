import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Where the reader script lies; its name says its content, so that a browser may keep it for good. */
export const readerScriptFolder = 'public/_reader'

/** Bundles reader/ into one file of readerScriptFolder, in the place of what is there. */
export async function makeReaderScript(root = process.cwd()): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['reader/main.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    // Phones that are still in use; what is newer is asked for before it is used.
    target: ['chrome80', 'firefox78', 'safari14.1'],
    legalComments: 'none',
  })
  const [script] = outputFiles
  if (!script) throw new Error('esbuild made nothing of reader/main.ts')
  const hash = createHash('sha256').update(script.contents).digest('hex').slice(0, 10)
  const name = `main-${hash}.js`
  mkdirSync(join(root, readerScriptFolder), { recursive: true })
  writeFileSync(join(root, readerScriptFolder, name), script.contents)
  const others = readdirSync(join(root, readerScriptFolder)).filter(
    (each) => !each.startsWith(name),
  )
  for (const each of others) rmSync(join(root, readerScriptFolder, each))
}
