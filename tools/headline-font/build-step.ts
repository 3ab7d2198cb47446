import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashFiles, hasStamp, writeStamp } from '../files/stamp'
import { runProcess } from '../process/child-process'
import { toSingleLine, UserError } from '../terminal/terminal'

export const fontFolder = 'app/fonts'
const packages = ['@fontsource/noto-serif-bengali', 'harfbuzzjs', 'wawoff2']

/** Whether the headline font is missing, or was made from other letters, by other code, of another font. */
export function isFontStale(root = process.cwd()): boolean {
  return !hasStamp(stampFile(root), sourceHash(root))
}

/**
 * Makes the headline font, in a process of its own: what the shaper takes of memory goes with it.
 * @throws UserError with the maker's own words
 */
export async function makeFont(root = process.cwd()): Promise<void> {
  const args = ['--import', 'tsx', 'tools/headline-font/make-font.ts']
  const { code, output } = await runProcess(process.execPath, args, { cwd: root })
  if (code !== 0)
    throw new UserError(`the headline face could not be made: ${toSingleLine(output)}`)
  writeStamp(stampFile(root), sourceHash(root))
}

const stampFile = (root: string) => join(root, fontFolder, '.made-from')

function sourceHash(root: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const versions = packages.map((name) => dependencies[name])
  return `${hashFiles(root, ['tools/headline-font'])} ${versions.join(' ')}`
}
