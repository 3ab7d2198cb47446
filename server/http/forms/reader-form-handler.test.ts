import { once } from 'node:events'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { maxReaderFormBytes } from '@/lib/http/form-body'
import type { RefusedForm } from '@/lib/render-context/render-context'
import { previewPage } from '@/server/http/preview'
import { parseTrustedProxies } from '@/server/rate-limit/client-address'
import type { RenderRequest } from '@/server/render/renderer'
import { requestFrom, startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import { type RenderOverrides, rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import type { TimedRequestOptions } from '@/tools/test-harness/processes/http-client'
import { readerFormHandler } from './reader-form-handler'

let server: Server
afterEach(() => server.close())

const path = '/report/7'
const thanks = { status: 303, location: '/report/7/sent' }
const notFilled: RefusedForm = {
  status: 422,
  reason: 'invalid',
  fields: ['fault'],
  values: { fault: '' },
  token: 'token',
}

type SendOptions = Pick<TimedRequestOptions, 'method' | 'body'> & {
  headers?: Record<string, string>
}

type Options = {
  /** What the page renders. */
  page?: RenderOverrides
  /** What the form's route answers. */
  route?: RenderOverrides
  timeoutMs?: number
  proxies?: string[]
}

/** The handler with a page that says which refusal it was given. */
async function open({ page, route = thanks, timeoutMs, proxies = [] }: Options = {}) {
  const submitted: [path: string, request: RenderRequest][] = []
  const handler = readerFormHandler({
    render: async (_, { refusedForm }) =>
      rendered({ html: `<p>${refusedForm?.reason ?? 'ফর্ম'}</p>`, ...page }),
    submit: async (routePath, request) => {
      submitted.push([routePath, request])
      return rendered(route)
    },
    toPage: previewPage,
    proxies: parseTrustedProxies(proxies),
    host: 'paper.example',
    ...(timeoutMs !== undefined && { timeoutMs }),
  })
  server = await startHttpServer((req, res) => {
    handler(req, res, req.url ?? '').catch(() => res.destroy())
  })
  return { submitted }
}

const send = ({ headers, ...options }: SendOptions = {}) =>
  requestFrom(server, path, {
    method: 'POST',
    body: 'fault=x',
    ...options,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
  })

describe('every answer of a form', () => {
  const uncached = {
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  }

  test.each<[string, Options, SendOptions]>([
    ['the form', {}, { method: 'GET', body: '' }],
    ['a redirect', {}, {}],
    ['a refused form', { route: { context: { refusedForm: notFilled } } }, {}],
    ['a form of another site', {}, { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a method that there is not', {}, { method: 'PUT' }],
    ['a form of nothing', { page: { status: 404 } }, { method: 'GET', body: '' }],
  ])('is stored by no cache: %s', async (_, options, sent) => {
    await open(options)

    const { headers } = await send(sent)

    expect(headers).toMatchObject(uncached)
    for (const name of ['set-cookie', 'etag', 'surrogate-control'])
      expect(headers).not.toHaveProperty(name)
  })
})

describe('a form that was sent', () => {
  test('goes to its route as it is, with the address of its sender', async () => {
    const { submitted } = await open({ proxies: ['127.0.0.1'] })
    const body = `fault=${encodeURIComponent('সাল ভুল')}`

    const { status, headers } = await send({
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'x-forwarded-for': '203.0.113.9',
        cookie: 'session=1',
      },
    })

    expect([status, headers.location]).toEqual([303, '/report/7/sent'])
    expect(submitted).toEqual([
      [
        '/internal/forms/report/7',
        {
          form: Buffer.from(body),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'x-forwarded-for': '203.0.113.9',
          },
        },
      ],
    ])
  })

  test('a sender that no trusted proxy names cannot name its own address', async () => {
    const { submitted } = await open()

    await send({ headers: { 'x-forwarded-for': '203.0.113.9' } })

    expect(submitted[0]?.[1].headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1' })
  })

  test('that its route refused is shown again, with the refusal’s status', async () => {
    await open({ route: { status: 422, context: { refusedForm: notFilled } } })

    const { status, body } = await send()

    expect([status, String(body)]).toEqual([422, '<p>invalid</p>'])
  })

  test('by too many is told when to send it again', async () => {
    const refusedForm = { ...notFilled, status: 429 as const, retryAfterSeconds: 90 }
    await open({ route: { context: { refusedForm } } })

    const { status, headers } = await send()

    expect([status, headers['retry-after']]).toEqual([429, '90'])
  })

  test.each([404, 410])('about what is gone has the page of %i', async (status) => {
    await open({ page: { status }, route: { context: { refusedForm: notFilled } } })

    expect((await send()).status).toBe(status)
  })

  test('to an address that takes none is not allowed', async () => {
    await open({ route: { status: 404 } })

    const { status, headers } = await send()

    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a form that is not read', () => {
  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('comes from %s', async (_, headers) => {
    const { submitted } = await open()

    const { status, body } = await send({ headers })

    expect([status, String(body), submitted]).toEqual([403, '<p>crossSite</p>', []])
  })

  test('comes from a program that does not say where it is from', async () => {
    const { submitted } = await open()

    const { status } = await requestFrom(server, path, { method: 'POST', body: 'fault=x' })

    expect([status, submitted]).toEqual([403, []])
  })

  test.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain'])(
    'is sent as %s',
    async (type) => {
      const { submitted } = await open()

      const { status } = await send({ headers: { 'content-type': type } })

      expect([status, submitted]).toEqual([415, []])
    },
  )

  test.each<[string, Record<string, string>]>([
    ['with its length', {}],
    ['in chunks of unknown number', { 'transfer-encoding': 'chunked' }],
  ])('is larger than the limit, %s', async (_, headers) => {
    const { submitted } = await open()

    const { status, body } = await send({ body: 'x'.repeat(maxReaderFormBytes + 1), headers })

    expect([status, String(body), submitted]).toEqual([413, '<p>tooLarge</p>', []])
  })

  test('a form of exactly the limit is read', async () => {
    await open()

    expect((await send({ body: 'x'.repeat(maxReaderFormBytes) })).status).toBe(303)
  })

  test('does not arrive in time', async () => {
    const { submitted } = await open({ timeoutMs: 50 })
    const { port } = server.address() as AddressInfo
    const req = request({
      port,
      path,
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'content-length': '100',
      },
    })
    req.write('fault=')

    const [res] = await once(req, 'response')

    expect([res.statusCode, res.headers.connection, submitted]).toEqual([408, 'close', []])
    req.destroy()
  })

  test('far larger than the limit ends the connection', async () => {
    const { submitted } = await open()

    await expect(send({ body: Buffer.alloc(8 * 1024 * 1024) })).rejects.toThrow()

    expect(submitted).toEqual([])
  })
})

test.each(['PUT', 'DELETE', 'PATCH'])('%s is not allowed', async (method) => {
  await open()

  const { status, headers } = await send({ method })

  expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
})
