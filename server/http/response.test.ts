import type { Server } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CachedPage, toCachedPage } from '@/server/page-cache/cached-page'
import {
  requestFrom as askServer,
  startHttpServer,
} from '@/tools/test-harness/fixtures/http-server'
import { type RenderOverrides, rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import { chooseEncoding, sendPage, sendPlain, sendRedirect } from './response'

describe('a reader’s program gets the smallest encoding it takes', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip,br', 'br'],
    ['GZIP', 'gzip'],
    ['br;q=0', 'identity'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0,gzip;q=0.5', 'gzip'],
    ['br;q=0.001', 'br'],
    ['br ; q=0 , gzip ; q=1', 'gzip'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['*', 'gzip'],
    ['*;q=0', 'identity'],
    ['gzip;q=0, *', 'identity'],
    ['deflate', 'identity'],
    ['brotli', 'identity'],
    [',,;', 'identity'],
  ])('%j → %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding)
  })
})

const html = `<p>${'নদীর পানি বাড়ছে। '.repeat(50)}</p>`
const htmlPages: Record<string, RenderOverrides> = {
  '/story': { html },
  '/missing': { status: 404, html },
  '/withdrawn': { status: 410, html },
  '/moved': { status: 301, location: '/sports/7' },
  '/feed.xml': { type: 'application/rss+xml; charset=utf-8', html },
  '/hub.xml': {
    type: 'application/rss+xml; charset=utf-8',
    html,
    context: { links: ['<https://hub.example/>; rel="hub"', '<https://p.example/>; rel="self"'] },
  },
  '/broken': { status: 503, html },
}

const pages = new Map<string, CachedPage>()
let server: Server

beforeAll(async () => {
  for (const [path, options] of Object.entries(htmlPages)) {
    pages.set(path, await toCachedPage(rendered(options), 0, 0))
  }
  server = await startHttpServer((req, res) => {
    const path = req.url ?? ''
    const page = pages.get(path)
    if (page) sendPage(req, res, page)
    else if (path === '/unavailable')
      sendPage(req, res, pages.get('/story') as CachedPage, { status: 503 })
    else if (path === '/old')
      sendPage(req, res, pages.get('/story') as CachedPage, { isStale: true })
    else if (path === '/redirect') sendRedirect(res, 302, '/latest')
    else sendPlain(res, Number(path.slice(1)), '৪০৫')
  })
})
afterAll(() => server.close())

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  askServer(server, path, { headers, method })

describe('a document is handed out whole', () => {
  test.each([
    ['br', 'br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
    ['identity', undefined, (body: Buffer) => body],
  ])('in %s', async (accepted, contentEncoding, decode) => {
    const { status, headers, body } = await ask('/story', { 'accept-encoding': accepted })

    expect(status).toBe(200)
    expect(decode(body).toString()).toBe(html)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.length),
      'cache-control':
        'public, max-age=0, s-maxage=5, stale-while-revalidate=5, stale-if-error=86400',
      vary: 'Accept-Encoding, Save-Data',
    })
    expect(headers['content-encoding']).toBe(contentEncoding)
  })

  test('an old copy is asked for again soon, so that a proxy shows no list older than ten seconds', async () => {
    const { status, headers } = await ask('/old')

    expect(status).toBe(200)
    expect(headers['cache-control']).toBe(
      'public, max-age=0, s-maxage=1, stale-while-revalidate=5, stale-if-error=86400',
    )
  })

  test('with its own media type; texts for programs have no data-saver edition', async () => {
    const { headers, body } = await ask('/feed.xml', { 'accept-encoding': 'gzip' })

    expect(headers).toMatchObject({
      'content-type': 'application/rss+xml; charset=utf-8',
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    })
    expect(gunzipSync(body).toString()).toBe(html)
  })

  test('with its Link header, when it has one', async () => {
    const answers = [await ask('/hub.xml'), await ask('/feed.xml')]

    expect(answers.map(({ headers }) => headers.link)).toEqual([
      '<https://hub.example/>; rel="hub", <https://p.example/>; rel="self"',
      undefined,
    ])
  })

  test('a HEAD request gets the same headers and no body', async () => {
    const accepted = { 'accept-encoding': 'br' }
    const got = await ask('/story', accepted)

    const head = await ask('/story', accepted, 'HEAD')

    const undated = ({ date: _, ...headers }: Record<string, unknown>) => headers
    expect(head.status).toBe(200)
    expect(head.body).toHaveLength(0)
    expect(undated(head.headers)).toEqual(undated(got.headers))
  })
})

