import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

type Files = (req: IncomingMessage, res: ServerResponse, otherwise: () => void) => void

const forAYear = { immutable: true, maxAge: 31_536_000, etag: true, brotli: true, gzip: true }

/**
 * Files whose name says their content, in the best encoding that the build laid beside them (tools/build/compress-files.ts);
 * calls on for all else.
 */
export function staticFiles(): Files {
  // Where addresses begin, and the folder that the rest of the address is looked for in.
  const folders = [
    ['/_next/static', sirv('.next/static', forAYear)],
    ['/_reader', sirv('public/_reader', forAYear)],
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
