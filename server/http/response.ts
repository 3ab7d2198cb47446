import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { cacheControl, noStore } from '@/lib/http/cache-lifetimes'
import type { CachedPage } from '@/server/page-cache/cached-page'
import { isHtml } from '@/server/render/optimize-html'

type Encoding = 'br' | 'gzip' | 'identity'

/** The best encoding that the reader's program takes. Facebook's crawler, for one, takes only gzip. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const parts = (acceptEncoding ?? '').toLowerCase().split(',')
  const isTaken = new Map(
    parts.map((part) => {
      const [name = '', ...parameters] = part.split(';').map((each) => each.trim())
      return [name, !parameters.some((each) => /^q=0(?:\.0*)?$/.test(each))]
    }),
  )
  if (isTaken.get('br')) return 'br'
  // The asterisk speaks for what is not named.
  return (isTaken.get('gzip') ?? isTaken.get('*')) ? 'gzip' : 'identity'
}

// Readers' programs send a few dozen headers among them; anyone can make up more.
const encodingCache = new LRUCache<string, Encoding>({ max: 200 })

function encodingFor(acceptEncoding = ''): Encoding {
  const known = encodingCache.get(acceptEncoding)
  if (known) return known
  const encoding = chooseEncoding(acceptEncoding)
  encodingCache.set(acceptEncoding, encoding)
  return encoding
}

// Only pages have data-saver editions (server/page-cache/data-saver.ts).
const varyOf = (page: CachedPage) =>
  isHtml(page) ? 'Accept-Encoding, Save-Data' : 'Accept-Encoding'

/** A document in one encoding, so ready that a request only copies it out. Headers: names and values in turn. */
type EncodedResponse = { etag: string; body: Buffer; headers200: string[]; headers304: string[] }

function encodeResponse(page: CachedPage, encoding: Encoding): EncodedResponse {
  const { br, gzip, etag: hash } = page.bytes
  const body = encoding === 'identity' ? gunzipSync(gzip) : { br, gzip }[encoding]
  // A strong validator names the bytes, so each encoding has its own.
  const etag = `"${hash}-${encoding}"`
  const headers304 = ['ETag', etag, 'Vary', varyOf(page)]
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  const type = ['Content-Type', page.type]
  const link = page.link ? ['Link', page.link] : []
  const headers200 = [
    ...headers304,
    ...type,
    'Content-Length',
    String(body.length),
    ...coding,
    ...link,
  ]
  return { etag, body, headers200, headers304 }
}

/** What was made ready lives as long as its document. */
const encodedResponses = {
  br: new WeakMap<CachedPage, EncodedResponse>(),
  gzip: new WeakMap<CachedPage, EncodedResponse>(),
}

function encodedResponseFor(encoding: Encoding, page: CachedPage): EncodedResponse {
  // Uncompressed it is asked for by few, and takes five times the room.
  if (encoding === 'identity') return encodeResponse(page, encoding)
  const found = encodedResponses[encoding].get(page)
  if (found) return found
  const encoded = encodeResponse(page, encoding)
  encodedResponses[encoding].set(page, encoded)
  return encoded
}

const matches = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))

/** Whether who asks has it already; a tag says it better than a time, which is not looked at then. */
function isNotModified(
  { headers }: IncomingMessage,
  etag: string,
  modified: number | null,
): boolean {
  if (headers['if-none-match'] !== undefined) return matches(headers['if-none-match'], etag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return modified !== null && since >= modified
}

/**
 * When what a program reads was made, in whole seconds as the header has them; null for a page, which is asked for by
 * its ETag alone. Nor is it said within the second of the making: a newer text of that very second would be taken for
 * the same.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.2
 */
function modifiedAt(page: CachedPage, now: number): number | null {
  if (isHtml(page)) return null
  const second = Math.floor(page.madeAt / 1_000) * 1_000
  return now - second >= 1_000 ? second : null
}

const cacheable = ['Cache-Control', cacheControl('page')]
const cacheableBriefly = ['Cache-Control', cacheControl('stalePage')]
const notCacheable = ['Cache-Control', noStore]
const retryLater = [...notCacheable, 'Retry-After', '30']

export type SendOptions = {
  /** In place of the document's own, for the drawn error pages. */
  status?: number
  /** False where the same address may be answered otherwise the next moment. */
  isCacheable?: boolean
  /** Whether a new one is being made. */
  isStale?: boolean
  /** What an edge needs to know: names and values in turn. */
  cdnHeaders?: string[]
}

/** What is no page is not found by anybody: crawlers that do not read the answer, for it may be no HTML, hear it here. */
const noindex = ['X-Robots-Tag', 'noindex']

/** Hands a optimised page out. */
export function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  page: CachedPage,
  { status = page.status, isCacheable = true, isStale = false, cdnHeaders = [] }: SendOptions = {},
): void {
  const cacheHeaders =
    status >= 500
      ? retryLater
      : isCacheable
        ? [...(isStale ? cacheableBriefly : cacheable), ...cdnHeaders]
        : notCacheable
  if (page.location !== null) {
    res.writeHead(status, [...cacheHeaders, 'Location', page.location, 'Content-Length', '0']).end()
    return
  }
  const encoded = encodedResponseFor(encodingFor(req.headers['accept-encoding']), page)
  const modified = modifiedAt(page, Date.now())
  const lastModified = modified === null ? [] : ['Last-Modified', new Date(modified).toUTCString()]
  if (status === 200 && isNotModified(req, encoded.etag, modified)) {
    res.writeHead(304, [...cacheHeaders, ...encoded.headers304, ...lastModified]).end()
    return
  }
  const robots = status >= 400 ? noindex : []
  res.writeHead(status, [...cacheHeaders, ...robots, ...encoded.headers200, ...lastModified])
  res.end(req.method === 'HEAD' ? undefined : encoded.body)
}

export function sendRedirect(res: ServerResponse, status: 301 | 302, path: string): void {
  res
    .writeHead(status, {
      Location: path,
      'Cache-Control': cacheControl('redirect'),
      'Content-Length': 0,
    })
    .end()
}

/** The last resort, when not even the drawn page could be made: it needs nothing. */
export function sendPlain(res: ServerResponse, status: number, text: string): void {
  const body = `<!doctype html><html lang="bn"><meta charset="utf-8"><title>${text}</title><p>${text}</p></html>`
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': noStore,
    'X-Robots-Tag': 'noindex',
    ...(status >= 500 && { 'Retry-After': 30 }),
  })
  res.end(body)
}

/** A line for a program, as it is. */
export function sendText(res: ServerResponse, text: string): void {
  res.writeHead(200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': cacheControl('verificationFile'),
  })
  res.end(text)
}

export function sendJson(res: ServerResponse, value: object): void {
  res.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': noStore })
  res.end(JSON.stringify(value))
}
