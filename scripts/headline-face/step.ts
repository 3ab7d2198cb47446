import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../command'
import { hashFiles, hasStamp, writeStamp } from '../stamp'
import { oneLine, Trouble } from '../terminal'

export const faceFolder = 'app/fonts'
const packages = ['@fontsource/noto-serif-bengali', 'harfbuzzjs', 'wawoff2']

/** Whether the headline face is missing, or was made from other letters, by other code, of another font. */
export function isFaceStale(root = process.cwd()): boolean {
  return !hasStamp(stampFile(root), sourceHash(root))
}

/**
 * Makes the headline face, in a process of its own: what the shaper takes of memory goes with it.
 * @throws Trouble with the maker's own words
 */
export async function makeFace(root = process.cwd()): Promise<void> {
  const args = ['--import', 'tsx', 'scripts/headline-face/make.ts']
  const { code, output } = await runCommand(process.execPath, args, { cwd: root })
  if (code !== 0) throw new Trouble(`the headline face could not be made: ${oneLine(output)}`)
  writeStamp(stampFile(root), sourceHash(root))
}

const stampFile = (root: string) => join(root, faceFolder, '.made-from')

function sourceHash(root: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const versions = packages.map((name) => dependencies[name])
  return `${hashFiles(root, ['scripts/headline-face'])} ${versions.join(' ')}`
}
