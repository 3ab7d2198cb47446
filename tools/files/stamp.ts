import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * One hash over the contents of files and folders. Contents, not times: a git checkout touches
 * every file and changes none.
 *
 * @param paths relative to `root`; what is missing counts as missing, not as an error
 * @param isLeftOut whether a path relative to `root` is left out of the hash
 */
export function hashFiles(
  root: string,
  paths: string[],
  isLeftOut: (path: string) => boolean = () => false,
): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => listFiles(root, path)).sort()) {
    if (isLeftOut(path)) continue
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** A stamp says of which sources a thing was made. It is written last: without it, nothing was. */
export function hasStamp(file: string, hash: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

export function writeStamp(file: string, hash: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, hash)
  renameSync(`${file}.new`, file)
}

function listFiles(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path)).flatMap((name) => listFiles(root, `${path}/${name}`))
}
