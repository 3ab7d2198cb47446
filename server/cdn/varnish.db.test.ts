import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { staleWindowMs } from '@/server/invalidation/tag-versions'
import { freePort } from '@/tools/process/free-port'
import { Varnishd } from '@/tools/test-harness/processes/varnishd'
import { CdnPurger } from './cdn-purger'
import { FakeOrigin, type OriginPage } from './test-origin'
import { varnishCdn } from './varnish'

// A real varnishd with the VCL that is delivered; CI has it from Debian (varnish, varnish-modules).
let varnish: Varnishd
let app: FakeOrigin
const cdn = () => varnishCdn([`http://127.0.0.1:${varnish.port}/`])
const purge = (...tags: string[]) => cdn().purgeTargets[0]?.purge(tags)

beforeAll(async () => {
  const appPort = await freePort()
  app = new FakeOrigin(appPort, varnishCdn([]))
  await app.start()
  varnish = await Varnishd.start(await freePort(), [appPort])
})

afterAll(async () => {
  await varnish?.stop()
  await app?.stop()
})

afterEach(async () => {
  Object.assign(app, { slowMs: 0, status: null, isBreaking: false })
  await app.start()
  // Varnish, too, has noticed that it is well.
  await until(async () => expect((await ask('/healthz')).status).toBe(200))
})

const until = (isTrue: () => Promise<void>) => vi.waitFor(isTrue, { interval: 5, timeout: 5_000 })

const noStore = { 'Cache-Control': 'no-store', 'Surrogate-Control': 'no-store' }
let pageCount = 0
/** An address that no other test uses, with its page. */
function newPage(page: Partial<OriginPage> = {}): string {
  pageCount += 1
  const path = `/sports/${pageCount}`
  app.pages.set(path, { text: 'প্রথম', tags: [`category:c${pageCount}`, 'paper'], ...page })
  return path
}
const rewrite = (path: string, text: string) => {
  const page = app.pages.get(path)
  if (page) page.text = text
}
const tagOf = (path: string) => app.pages.get(path)?.tags[0] ?? ''
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  varnish.ask(path, { headers, method })
const textAt = async (path: string) => (await ask(path)).body.toString()

describe('a copy for all', () => {
  test('the first reader gets it from the app, the second from Varnish', async () => {
    const path = newPage()

    const first = await ask(path)
    const second = await ask(path)

    expect([first.cache, second.cache]).toEqual(['MISS', 'HIT'])
    expect([first.body.toString(), second.body.toString()]).toEqual(['প্রথম', 'প্রথম'])
    expect(app.countOf(path)).toBe(1)
  })

  test('browsers get the app’s Cache-Control and ETag, and nothing of what app and edge say to each other', async () => {
    const path = newPage()
    await ask(path)

    const { headers } = await ask(path)

    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      etag: expect.stringMatching(/^"[\w-]{12}-identity"$/),
      vary: 'Accept-Encoding',
      age: expect.stringMatching(/^\d+$/),
    })
    for (const name of ['xkey', 'surrogate-control', 'via', 'x-varnish', 'set-cookie']) {
      expect(headers[name]).toBeUndefined()
    }
  })

  test('a hundred readers of a page that is not there yet cost one request', async () => {
    const path = newPage()
    app.slowMs = 200

    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(path)))

    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set(['প্রথম']))
    expect(app.countOf(path)).toBe(1)
  })

  test('cookies of readers and for readers are dropped', async () => {
    const path = newPage({ headers: { 'Set-Cookie': 'visitor=1' } })

    const first = await ask(path, { Cookie: '_ga=1; session=x' })
    const second = await ask(path, { Cookie: '_ga=2' })

    expect(app.requests.at(-1)?.headers.cookie).toBeUndefined()
    expect([first, second].map(({ headers }) => headers['set-cookie'])).toEqual([
      undefined,
      undefined,
    ])
    expect(second.cache).toBe('HIT')
  })

  test('the address of the paper in capitals or with a port is the same paper', async () => {
    const path = newPage()
    await ask(path, { Host: 'dainik.example' })

    expect((await ask(path, { Host: 'Dainik.Example:8080' })).cache).toBe('HIT')
  })

  test('a story that was not found is kept as such', async () => {
    const path = newPage({ status: 404, text: 'পাওয়া যায়নি' })

    const [first, second] = [await ask(path), await ask(path)]

    expect([first.status, second.status, second.cache]).toEqual([404, 404, 'HIT'])
  })

  test('what carries no Surrogate-Control and asks to be looked at again is not kept', async () => {
    const path = newPage({ headers: { 'Surrogate-Control': '' } })

    const answers = [await ask(path), await ask(path)]

    expect(answers.map(({ cache }) => cache)).toEqual(['MISS', 'MISS'])
  })
})

