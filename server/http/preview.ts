import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { privateNoStore } from '@/lib/http/cache-lifetimes'
import { optimizedBody } from '@/server/page-cache/cached-page'
import type { RenderResult } from '@/server/render/renderer'
import type { HeaderOverrides } from './override-headers'
import { chooseEncoding } from './response'

/** A page that is optimised as readers' pages are and never cached. */
export type PreviewPage = { status: number; type: string; location: string | null; body: Buffer }

type PreviewOptions = {
  /**
   * The text is drawn into it while it is typed: the next block may need any style, so the page keeps the link to the
   * whole style sheet.
   */
  isLive?: boolean
}

export function previewPage(
  render: RenderResult,
  { isLive = false }: PreviewOptions = {},
): PreviewPage {
  const { status, type, location } = render
  const body = optimizedBody(render, isLive ? () => null : undefined)
  return { status, type, location, body: Buffer.from(body) }
}

/**
 * Headers of every response at a preview link's address: it is not cached, indexed or framed, and its address is not
 * sent to other sites.
 */
export const previewLinkHeaders: HeaderOverrides = [
  ['Cache-Control', privateNoStore],
  ['X-Robots-Tag', 'noindex, nofollow'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "frame-ancestors 'none'; base-uri 'none'; object-src 'none'"],
]

// A preview is seen once: it is compressed faster than a reader's document.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

async function compress(body: Buffer, acceptEncoding: string | undefined) {
  const encoding = chooseEncoding(acceptEncoding)
  if (encoding === 'identity') return { body, headers: {} }
  const compressed = encoding === 'br' ? toBrotli(body, brotli) : toGzip(body)
  return { body: await compressed, headers: { 'Content-Encoding': encoding } }
}

export async function sendPreview(
  req: IncomingMessage,
  res: ServerResponse,
  { status, type, location, body: uncompressed }: PreviewPage,
): Promise<void> {
  if (location !== null) {
    res.writeHead(status, { Location: location, 'Content-Length': 0 }).end()
    return
  }
  const { body, headers } = await compress(uncompressed, req.headers['accept-encoding'])
  res.writeHead(status, {
    'Content-Type': type,
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
    ...headers,
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}

const newsroomPreviewPath = /^\/newsroom\/preview\/(?:front|[^/?]+\/[^/?]+)(?:\?|$)/

/** Whether the newsroom requests a preview of a reader's page. */
export const isNewsroomPreview = (req: IncomingMessage): boolean =>
  (req.method === 'GET' || req.method === 'HEAD') &&
  req.headers.rsc === undefined &&
  newsroomPreviewPath.test(req.url ?? '')

/** Whether the preview follows what is typed (components/newsroom/preview). */
export const isLive = (req: IncomingMessage): boolean => /[?&]live(?:&|$)/.test(req.url ?? '')

/** Headers about the user for a preview page; the newsroom handler has verified them. */
export function forwardedHeaders({ headers }: IncomingMessage): Record<string, string> {
  const forwardedNames = ['cookie', 'user-agent', 'x-forwarded-for', 'x-newsroom-path']
  return Object.fromEntries(
    forwardedNames.flatMap((name) =>
      headers[name] === undefined ? [] : [[name, String(headers[name])]],
    ),
  )
}
