import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type CachedPage, toCachedPage } from '@/server/page-cache/cached-page'
import { DataSaverEditions } from '@/server/page-cache/data-saver'
import type { RenderResult } from '@/server/render/renderer'
import { requestFrom, startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import { pageCacheWith, rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import { type HandlerOptions, readerHandler } from './handler'
import { notFoundPath, redirectQueryShapesPath, unavailablePath } from './internal-paths'

let server: Server
afterEach(() => server.close())

type HandlerTestOptions = Partial<HandlerOptions> & {
  render?: (path: string) => Promise<RenderResult>
  /** Which queries an old site's addresses had. */
  queryShapes?: string[]
}

const json = (value: unknown) =>
  rendered({ type: 'application/json', html: JSON.stringify(value), ownTags: ['redirects'] })

/** The reader handler, with a renderer that writes the requested path. */
async function open({ render, queryShapes = [], ...options }: HandlerTestOptions = {}) {
  const renderedPaths: string[] = []
  const {
    pageCache,
    tagVersions,
    errors: failing,
  } = pageCacheWith(async (path) => {
    if (path === redirectQueryShapesPath) return json(queryShapes)
    renderedPaths.push(path)
    if (render) return render(path)
    const status = path === notFoundPath ? 404 : 200
    return rendered({ status, html: `<p>${path}</p>` })
  })
  server = await startHttpServer(
    readerHandler({
      pageCache,
      next: async (req: IncomingMessage, res: ServerResponse) =>
        res.setHeader('x-answered-by', 'next').end(`${req.method} ${req.url}`),
      form: async (req, res, path) => {
        res.setHeader('x-answered-by', 'form').end(`${req.method} ${path}`)
      },
      newsroom: async (req, res) => {
        res.setHeader('x-answered-by', 'newsroom').end(`${req.method} ${req.url}`)
      },
      files: (_req, _res, otherwise) => otherwise(),
      unavailable: () => null,
      onError: (error) => {
        throw error
      },
      ...options,
    }),
  )
  return { asked: renderedPaths, failing, tagVersions }
}

const noDatabase = async (): Promise<never> => {
  throw new Error('the database does not answer')
}

describe('RB7 robots.txt never answers 5xx', () => {
  const text = (body: string) => rendered({ html: body })
  const errorPage = async () => await toCachedPage(text('drawn when the server began'), 0, 0)

  test('not even when nothing could ever be made: what was drawn at the beginning stands in', async () => {
    const robots = await errorPage()
    await open({ render: noDatabase, robots: () => robots })

    const { status, body } = await requestFrom(server, '/robots.txt')

    expect([status, String(body)]).toEqual([200, 'drawn when the server began'])
  })

  test('and after that the last that could be made', async () => {
    const robots = await errorPage()
    let isThere = true
    const render = async () => {
      if (!isThere) return noDatabase()
      const made = text('as the paper decided')
      made.context.ownStaleAt = 0
      return made
    }
    await open({ render, robots: () => robots })
    await requestFrom(server, '/robots.txt')
    isThere = false

    const { status, body } = await requestFrom(server, '/robots.txt')

    expect([status, String(body)]).toEqual([200, 'as the paper decided'])
  })
})

describe('readers’ documents come from the server', () => {
  test('a page is made once, whatever hangs on its address', async () => {
    const { asked: renderedPaths } = await open()

    const answers = await Promise.all(
      ['/national/7', '/national/7?fbclid=x', '/national/7#top'].map((path) =>
        requestFrom(server, path),
      ),
    )

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(renderedPaths).toEqual(['/national/7'])
  })

  test('HEAD is answered as GET, without the page', async () => {
    await open()

    const { status, body, headers } = await requestFrom(server, '/national/7', { method: 'HEAD' })

    expect(status).toBe(200)
    expect(body).toHaveLength(0)
    expect(headers['content-length']).toBe(String('<p>/national/7</p>'.length))
  })

  test('another spelling of an address leads to the one', async () => {
    const { asked: renderedPaths } = await open()

    const { status, headers } = await requestFrom(server, '/National//7/?x=1')

    expect(status).toBe(301)
    expect(headers.location).toBe('/national/7')
    // Had it moved, the answer would say where to.
    expect(renderedPaths).toEqual(['/national/7'])
  })

  test.each(['/topic/%E0%A6', '/a/../b', '/internal/unavailable', '/x%00'])(
    '%s, which no page can have, is a page not found',
    async (path) => {
      const { asked: renderedPaths } = await open()

      const { status } = await requestFrom(server, path)

      expect(status).toBe(404)
      expect(renderedPaths).toEqual([notFoundPath])
    },
  )

  test('all impossible addresses share one document', async () => {
    const { asked: renderedPaths } = await open()

    await Promise.all(Array.from({ length: 20 }, (_, index) => requestFrom(server, `/%E${index}`)))

    expect(renderedPaths).toEqual([notFoundPath])
  })

  test('the server’s own documents are nobody’s page, once they are kept either', async () => {
    const { asked: renderedPaths } = await open()
    await requestFrom(server, '/%E0')

    const answers = [
      await requestFrom(server, notFoundPath),
      await requestFrom(server, unavailablePath),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(renderedPaths).toEqual([notFoundPath])
  })

  test.each(['/search?q=a', '/search'])(
    '%s says noindex from the first answer on',
    async (path) => {
      await open()

      const answers = [await requestFrom(server, path), await requestFrom(server, path)]

      expect(answers.map(({ headers }) => headers['x-robots-tag'])).toEqual(['noindex', 'noindex'])
    },
  )

  test('a reader who saves data gets the data-saver edition of a kept page', async () => {
    const html = '<html lang="bn"><p>খবর</p></html>'
    await open({
      render: async () => rendered({ html }),
      dataSaver: new DataSaverEditions(100_000),
    })
    await requestFrom(server, '/national/7')

    const { body } = await requestFrom(server, '/national/7', { headers: { 'save-data': 'on' } })

    expect(body.toString()).toContain('<html data-lite')
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is not allowed on a page', async (method) => {
    const { asked: renderedPaths } = await open()

    const { status, headers } = await requestFrom(server, '/national/7', { method })

    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD')
    expect(renderedPaths).toEqual([])
  })
})

describe('what is not a reader’s passes untouched', () => {
  test.each(['GET', 'HEAD'])('%s of a picture goes to Next', async (method) => {
    const { asked: renderedPaths } = await open()

    const { status, headers } = await requestFrom(server, '/media/7-abc123/640.avif', { method })

    expect([status, headers['x-answered-by']]).toEqual([200, 'next'])
    expect(renderedPaths).toEqual([])
  })

  test('a file that is not there gets the drawn not-found page', async () => {
    const { asked: renderedPaths } = await open({ cdnHeaders: () => ({ xkey: 'paper' }) })

    const { status, headers } = await requestFrom(server, '/_next/static/no-such.js')

    expect(status).toBe(404)
    expect(renderedPaths).toEqual([notFoundPath])
    // An edge in front may find it at another instance the next time.
    expect(headers).toMatchObject({ 'cache-control': 'no-store' })
    expect(headers).not.toHaveProperty('xkey')
  })

  test('a file that is there is answered without Next', async () => {
    await open({ files: (_req, res) => void res.end('file') })

    expect((await requestFrom(server, '/_next/static/a.css')).body.toString()).toBe('file')
  })
})

test('a client that names the host in the target gets the page all the same', async () => {
  const { asked: renderedPaths } = await open()

  const answers = await Promise.all(
    ['/national/7', 'http://paper.example/national/7', 'HTTP://other.example:80/national/7?x'].map(
      (target) => requestFrom(server, target),
    ),
  )
  const missing = await requestFrom(server, 'ftp://paper.example/national/7')

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(renderedPaths).toEqual(['/national/7', notFoundPath])
  expect(missing.status).toBe(404)
})

describe('a link to what readers do not have', () => {
  const token = '0123456789abcdef'.repeat(4)
  const page = { status: 200, type: 'text/html', location: null, body: Buffer.from('<p>খসড়া</p>') }
  const preview = async (forwarded: string) => (forwarded === token ? page : null)
  const closed = {
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }

  test('is drawn for each who asks, and kept by nobody', async () => {
    let errorPage = 0
    const { asked: renderedPaths } = await open({
      preview: (forwarded) => {
        errorPage += 1
        return preview(forwarded)
      },
    })

    await requestFrom(server, `/preview/${token}`)
    const { status, headers, body } = await requestFrom(server, `/preview/${token}?fbclid=1`)

    expect([status, String(body), errorPage]).toEqual([200, '<p>খসড়া</p>', 2])
    expect(headers).toMatchObject(closed)
    expect(headers).not.toHaveProperty('etag')
    expect(renderedPaths).toEqual([])
  })

  test('answers as one when it leads nowhere, whatever it lacks', async () => {
    await open({ preview })
    const paths = ['1'.repeat(64), token.slice(1), `${token}/`, '', '%E0%A6', '../national/7']

    const answers = await Promise.all(paths.map((path) => requestFrom(server, `/preview/${path}`)))

    expect(answers[0]).toMatchObject({ status: 404, headers: closed })
    const seen = answers.map(({ status, headers: { date: _, ...headers }, body }) =>
      JSON.stringify({ status, headers, body: String(body) }),
    )
    expect(new Set(seen).size).toBe(1)
  })

  test('that cannot be drawn tells no more of itself', async () => {
    const errors: unknown[] = []
    await open({ preview: noDatabase, onError: (error) => errors.push(error) })

    const { status, headers } = await requestFrom(server, `/preview/${token}`)

    expect([status, errors.length]).toEqual([503, 1])
    expect(headers).toMatchObject(closed)
  })

  test('takes nothing', async () => {
    await open({ preview })

    expect((await requestFrom(server, `/preview/${token}`, { method: 'POST' })).status).toBe(405)
  })
})

describe('a form that readers send', () => {
  test.each(['GET', 'HEAD', 'POST'])('%s of it is no page of the cache', async (method) => {
    const { asked: renderedPaths } = await open()

    const { headers } = await requestFrom(server, '/report/7', { method })

    expect(headers['x-answered-by']).toBe('form')
    expect(renderedPaths).toEqual([])
  })

  test('POST to another spelling of its address is not allowed', async () => {
    await open()

    expect((await requestFrom(server, '/Report/7', { method: 'POST' })).status).toBe(405)
  })
})

describe('a reader’s beacon', () => {
  const beacon = { method: 'POST', headers: { 'content-length': '0' } }

  async function openCounting() {
    const counted: number[] = []
    const opened = await open({ countRead: (id) => counted.push(id) })
    return { ...opened, counted }
  }

  test('is counted and answered with nothing, by the server itself', async () => {
    const { asked: renderedPaths, counted } = await openCounting()

    const answer = await requestFrom(server, '/api/reads/7', beacon)
    await requestFrom(server, '/api/reads/7', {
      method: 'POST',
      headers: { 'content-length': '0', 'sec-fetch-site': 'same-origin' },
    })

    expect(answer).toMatchObject({ status: 204, headers: { 'cache-control': 'no-store' } })
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.headers).not.toHaveProperty('x-answered-by')
    expect(counted).toEqual([7, 7])
    expect(renderedPaths).toEqual([])
  })

  test.each([
    ['Do Not Track', { dnt: '1' }],
    ['Global Privacy Control', { 'sec-gpc': '1' }],
    ['saved data', { 'save-data': 'on' }],
    ['saved data in capitals', { 'save-data': 'On' }],
    ['saved data with a parameter', { 'save-data': 'on; foo=1' }],
  ])('of a reader who asked for %s is not counted', async (_, headers) => {
    const { counted } = await openCounting()

    const { status } = await requestFrom(server, '/api/reads/7', { ...beacon, headers })

    expect(status).toBe(204)
    expect(counted).toEqual([])
  })

  test.each([
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/130.0.0.0 Safari/537.36',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36',
    'facebookexternalhit/1.1',
  ])('of the crawler %s is not counted', async (crawler) => {
    const { counted } = await openCounting()

    await requestFrom(server, '/api/reads/7', { ...beacon, headers: { 'user-agent': crawler } })

    expect(counted).toEqual([])
  })

  test.each<[string, string, string, Record<string, string>, number]>([
    ['that is none', 'GET', '/api/reads/7', {}, 405],
    ['that asks for less', 'HEAD', '/api/reads/7', {}, 405],
    ['that would take away', 'DELETE', '/api/reads/7', {}, 405],
    ['of junk', 'POST', '/api/reads/7;DROP', {}, 400],
    ['of no number', 'POST', '/api/reads/', {}, 400],
    ['of a number too large', 'POST', '/api/reads/2147483648', {}, 400],
    ['from another site', 'POST', '/api/reads/7', { 'sec-fetch-site': 'cross-site' }, 403],
    ['with a body', 'POST', '/api/reads/7', { 'content-length': '5' }, 413],
    ['that promises gigabytes', 'POST', '/api/reads/7', { 'content-length': '99999999999' }, 413],
    ['in chunks', 'POST', '/api/reads/7', { 'transfer-encoding': 'chunked' }, 413],
  ])('%s is refused and counts nothing', async (_, method, path, headers, status) => {
    const { asked: renderedPaths, counted } = await openCounting()

    const answer = await requestFrom(server, path, { method, headers })

    expect(answer.status).toBe(status)
    expect(answer.body).toHaveLength(0)
    expect(counted).toEqual([])
    expect(renderedPaths).toEqual([])
  })

  test('with a body is not read: the line is closed', async () => {
    await openCounting()

    const { headers } = await requestFrom(server, '/api/reads/7', {
      method: 'POST',
      headers: { 'transfer-encoding': 'chunked' },
    })

    expect(headers.connection).toBe('close')
  })
})

describe('when a page cannot be made', () => {
  test('the page drawn beforehand says so', async () => {
    const errorPage: CachedPage = await toCachedPage(rendered({ html: '<p>পরে আসুন</p>' }), 0, 0)
    const { failing } = await open({ render: noDatabase, unavailable: () => errorPage })

    const { status, headers, body } = await requestFrom(server, '/national/7', {
      headers: { 'accept-encoding': 'gzip' },
    })

    expect(status).toBe(503)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'retry-after': '30' })
    expect(gunzipSync(body).toString()).toBe('<p>পরে আসুন</p>')
    expect(failing).toEqual(['/national/7: the database does not answer'])
  })

  test('without even that, a plain answer', async () => {
    await open({ render: noDatabase })

    const { status, body } = await requestFrom(server, '/national/7')

    expect(status).toBe(503)
    expect(body.toString()).toContain('৫০৩')
  })

  test('the next reader tries anew', async () => {
    let isUp = false
    await open({ render: async () => (isUp ? rendered() : noDatabase()) })
    const first = await requestFrom(server, '/national/7')

    isUp = true
    const second = await requestFrom(server, '/national/7')

    expect([first.status, second.status]).toEqual([503, 200])
  })
})

describe('IN1 the key of the paper with search engines stands in a file at the root', () => {
  const keyFile = { path: '/Ab12-CdEf.txt', text: 'Ab12-CdEf' }

  test('with its capital letters, and nothing else in it', async () => {
    const { asked: renderedPaths } = await open({ keyFile })

    const { status, headers, body } = await requestFrom(server, keyFile.path)

    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(String(body)).toBe('Ab12-CdEf')
    expect(renderedPaths).toEqual([])
  })

  test.each([['/ab12-cdef.txt'], ['/Other-Key.txt']])('not at %s', async (path) => {
    await open({ keyFile })

    const { body } = await requestFrom(server, path)

    expect(String(body)).not.toContain('Ab12')
  })

  test('nor where the paper has none', async () => {
    const { asked: renderedPaths } = await open()

    await requestFrom(server, '/undefined.txt')

    expect(renderedPaths).toEqual(['/undefined.txt'])
  })
})