describe('news', () => {
  test('a list of a stale tag is handed out old once, at once, and new to the next', async () => {
    const path = newPage()
    await ask(path)
    rewrite(path, 'দ্বিতীয়')

    await purge(tagOf(path))
    app.slowMs = 800
    const meanwhile = await ask(path)
    await until(async () => expect((await ask(path)).cache).toBe('HIT'))

    expect([meanwhile.cache, meanwhile.body.toString()]).toEqual(['STALE', 'প্রথম'])
    expect(meanwhile.ms).toBeLessThan(500)
    expect(await textAt(path)).toBe('দ্বিতীয়')
    expect(app.countOf(path)).toBe(2)
  })

  test('a story itself is new to the very next reader', async () => {
    const path = newPage({ tags: ['article:7', 'category:x'] })
    await ask(path)
    rewrite(path, 'সংশোধিত')

    await purge('article:7')

    expect(await ask(path)).toMatchObject({ cache: 'MISS', body: Buffer.from('সংশোধিত') })
  })

  test('pages with other tags stay', async () => {
    const [path, other] = [newPage(), newPage()]
    await ask(path)
    await ask(other)

    await purge(tagOf(path))

    expect((await ask(other)).cache).toBe('HIT')
  })

  test('all copies of a page go stale: each encoding, and the one for readers who save data', async () => {
    const path = newPage({ headers: { Vary: 'Accept-Encoding, Save-Data' } })
    const conditionalHeaders: Record<string, string>[] = [
      { 'Accept-Encoding': 'br' },
      { 'Accept-Encoding': 'gzip' },
      { 'Save-Data': 'on' },
    ]
    for (const conditional of conditionalHeaders) await ask(path, conditional)

    await purge(tagOf(path))
    const answers = await Promise.all(
      conditionalHeaders.map((conditional) => ask(path, conditional)),
    )

    expect(answers.map(({ cache }) => cache)).toEqual(['STALE', 'STALE', 'STALE'])
  })

  test('nothing changed after all: the app says so in a few bytes, and the copy is fresh again with its tags', async () => {
    const path = newPage()
    await ask(path)

    await purge(tagOf(path))
    await ask(path)
    await until(async () => expect((await ask(path)).cache).toBe('HIT'))
    const conditions = app.requests.filter(({ line }) => line === `GET ${path}`)
    await purge(tagOf(path))

    expect(conditions.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      expect.stringMatching(/-identity"$/),
    ])
    expect((await ask(path)).cache).toBe('STALE')
  })

  test('tags of any letters are understood by both', async () => {
    const tags = ['page:/old, way/%E0%A6%96', `page:/${'খ'.repeat(300)}`]
    const paths = tags.map((tag) => newPage({ tags: [tag] }))

    for (const [at, path] of paths.entries()) {
      await ask(path)
      await purge(tags[at] ?? '')
      expect((await ask(path)).cache).toBe('MISS')
    }
  })

  test('a thousand tags at once are told', async () => {
    const path = newPage()
    await ask(path)

    await purge(...Array.from({ length: 999 }, (_, at) => `topic:number-${at}`), tagOf(path))

    expect((await ask(path)).cache).toBe('STALE')
  })

  test('from word of it to a stale copy it is far below a second', async () => {
    const path = newPage()
    await ask(path)
    const purger = new CdnPurger({ cdn: cdn(), onFailure: (error) => expect.fail(String(error)) })
    const began = performance.now()

    purger.enqueue([tagOf(path)])
    await until(async () => expect((await ask(path)).cache).toBe('STALE'))
    const ms = performance.now() - began
    await purger.stop()

    expect(ms).toBeLessThan(500)
  })

  test('a copy fetched from an instance that had not heard yet does not stay', async () => {
    const path = newPage()
    await ask(path)
    const purger = new CdnPurger({
      cdn: cdn(),
      onFailure: (error) => expect.fail(String(error)),
      // Time for the old copy to be fetched again, also where the machine is busy.
      repeatMs: 3_000,
    })

    purger.enqueue([tagOf(path)])
    await until(async () => expect((await ask(path)).cache).toBe('STALE'))
    await until(async () => expect((await ask(path)).cache).toBe('HIT'))
    rewrite(path, 'দ্বিতীয়')

    expect(await textAt(path)).toBe('প্রথম')
    await until(async () => expect(await textAt(path)).toBe('দ্বিতীয়'))
    await purger.stop()
  })
})

