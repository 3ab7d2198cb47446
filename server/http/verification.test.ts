import type { Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { parseTrustedProxies } from '@/server/rate-limit/client-address'
import { RateLimiter } from '@/server/rate-limit/rate-limiter'
import { requestFrom, startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import { pageCacheWith, rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import { readerHandler } from './handler'

let server: Server
afterEach(() => server.close())

const known = '/verify/k7mx-93pf-cwr4'
const maxTries = 30
const unknown = (number: number) => `/verify/no-such-code-${number}`

/** A server that knows one card. */
async function open() {
  const asked: string[] = []
  const { pageCache } = pageCacheWith(async (path) => {
    asked.push(path)
    const isThere = path === known || !path.startsWith('/verify/')
    return rendered({ status: isThere ? 200 : 404, html: `<p>${path}</p>` })
  })
  const nothing = async () => {}
  server = await startHttpServer(
    readerHandler({
      pageCache,
      next: nothing,
      form: async () => {},
      newsroom: nothing,
      unavailable: () => null,
      files: (_req, _res, otherwise) => otherwise(),
      rateLimiter: new RateLimiter({
        proxies: parseTrustedProxies([]),
        clock: () => 0,
        shared: { find: async () => null, add: async () => null },
        onError: (error) => {
          throw error
        },
      }),
      onError: (error) => {
        throw error
      },
    }),
  )
  return asked
}

/** As many codes that are none as one network may have looked for. */
async function tryUnknownCodes() {
  const answers = []
  for (let at = 0; at < maxTries; at++) answers.push(await requestFrom(server, unknown(at)))
  return answers
}

describe('who asks for codes that are none', () => {
  test('is told so a few times, then to wait, and no database is asked meanwhile', async () => {
    const asked = await open()
    const answers = await tryUnknownCodes()

    const next = await requestFrom(server, unknown(99))

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
    expect(next).toMatchObject({
      status: 429,
      headers: { 'retry-after': '600', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
    })
    expect(asked).not.toContain(unknown(99))
  })

  test('still gets all else: a card that was asked for, a code that is on every wall, the form', async () => {
    await open()
    await requestFrom(server, known)
    await tryUnknownCodes()

    const answers = await Promise.all(
      [known, unknown(3), '/', '/verify'].map((path) => requestFrom(server, path)),
    )

    expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 200])
  })
})

test('a card that is there is never counted, and no page of cards is indexed', async () => {
  await open()

  const answers = []
  for (let at = 0; at < 2 * maxTries; at++) answers.push(await requestFrom(server, known))

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ headers }) => headers['x-robots-tag']))).toEqual(
    new Set(['noindex']),
  )
})
