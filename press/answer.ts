import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { isPage, type PressDocument } from './document'

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

function bodyIn(encoding: Encoding, document: PressDocument): Buffer {
  if (encoding === 'br') return document.bytes.br
  return encoding === 'gzip' ? document.bytes.gzip : gunzipSync(document.bytes.gzip)
}

// A browser asks again each time (an answer of a few bytes when nothing changed): news is never an hour old. A proxy that
// nobody tells of changes may answer for five seconds, hand an old copy out while it asks again, and stand in for a dead press.
const cacheControl =
  'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400'

// Only pages have lite editions (press/lite.ts).
const varyOf = (document: PressDocument) =>
  isPage(document) ? 'Accept-Encoding, Save-Data' : 'Accept-Encoding'

const matches = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch?.trim() === '*' ||
  (ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false)

/** Hands a finished document out. `status` overrides its own, for the drawn error pages. */
export function sendDocument(
  req: IncomingMessage,
  res: ServerResponse,
  document: PressDocument,
  status = document.status,
  moreHeaders: Record<string, string> = {},
): void {
  const headers: Record<string, string | number> = {
    'Cache-Control': cacheControl,
    ...(status < 500 && moreHeaders),
  }
  if (status >= 500) headers['Retry-After'] = 30
  if (status >= 500) headers['Cache-Control'] = 'no-store'
  if (document.location !== null) {
    res.writeHead(status, { ...headers, Location: document.location, 'Content-Length': 0 }).end()
    return
  }
  const encoding = chooseEncoding(req.headers['accept-encoding'])
  // A strong validator names the bytes, so each encoding has its own.
  const etag = `"${document.bytes.etag}-${encoding}"`
  Object.assign(headers, { ETag: etag, Vary: varyOf(document) })
  if (status === 200 && matches(req.headers['if-none-match'], etag)) {
    res.writeHead(304, headers).end()
    return
  }
  const body = bodyIn(encoding, document)
  res.writeHead(status, {
    ...headers,
    'Content-Type': document.type,
    'Content-Length': body.length,
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}

export function sendRedirect(res: ServerResponse, status: 301 | 302, path: string): void {
  res
    .writeHead(status, {
      Location: path,
      'Cache-Control': 'public, max-age=3600',
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
    'Cache-Control': 'no-store',
    ...(status >= 500 && { 'Retry-After': 30 }),
  })
  res.end(body)
}

export function sendJson(res: ServerResponse, value: object): void {
  res.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  res.end(JSON.stringify(value))
}