describe('a list that nobody has asked for since its news', () => {
  let paths: string[]
  const next = () => paths.shift() ?? expect.fail('no list is left')

  beforeAll(async () => {
    paths = Array.from({ length: 7 }, () => newPage())
    for (const path of paths) await ask(path)
    await purge(...paths.map(tagOf))
    for (const path of paths) rewrite(path, 'দ্বিতীয়')
    // For so long, and no longer, an old copy is handed out while a new one is fetched.
    await wait(staleWindowMs + 100)
  })

  test('is new to who comes later', async () => {
    expect(await ask(next())).toMatchObject({ cache: 'MISS', body: Buffer.from('দ্বিতীয়') })
  })

  test('whatever headers they send', async () => {
    expect((await ask(next(), { 'X-Dainik-Old': 'only' })).body.toString()).toBe('দ্বিতীয়')
  })

  test('and so to all who come at once, for one request', async () => {
    const path = next()
    app.slowMs = 200

    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(path)))

    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set(['দ্বিতীয়']))
    expect(app.countOf(path)).toBe(2)
  })

  test.each([500, 503])('is shown old when the app answers %i', async (status) => {
    const path = next()
    app.status = status

    const answers = [await ask(path), await ask(path)]

    expect(answers.map(({ cache }) => cache)).toEqual(['STALE', 'STALE'])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })

  test('is shown old, at once, when the app is dead', async () => {
    const path = next()
    await app.stop()

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(path)))

    expect(new Set(answers.map(({ cache }) => cache))).toEqual(new Set(['STALE']))
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(1_000)
  })

  test('is shown old before long when the app is silent, to all at the same time', async () => {
    const path = next()
    app.slowMs = 20_000

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(path)))

    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set(['প্রথম']))
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(4_000)
  })
})

describe('who may make copies stale', () => {
  const keys = { 'xkey-purge': 'paper' }

  test.each([
    ['another address', { localAddress: '127.0.0.2' }, {}],
    ['a reader behind a proxy on this machine', {}, { 'X-Forwarded-For': '203.0.113.9' }],
    ['a reader who claims to be this machine', {}, { 'X-Forwarded-For': '127.0.0.1' }],
  ])('not %s', async (_, from, headers) => {
    const path = newPage()
    await ask(path)

    const answer = await varnish.ask('/', {
      ...from,
      method: 'PURGE',
      headers: { ...keys, ...headers },
    })

    expect(answer.status).toBe(403)
    expect((await ask(path)).cache).toBe('HIT')
  })

  test('this machine may, and is told how many copies it were', async () => {
    const [gone, stale] = [newPage(), newPage()]
    for (const path of [gone, stale]) {
      await ask(path, { 'Accept-Encoding': 'br' })
      await ask(path)
    }

    const answer = await ask(
      '/',
      { 'xkey-purge': tagOf(gone), 'xkey-softpurge': tagOf(stale) },
      'PURGE',
    )

    expect([answer.status, answer.body.toString()]).toEqual([200, 'purged 2, softened 2'])
  })

  test('without keys it is a mistake', async () => {
    expect((await ask('/', {}, 'PURGE')).status).toBe(400)
  })
})

