import type { Server, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { parseTrustedProxies } from '@/server/rate-limit/client-address'
import { requestFrom, startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import { newsroomHandler } from './newsroom-handler'

let server: Server
afterEach(() => server.close())

const host = 'paper.example'

/** The newsroom handler in front of a page that echoes its request and sends caching headers. */
async function open(
  proxies: string[] = [],
  answer: (res: ServerResponse) => unknown = () => {},
  isDatabaseSettled = () => true,
) {
  const handler = newsroomHandler({
    next: async (req, res) => {
      answer(res)
      if (!res.writableEnded) res.end(JSON.stringify(req.headers))
    },
    proxies: parseTrustedProxies(proxies),
    host,
    isDatabaseSettled,
  })
  server = await startHttpServer((req, res) => void handler(req, res))
}

const seenRequest = async (headers: Record<string, string>) =>
  JSON.parse((await requestFrom(server, '/newsroom/stories?page=2', { headers })).body.toString())

describe('every answer of the newsroom', () => {
  const kept = 'public, max-age=3600'

  test.each<[string, (res: ServerResponse) => unknown]>([
    ['nothing', () => {}],
    ['before', (res) => res.setHeader('Cache-Control', kept).setHeader('X-Robots-Tag', 'all')],
    ['by name', (res) => res.writeHead(200, { 'cache-control': kept, 'x-own': '1' })],
    ['in turn', (res) => res.writeHead(200, 'OK', ['Cache-Control', kept, 'x-own', '1'])],
  ])('is kept and indexed by nobody, when the page says of itself: %s', async (_, answer) => {
    await open([], (res) => {
      res.setHeader('x-own', '1')
      answer(res)
    })

    const { headers } = await requestFrom(server, '/newsroom')

    expect(headers).toMatchObject({
      'x-own': '1',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
    })
  })
})

describe('the scripts of a page', () => {
  test('run only with a nonce that is new for every request, and not the client’s', async () => {
    await open()
    const own = "script-src 'nonce-chosen'"
    const answers = await Promise.all(
      [1, 2].map(() =>
        requestFrom(server, '/newsroom', { headers: { 'content-security-policy': own } }),
      ),
    )

    const policies = answers.map(({ headers }) => String(headers['content-security-policy']))
    const seen = answers.map(({ body }) => JSON.parse(body.toString())['content-security-policy'])

    expect(policies).toEqual(seen)
    expect(new Set(policies).size).toBe(2)
    for (const policy of policies) {
      expect(policy).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'$/)
      expect(policy).toContain("object-src 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toContain('chosen')
    }
  })
})

describe('a page that fails', () => {
  const fail = (res: ServerResponse) => {
    res.statusCode = 500
    res.end('failed')
  }

  test.each([
    ['while the database is away, is to be asked for again', fail, false, 503, '5'],
    ['with the database there, has failed', fail, true, 500, undefined],
    ['in no way, stays as it is without the database', () => {}, false, 200, undefined],
  ])('%s', async (_, answer, isSettled, status, retryAfter) => {
    await open([], answer, () => isSettled)

    const response = await requestFrom(server, '/newsroom')

    expect(response.status).toBe(status)
    expect(response.headers['retry-after']).toBe(retryAfter)
  })
})

describe('what pages are told of who asks', () => {
  test('is the address they come from, and not what they pretend', async () => {
    await open()

    const headers = await seenRequest({
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-newsroom-path': '/elsewhere',
    })

    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-newsroom-path': '/newsroom/stories?page=2',
    })
    expect(headers).not.toHaveProperty('x-forwarded-host')
  })

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['2001:db8::7', '2001:db8::7'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['10.1.2.3', '10.1.2.3'],
    ['nobody, 203.0.113.9', '203.0.113.9'],
    ['', '127.0.0.1'],
    ['nobody', '127.0.0.1'],
  ])('behind proxies of ours, X-Forwarded-For "%s" is %s', async (said, address) => {
    await open(['127.0.0.1', '10.0.0.0/8'])

    expect(await seenRequest({ 'x-forwarded-for': said })).toMatchObject({
      'x-forwarded-for': address,
    })
  })
})

describe('a page elsewhere cannot have an editor’s browser write', () => {
  const post = async (headers: Record<string, string>) => {
    await open()
    return (await requestFrom(server, '/newsroom/stories/new', { method: 'POST', headers })).status
  }

  test.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://ads.paper.example' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://paper.example' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'paper.example' }],
    [{}],
  ])('%j is refused', async (headers) => {
    expect(await post(headers)).toBe(403)
  })

  test.each([
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://paper.example' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }],
    [{ origin: 'https://paper.example' }],
    [{ origin: 'http://10.0.0.1:3000', host: '10.0.0.1:3000' }],
  ])('%j is let in', async (headers) => {
    expect(await post(headers)).toBe(200)
  })
})

describe('a request that Next cannot read', () => {
  test.each([
    ['a broken router state', { 'next-router-state-tree': '%7Bx' }],
    ['a router state of another shape', { 'next-router-state-tree': '[]' }],
    ['an action of another build', { 'next-action': 'zzz' }],
    ['a header of the infrastructure', { 'x-middleware-subrequest': 'src/middleware' }],
    ['a prefetch that none sends', { 'next-router-prefetch': 'x' }],
  ])('reaches it without %s', async (_, headers) => {
    await open()

    const seen = await seenRequest({ rsc: '1', ...headers })

    expect(seen).toMatchObject({ rsc: '1' })
    for (const name of Object.keys(headers)) expect(seen).not.toHaveProperty(name)
  })

  test.each([
    ['no boundary', 'multipart/form-data'],
    ['an empty boundary', 'multipart/form-data; boundary='],
    ['another kind of parts', 'multipart/mixed; boundary=x'],
  ])('is refused in Bengali when its form has %s', async (_, type) => {
    await open()

    const { status, body } = await requestFrom(server, '/newsroom/sign-in', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
    })

    expect([status, body.toString()]).toEqual([400, expect.stringContaining('ফর্মটি')])
  })

  test('is refused in Bengali when Next fails at its body', async () => {
    await open([], (res) => {
      res.statusCode = 500
      res.setHeader('Content-Length', 21).end('Internal Server Error')
    })

    const { status, body } = await requestFrom(server, '/newsroom/sign-in', {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'multipart/form-data; boundary=x',
      },
    })

    expect([status, body.toString()]).toEqual([400, expect.stringContaining('ফর্মটি')])
  })
})
