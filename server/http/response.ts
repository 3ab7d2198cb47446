import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { paperTime } from '@/lib/clock'
import { cacheControl, noStore } from '@/lib/http/cache-lifetimes'
import type { CachedPage } from '@/server/page-cache/cached-page'
import { isHtml } from '@/server/render/optimize-html'

type Encoding = 'br' | 'gzip' | 'identity'

/** The best encoding that the client accepts. Facebook's crawler accepts only gzip. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const parts = (acceptEncoding ?? '').toLowerCase().split(',')
  const isTaken = new Map(
    parts.map((part) => {
      const [name = '', ...parameters] = part.split(';').map((each) => each.trim())
      return [name, !parameters.some((each) => /^q=0(?:\.0*)?$/.test(each))]
    }),
  )
  if (isTaken.get('br')) return 'br'
  // The asterisk stands for encodings that are not named.
  return (isTaken.get('gzip') ?? isTaken.get('*')) ? 'gzip' : 'identity'
}

// Browsers send a few dozen different values; a client can invent more.
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

/** A page in one encoding, ready to be copied into a response. Headers are names and values in turn. */
type EncodedResponse = { etag: string; headers200: string[]; headers304: string[] }

/**
 * The uncompressed length that a gzip member states.
 * @see https://www.rfc-editor.org/rfc/rfc1952#page-8
 */
const uncompressedLength = (gzip: Buffer) => gzip.readUInt32LE(gzip.length - 4)

function encodeResponse(page: CachedPage, encoding: Encoding): EncodedResponse {
  const { br, gzip, etag: hash } = page.bytes
  const length = encoding === 'identity' ? uncompressedLength(gzip) : { br, gzip }[encoding].length
  // A strong validator identifies bytes, so each encoding has one.
  const etag = `"${hash}-${encoding}"`
  const headers304 = ['ETag', etag, 'Vary', varyOf(page)]
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  const type = ['Content-Type', page.type]
  const link = page.link ? ['Link', page.link] : []
  const headers200 = [...headers304, ...type, 'Content-Length', String(length), ...coding, ...link]
  return { etag, headers200, headers304 }
}

/** Encoded responses are cached as long as their page. */
const encodedResponses = {
  br: new WeakMap<CachedPage, EncodedResponse>(),
  gzip: new WeakMap<CachedPage, EncodedResponse>(),
  identity: new WeakMap<CachedPage, EncodedResponse>(),
}

function encodedResponseFor(encoding: Encoding, page: CachedPage): EncodedResponse {
  const found = encodedResponses[encoding].get(page)
  if (found) return found
  const encoded = encodeResponse(page, encoding)
  encodedResponses[encoding].set(page, encoded)
  return encoded
}

const megabyte = 1024 * 1024

/**
 * Uncompressed bodies by hash. Few clients ask for them, and they take five times the memory, so all share a small
 * cache: requests for the same page share its buffer, and a larger body is decompressed as fast as the client reads
 * it.
 */
const uncompressedBodies = new LRUCache<string, Buffer>({
  maxSize: 16 * megabyte,
  maxEntrySize: megabyte,
  sizeCalculation: (body) => body.length + 1,
})

function sendUncompressed(res: ServerResponse, { gzip, etag }: CachedPage['bytes']): void {
  if (uncompressedLength(gzip) > megabyte) {
    // `pipeline` destroys the response when the client disconnects or the bytes are damaged; the error is reported
    // there.
    pipeline(Readable.from([gzip]), createGunzip(), res, () => {})
    return
  }
  const body = uncompressedBodies.get(etag) ?? gunzipSync(gzip)
  uncompressedBodies.set(etag, body)
  res.end(body)
}

const matches = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))

// The three forms of RFC 9110, 5.6.7: the one of today, RFC 850's and asctime's, which names no zone and means GMT.
const httpDate =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT|[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} [\d:]{8} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$/

/**
 * The time of an `If-Modified-Since`; null when it is no HTTP date or lies in the future, which RFC 9110 tells
 * servers to ignore: a client whose clock is ahead would never get a newer page.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.3
 */
function parseModifiedSince(header: string | undefined, now: number): number | null {
  if (header === undefined || !httpDate.test(header)) return null
  const since = Date.parse(header.endsWith('GMT') ? header : `${header} GMT`)
  return Number.isNaN(since) || since > now ? null : since
}

/** Whether the client has the current page; the time is ignored when it sends an ETag. */
function isNotModified(
  { headers }: IncomingMessage,
  etag: string,
  modified: number | null,
  now: number,
): boolean {
  if (headers['if-none-match'] !== undefined) return matches(headers['if-none-match'], etag)
  const since = parseModifiedSince(headers['if-modified-since'], now)
  return modified !== null && since !== null && since >= modified
}

/**
 * When a feed or sitemap was made, in whole seconds as the header has them; null for a page, which has an ETag alone,
 * and within the second in which it was made: a newer text of the same second would be taken for the same.
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
  /** The status of a rendered error page, in place of the document's own. */
  status?: number
  /** False when the same address may get another answer the next moment. */
  isCacheable?: boolean
  /** Whether a new copy is being rendered. */
  isStale?: boolean
  /** Headers for a CDN: names and values in turn. */
  cdnHeaders?: string[]
}

/** Feeds and other texts for programs are not indexed; crawlers that do not parse them read the header. */
const noindex = ['X-Robots-Tag', 'noindex']

/** Sends an optimised page. */
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
  const encoding = encodingFor(req.headers['accept-encoding'])
  const encoded = encodedResponseFor(encoding, page)
  const now = paperTime()
  const modified = modifiedAt(page, now)
  const lastModified = modified === null ? [] : ['Last-Modified', new Date(modified).toUTCString()]
  if (status === 200 && isNotModified(req, encoded.etag, modified, now)) {
    res.writeHead(304, [...cacheHeaders, ...encoded.headers304, ...lastModified]).end()
    return
  }
  const robots = status >= 400 ? noindex : []
  res.writeHead(status, [...cacheHeaders, ...robots, ...encoded.headers200, ...lastModified])
  if (req.method === 'HEAD') res.end()
  else if (encoding === 'identity') sendUncompressed(res, page.bytes)
  else res.end(page.bytes[encoding])
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

/** A page of one sentence, without a render and a style sheet. */
export const plainPage = (text: string) =>
  `<!doctype html><html lang="bn"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text}</title><p>${text}</p></html>`

/** Sends a page of one sentence, where no page can be rendered or none is worth a render. */
export function sendPlain(res: ServerResponse, status: number, text: string): void {
  const body = plainPage(text)
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': noStore,
    'X-Robots-Tag': 'noindex',
    ...(status >= 500 && { 'Retry-After': 30 }),
  })
  res.end(body)
}

/** Sends a line of text for a program. */
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