describe('a failing app', () => {
  test('dead: pages that were kept are served, stale or not, and nothing fails', async () => {
    const [fresh, stale] = [newPage(), newPage({ lifetime: { freshSeconds: 0 } })]
    await Promise.all([ask(fresh), ask(stale)])
    await purge(tagOf(stale))
    await app.stop()

    const answers = []
    for (let turn = 0; turn < 100; turn++) answers.push(await ask(fresh), await ask(stale))

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set(['প্রথম']))
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(500)
  })

  test('dead: other pages are a Bengali 503 that says when to come back', async () => {
    const path = newPage()
    await app.stop()

    const answer = await ask(path, { 'Accept-Encoding': 'br' })

    expect(answer).toMatchObject({
      status: 503,
      cache: 'ERROR',
      headers: {
        'retry-after': '30',
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
      },
    })
    expect(answer.body.toString()).toContain('<html lang="bn">')
    expect(answer.body.toString()).toContain('কিছুক্ষণ পর আবার চেষ্টা করুন')
  })

  test('back again: what failed heals by itself', async () => {
    const path = newPage()
    await app.stop()
    await ask(path)
    await app.start()

    await until(async () => expect((await ask(path)).status).toBe(200))
  })

  test('slow: readers of kept pages do not wait', async () => {
    const path = newPage()
    await ask(path)
    await purge(tagOf(path))
    app.slowMs = 1_500

    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(path)))

    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(500)
    expect(new Set(answers.map(({ cache }) => cache))).toEqual(new Set(['STALE']))
  })

  test('silent: whoever asks for a page that was not kept is told so within 5 s, all at the same time', async () => {
    const path = newPage()
    app.slowMs = 20_000

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(path)))

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(5_000)
  })

  test.each([500, 502, 503])('answering %i: the good copy stays', async (status) => {
    const path = newPage()
    await ask(path)
    await purge(tagOf(path))
    app.status = status

    const answers = []
    for (let turn = 0; turn < 5; turn++) {
      answers.push(await ask(path))
      await wait(20)
    }

    expect(answers.map((answer) => [answer.status, answer.cache])).toEqual(
      Array(5).fill([200, 'STALE']),
    )
    expect(app.countOf(path)).toBeGreaterThan(2)
  })

  test('its 503 for a page that was not kept reaches the reader as it is', async () => {
    const path = newPage()
    app.status = 503

    const answer = await ask(path)

    expect([answer.status, answer.body.toString()]).toEqual([503, 'the app is in trouble'])
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('dying in the middle of a page: no reader gets half of it', async () => {
    const [cached, other] = [newPage(), newPage({ text: 'খবর '.repeat(5_000) })]
    await ask(cached)
    await purge(tagOf(cached))
    app.isBreaking = true

    const [old, half] = [await ask(cached), await ask(other)]

    expect([old.status, old.body.toString()]).toEqual([200, 'প্রথম'])
    expect(half.status).toBe(503)
    expect(half.body.toString()).toContain('কিছুক্ষণ পর আবার চেষ্টা করুন')
  })

  test('a document that must go at its hour is not shown after it', async () => {
    const path = newPage({ lifetime: { freshSeconds: 1, staleIfErrorSeconds: 0 } })
    await ask(path)
    rewrite(path, 'প্রকাশিত')
    await wait(1_100)

    expect(await textAt(path)).toBe('প্রকাশিত')
  })

  test('an old copy of the server’s own is asked for again soon', async () => {
    const path = newPage({ lifetime: { freshSeconds: 0 } })
    await ask(path)
    rewrite(path, 'দ্বিতীয়')
    await wait(10)

    expect((await ask(path)).cache).toBe('STALE')
    await until(async () => expect(await textAt(path)).toBe('দ্বিতীয়'))
  })
})