describe('a reader who has the copy is told so in a few bytes', () => {
  const etagOf = async (encoding: string) =>
    String((await ask('/story', { 'accept-encoding': encoding })).headers.etag)

  test('each encoding has a mark of its own', async () => {
    const etags = await Promise.all(['br', 'gzip', 'identity'].map(etagOf))

    expect(new Set(etags).size).toBe(3)
    expect(etags.filter((etag) => /^"[\w-]+"$/.test(etag))).toHaveLength(3)
  })

  test.each([
    ['the mark itself', (etag: string) => etag],
    ['a weakened mark, as proxies send it', (etag: string) => `W/${etag}`],
    ['one of several', (etag: string) => `"other", ${etag}`],
  ])('%s → 304', async (_, condition) => {
    const etag = await etagOf('gzip')

    const answer = await ask('/story', {
      'accept-encoding': 'gzip',
      'if-none-match': condition(etag),
    })

    expect(answer.status).toBe(304)
    expect(answer.body).toHaveLength(0)
    expect(answer.headers).toMatchObject({ etag, vary: 'Accept-Encoding, Save-Data' })
    expect(answer.headers['cache-control']).toBe(
      'public, max-age=0, s-maxage=5, stale-while-revalidate=5, stale-if-error=86400',
    )
  })

  test('another mark gets the document', async () => {
    const etag = await etagOf('br')

    const answer = await ask('/story', { 'accept-encoding': 'gzip', 'if-none-match': etag })

    expect(answer.status).toBe(200)
    expect(gunzipSync(answer.body).toString()).toBe(html)
  })

  test('a missing page stays missing though the reader has its copy', async () => {
    const first = await ask('/missing')

    const again = await ask('/missing', { 'if-none-match': String(first.headers.etag) })

    expect(again.status).toBe(404)
  })
})

describe('the status tells the truth', () => {
  test.each([
    ['/missing', 404],
    ['/withdrawn', 410],
  ])('%s answers %i with a page', async (path, status) => {
    const answer = await ask(path)

    expect(answer.status).toBe(status)
    expect(answer.body.toString()).toBe(html)
  })

  test.each(['/broken', '/unavailable'])(
    '%s is kept by nobody and may be asked again',
    async (path) => {
      const { status, headers, body } = await ask(path)

      expect(status).toBe(503)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'retry-after': '30' })
      expect(body.toString()).toBe(html)
    },
  )

  test.each([
    ['/moved', 301, '/sports/7'],
    ['/redirect', 302, '/latest'],
  ])('%s answers %i to %s', async (path, status, location) => {
    const answer = await ask(path)

    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({ location, 'content-length': '0' })
  })

  test.each([
    ['/405', 405, undefined],
    ['/503', 503, '30'],
  ])(
    'the plain answer %s needs nothing and is kept by nobody',
    async (path, status, retryAfter) => {
      const { headers, ...answer } = await ask(path)

      expect(answer.status).toBe(status)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['retry-after']).toBe(retryAfter)
      expect(answer.body.toString()).toContain('৪০৫')
    },
  )
})

describe('HT1 a text for programs is asked for by its time as well', () => {
  const madeAt = 'Thu, 01 Jan 1970 00:00:00 GMT'
  const later = 'Fri, 02 Jan 1970 00:00:00 GMT'

  test.each([
    ['that very time', { 'if-modified-since': madeAt }, 304],
    ['a later one', { 'if-modified-since': later }, 304],
    ['an earlier one', { 'if-modified-since': 'Wed, 31 Dec 1969 00:00:00 GMT' }, 200],
    [
      'that time as RFC 850 wrote it',
      { 'if-modified-since': 'Thursday, 01-Jan-70 00:00:00 GMT' },
      304,
    ],
    ['that time as asctime writes it', { 'if-modified-since': 'Thu Jan  1 00:00:00 1970' }, 304],
    ['no time at all', { 'if-modified-since': 'yesterday' }, 200],
    ['a year alone', { 'if-modified-since': '2025' }, 200],
    ['a date of JSON', { 'if-modified-since': '2025-01-01T00:00:00.000Z' }, 200],
    ['a time to come', { 'if-modified-since': 'Sat, 16 Nov 2099 19:11:00 GMT' }, 200],
    [
      'a time beside a tag, which says it better',
      { 'if-modified-since': later, 'if-none-match': '"old"' },
      200,
    ],
  ])('%s', async (_, headers, status) => {
    const answer = await ask('/feed.xml', headers)

    expect(answer.status).toBe(status)
    expect(answer.headers['last-modified']).toBe(madeAt)
  })

  test('but not within the second in which it was made, for the next may come within it', async () => {
    const cachedPage = await toCachedPage(rendered(htmlPages['/feed.xml']), 0, Date.now() + 60_000)
    pages.set('/new.xml', cachedPage)

    const answer = await ask('/new.xml', { 'if-modified-since': new Date().toUTCString() })

    expect(answer.status).toBe(200)
    expect(answer.headers['last-modified']).toBeUndefined()
  })

  test('a page is not: it is asked for by its tag', async () => {
    const { headers } = await ask('/story')

    expect(headers['last-modified']).toBeUndefined()
  })
})

describe('a program that takes no compression', () => {
  const large = `<rss>${'নদীর পানি বাড়ছে। '.repeat(60_000)}</rss>`

  test('gets the whole of a page larger than what is kept uncompressed', async () => {
    const page = rendered({ type: 'application/rss+xml; charset=utf-8', html: large })
    pages.set('/large.xml', await toCachedPage(page, 0, 0))

    const { headers, body } = await ask('/large.xml')

    expect(headers['content-length']).toBe(String(Buffer.byteLength(large)))
    expect(body.toString()).toBe(large)
  })
})
