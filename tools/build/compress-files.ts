import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

const folders = ['.next/static', 'public/_reader']
const isText = (file: string) => /\.(?:css|js|mjs|json|svg|txt)$/.test(file)

/** Lays a brotli and a gzip copy beside every static file of text: compressed once, as small as it goes. */
export async function compressFiles(root = process.cwd()): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(join(root, folder), { recursive: true })
    for (const name of names.filter(isText)) await compressFile(join(root, folder, name))
  }
}

async function compressFile(file: string): Promise<void> {
  const whole = await readFile(file)
  // zlib's default brotli quality is 11, the highest.
  const [br, gzipped] = await Promise.all([toBrotli(whole), toGzip(whole, { level: 9 })])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gzipped)])
}