describe('the newsroom and its like pass untouched', () => {
  test.each([
    '/newsroom',
    '/newsroom/articles?utm_source=x&page=2',
    '/api/jobs/tick',
    '/preview/7?token=a',
  ])('%s', async (path) => {
    const headers = {
      Cookie: 'session=1',
      'Accept-Encoding': 'zstd, br',
      RSC: '1',
      Host: 'Dainik.example:8080',
    }

    const first = await ask(path, headers)
    const second = await ask(path, { Cookie: 'session=2' })

    expect(first.body.toString()).toBe(`GET ${path} with session=1`)
    expect(second.body.toString()).toBe(`GET ${path} with session=2`)
    expect(first.headers['set-cookie']).toEqual(['session=fresh; HttpOnly', 'theme=dark'])
    expect(first.headers.vary).toBe('rsc, Cookie')
    expect([first.cache, second.cache]).toEqual(['PASS', 'PASS'])
    expect(app.requests.at(-2)?.headers).toMatchObject({
      'accept-encoding': 'zstd, br',
      rsc: '1',
      host: 'Dainik.example:8080',
    })
  })

  test('so does what is written, and what bears credentials', async () => {
    const path = newPage()

    const posted = await ask(path, { Cookie: 'session=1' }, 'POST')
    const credited = await ask(path, { Authorization: 'Bearer x', Cookie: 'session=1' })

    expect([posted.cache, credited.cache]).toEqual(['PASS', 'PASS'])
    expect(app.requests.slice(-2).map(({ headers }) => headers.cookie)).toEqual([
      'session=1',
      'session=1',
    ])
  })

  test('a category whose name begins alike is a reader’s page', async () => {
    await ask('/newsroomers')

    expect((await ask('/newsroomers', { Cookie: 'a=1' })).body.toString()).toContain('no cookie')
  })

  test('nothing of its own reaches the app', async () => {
    await ask(newPage(), { 'X-Dainik-Encoding': 'br', 'X-Dainik-Cache': 'x' })

    const names = Object.keys(app.requests.at(-1)?.headers ?? {})
    expect(names.filter((name) => name.startsWith('x-dainik'))).toEqual([])
  })
})

