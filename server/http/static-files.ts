import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { cacheLifetimes } from '@/lib/http/cache-lifetimes'

type Files = (req: IncomingMessage, res: ServerResponse, otherwise: () => void) => void

const forADay = { maxAge: cacheLifetimes.publicFile.browserSeconds, etag: true }
const forAYear = {
  immutable: cacheLifetimes.buildFile.isImmutable,
  maxAge: cacheLifetimes.buildFile.browserSeconds,
  etag: true,
  brotli: true,
  gzip: true,
}

/**
 * Serves files: those with a hash in their name for a year, in the best encoding that the build wrote beside them
 * (tools/build/compress-files.ts), the committed ones of public/ for a day. Any other request is passed on.
 */
export function staticFiles(root = '.'): Files {
  // The beginning of the address, and the folder with the files below it.
  const folders = [
    ['/_next/static', sirv(join(root, '.next/static'), forAYear)],
    ['/_reader', sirv(join(root, 'public/_reader'), forAYear)],
    ['/icons', sirv(join(root, 'public/icons'), forADay)],
  ] as const
  return (req, res, otherwise) => {
    const url = req.url ?? '/'
    const folder = folders.find(([start]) => url.startsWith(`${start}/`))
    if (!folder) return otherwise()
    const [start, serve] = folder
    req.url = url.slice(start.length)
    serve(req, res, () => {
      req.url = url
      otherwise()
    })
  }
}