describe('one copy however it is asked for', () => {
  test.each(['?utm_source=fb&utm_medium=cpc', '?fbclid=Iw', '?gclid=1', '?', '?page=3'])(
    'a story with %s',
    async (query) => {
      const path = newPage()
      await ask(path)

      expect((await ask(path + query)).cache).toBe('HIT')
    },
  )

  test.each([
    ['/search?q=a&utm_source=x', '/search?q=a'],
    ['/search?page=2&fbclid=1&q=a+b', '/search?q=a+b&page=2'],
    ['/search?q=%E0%A6%A2&q=other', '/search?q=%E0%A6%A2'],
    ['/search?q=', '/search'],
    ['/search?seq=a', '/search'],
    ['/search?page=2', '/search'],
    ['/search?q=d&page=', '/search?q=d'],
    ['/Search/?x=1&q=a', '/Search/?q=a'],
    ['/searching?q=a', '/searching?q=a'],
    ['/details.php?utm_source=x&id=7&fbclid=y', '/details.php?id=7'],
    ['/?fbclid=y', '/'],
    ['/latest/page/3?x=1', '/latest/page/3'],
    ['/media/7/a.webp?utm_source=x&v=2&fbclid=1', '/media/7/a.webp?v=2'],
    ['/feed.xml?gclid=1&x=2', '/feed.xml'],
    ['/robots.txt?x=1', '/robots.txt'],
    ['/_next/static/a.css?dpl=1&_ga=2', '/_next/static/a.css?dpl=1'],
  ])('%s is asked for as %s', async (given, asked) => {
    await ask(given)

    expect(app.requests.at(-1)?.line).toBe(`GET ${asked}`)
  })

  test('HT1 an old site’s address is asked for as it is, and any other query costs no copy', async () => {
    const path = newPage()
    await ask(path)

    const answers = [await ask('/old.php?id=7'), await ask('/old.php?id=7'), await ask('/?p=7')]

    expect(answers.map(({ cache }) => cache)).toEqual(['PASS', 'PASS', 'PASS'])
    expect(app.requests.slice(-3).map(({ line }) => line)).toEqual([
      'GET /old.php?id=7',
      'GET /old.php?id=7',
      'GET /?p=7',
    ])
    expect((await ask(path)).cache).toBe('HIT')
  })

  test('what Next varies by does not split it, and does not reach the app', async () => {
    const path = newPage({
      headers: {
        Vary: 'rsc, next-router-state-tree, next-router-prefetch, Accept-Encoding, Cookie',
      },
    })

    const first = await ask(path, {
      RSC: '1',
      'Next-Router-State-Tree': '%5B%5D',
      'Next-Url': '/x',
    })
    const second = await ask(path, { Cookie: 'a=b', 'User-Agent': 'other' })

    expect([first.headers.vary, second.cache]).toEqual(['Accept-Encoding', 'HIT'])
    expect(Object.keys(app.requests.at(-1)?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:rsc|next-)/)]),
    )
  })

  test('pages that say so have a copy for readers who save data, in any spelling', async () => {
    const path = newPage({ headers: { Vary: 'Save-Data, Accept-Encoding' } })
    const plain = newPage()
    const caches = []

    for (const conditional of ['off', 'on', 'On', 'maybe']) {
      caches.push((await ask(path, { 'Save-Data': conditional })).cache)
    }
    await ask(plain)

    expect(caches).toEqual(['MISS', 'MISS', 'HIT', 'HIT'])
    expect((await ask(path)).headers.vary).toBe('Accept-Encoding, Save-Data')
    expect((await ask(plain, { 'Save-Data': 'on' })).cache).toBe('HIT')
  })

  test.each([
    ['br', 'gzip, deflate, br, zstd'],
    ['br', 'br;q=0.5, gzip;q=1.0'],
    ['gzip', 'gzip, deflate'],
    ['gzip', 'br;q=0, gzip'],
    ['gzip', '*'],
    ['identity', 'deflate'],
    ['identity', 'gzip;q=0, br;q=0.0'],
    ['identity', ''],
  ])('the bytes in %s for “%s”', async (encoding, accept) => {
    const path = newPage({ text: 'খবর '.repeat(500) })

    const answers = [
      await ask(path, { 'Accept-Encoding': accept }),
      await ask(path, { 'Accept-Encoding': accept }),
    ]

    for (const { headers, body } of answers) {
      expect(headers['content-encoding'] ?? 'identity').toBe(encoding)
      expect(headers.etag).toMatch(new RegExp(`-${encoding}"$`))
      expect(decode(encoding, body)).toBe('খবর '.repeat(500))
    }
    expect(answers[1]?.cache).toBe('HIT')
  })

  test('each encoding is its own copy, whoever came first', async () => {
    const path = newPage()
    const conditionalHeaders = ['br', 'gzip', '', 'gzip, br', 'gzip, deflate']
    const caches = []

    for (const conditional of conditionalHeaders)
      caches.push((await ask(path, { 'Accept-Encoding': conditional })).cache)

    expect(caches).toEqual(['MISS', 'MISS', 'MISS', 'HIT', 'HIT'])
  })
})

describe('conditions and parts', () => {
  test.each(['br', 'gzip', 'identity'])(
    'who has the page already gets 304 (%s)',
    async (encoding) => {
      const path = newPage()
      const headers = { 'Accept-Encoding': encoding }
      const first = await ask(path, headers)

      const again = await ask(path, { ...headers, 'If-None-Match': first.headers.etag ?? '' })

      expect([again.status, again.body.length, again.cache]).toEqual([304, 0, 'HIT'])
      expect(again.headers).toMatchObject({ etag: first.headers.etag, vary: 'Accept-Encoding' })
      expect(again.headers.xkey).toBeUndefined()
    },
  )

  test('who has an older one, or one in another encoding, gets the page', async () => {
    const path = newPage()
    const first = await ask(path, { 'Accept-Encoding': 'br' })

    const older = await ask(path, { 'If-None-Match': '"older"' })
    const other = await ask(path, { 'If-None-Match': first.headers.etag ?? '' })

    expect([older.status, other.status]).toEqual([200, 200])
  })

  test('a first reader’s condition does not keep the page from being kept', async () => {
    const path = newPage()

    await ask(path, { 'If-None-Match': '"older"', Range: 'bytes=0-2' })

    expect(await ask(path)).toMatchObject({ status: 200, cache: 'HIT', body: Buffer.from('প্রথম') })
  })

  test('HEAD has the headers of GET and no body, before and after', async () => {
    const path = newPage()

    const before = await ask(path, {}, 'HEAD')
    const got = await ask(path)
    const after = await ask(path, {}, 'HEAD')

    expect([before.body.length, after.body.length]).toEqual([0, 0])
    expect([before.cache, got.cache, after.cache]).toEqual(['MISS', 'HIT', 'HIT'])
    expect(after.headers['content-length']).toBe(String(got.body.length))
    expect(after.headers.etag).toBe(got.headers.etag)
  })

  test('a part of a page is that part', async () => {
    const path = newPage({ text: '0123456789' })
    await ask(path)

    const part = await ask(path, { Range: 'bytes=2-4' })

    expect([part.status, part.body.toString()]).toEqual([206, '234'])
    expect(part.headers['content-range']).toBe('bytes 2-4/10')
  })
})

describe('several instances, and Varnish without gzip handling of its own', () => {
  const apps: FakeOrigin[] = []
  let balanced: Varnishd

  beforeAll(async () => {
    const ports = [await freePort(), await freePort()]
    for (const port of ports) {
      const each = new FakeOrigin(port, varnishCdn([]))
      each.pages = app.pages
      apps.push(each)
      await each.start()
    }
    balanced = await Varnishd.start(await freePort(), ports, ['http_gzip_support=off'])
  })

  afterAll(async () => {
    await balanced?.stop()
    for (const each of apps) await each.stop()
  })

  test('encodings are kept apart there as well', async () => {
    const path = newPage()
    const answers = []

    for (const conditional of ['br', 'gzip', '', 'br', 'gzip', '']) {
      answers.push(await balanced.ask(path, { headers: { 'Accept-Encoding': conditional } }))
    }

    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(
      Array(2).fill(['br', 'gzip', undefined]).flat(),
    )
    expect(answers.map(({ cache }) => cache)).toEqual(
      ['MISS', 'HIT'].flatMap((each) => Array(3).fill(each)),
    )
  })

  test('a file that only one of them has, for it serves the new build already, is found', async () => {
    const files = Array.from({ length: 20 }, (_, at) => `/_next/static/new-${at}.css`)
    const missing = { text: 'no such file', tags: [], status: 404, headers: noStore }
    const [old, rolledOut] = apps
    const withFiles = (page: OriginPage) =>
      new Map([...app.pages, ...files.map((path): [string, OriginPage] => [path, page])])
    Object.assign(old ?? {}, { pages: withFiles(missing) })
    Object.assign(rolledOut ?? {}, { pages: withFiles({ text: 'p{}', tags: [] }) })

    const answers = await Promise.all(files.map((path) => balanced.ask(path)))

    for (const each of apps) each.pages = app.pages
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    // The old one was asked first for some of them.
    expect(files.filter((path) => (old?.countOf(path) ?? 0) > 0).length).toBeGreaterThan(0)
  })

  test('a file that none has is missing', async () => {
    const path = newPage({ text: 'no such file', status: 404, headers: noStore })
    app.pages.set(`/_next/static${path}`, app.pages.get(path) as OriginPage)

    const answer = await balanced.ask(`/_next/static${path}`)

    expect([answer.status, answer.cache]).toEqual([404, 'MISS'])
  })

  test('one dies: the other answers for it, and no reader notices', async () => {
    const paths = Array.from({ length: 20 }, () => newPage())
    await apps[0]?.stop()

    const answers = await Promise.all(paths.map((path) => balanced.ask(path)))

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    for (const path of paths) expect(apps[1]?.countOf(path)).toBe(1)
  })
})

function decode(encoding: string, body: Buffer): string {
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}
