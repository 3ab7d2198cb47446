import type { IncomingMessage, Server } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { requestFrom, startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import { rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import { forwardedHeaders, isLive, isNewsroomPreview, previewPage, sendPreview } from './preview'

let server: Server
afterEach(() => server?.close())

const html = '<!DOCTYPE html><p>খসড়া</p><script>self.__next_f.push(1)</script><!-- $ -->'

async function open(page = previewPage(rendered({ html }))) {
  server = await startHttpServer((req, res) => void sendPreview(req, res, page))
}

const asking = (url: string, headers: IncomingMessage['headers'] = {}, method = 'GET') =>
  ({ url, headers, method }) as IncomingMessage

describe('a page that is looked at', () => {
  test('is finished as readers’ are', () => {
    expect(String(previewPage(rendered({ html })).body)).toBe('<!DOCTYPE html><p>খসড়া</p>')
  })

  test('keeps its link to all styles while it follows what is typed', () => {
    const link = '<link rel="stylesheet" href="/_next/static/chunks/any.css"/>'
    const render = rendered({ html: `${link}<p>খসড়া</p><script>1</script>` })

    expect(String(previewPage(render, { isLive: true }).body)).toBe(`${link}<p>খসড়া</p>`)
  })

  test.each([
    ['/newsroom/preview/7/article?live', true],
    ['/newsroom/preview/7/front?place=lead&live', true],
    ['/newsroom/preview/7/article', false],
    ['/newsroom/preview/7/article?alive', false],
  ])('%s follows what is typed: %s', (url, is) => {
    expect(isLive(asking(url))).toBe(is)
  })

  test.each<[string | undefined, string | undefined, (body: Buffer) => Buffer]>([
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (body) => body],
  ])('is sent to who takes %s as %s', async (taken = '', encoding, decode) => {
    await open()

    const { headers, body } = await requestFrom(server, '/', {
      headers: { 'accept-encoding': taken },
    })

    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['content-length']).toBe(String(body.length))
    expect(String(decode(body))).toBe('<!DOCTYPE html><p>খসড়া</p>')
  })

  test('is not sent to who asks only about it', async () => {
    await open()

    const { status, headers, body } = await requestFrom(server, '/', { method: 'HEAD' })

    expect([status, body.length]).toEqual([200, 0])
    expect(headers['content-length']).toBe(String(Buffer.byteLength('<!DOCTYPE html><p>খসড়া</p>')))
  })

  test('redirects a visitor who is not signed in', async () => {
    await open(previewPage(rendered({ status: 307, location: '/newsroom/sign-in' })))

    const { status, headers } = await requestFrom(server, '/')

    expect([status, headers.location]).toEqual([307, '/newsroom/sign-in'])
  })
})

describe('what the newsroom looks at', () => {
  test.each([
    ['/newsroom/preview/7/article', {}, 'GET', true],
    ['/newsroom/preview/7/front?place=lead', {}, 'HEAD', true],
    ['/newsroom/preview/front?draft=e30', {}, 'GET', true],
    ['/newsroom/preview/7/article', { rsc: '1' }, 'GET', false],
    ['/newsroom/preview/7/article', {}, 'POST', false],
    ['/newsroom/preview/7/article/more', {}, 'GET', false],
    ['/newsroom/stories/7', {}, 'GET', false],
    ['/newsroom/stories?x=/newsroom/preview/7/article', {}, 'GET', false],
  ])('%s with %j by %s: %s', (url, headers, method, is) => {
    expect(isNewsroomPreview(asking(url, headers, method))).toBe(is)
  })

  test('is told who asks and nothing else', () => {
    const headers = { cookie: 'a=1', 'x-newsroom-path': '/newsroom', range: 'bytes=0-1', rsc: '1' }

    expect(forwardedHeaders(asking('/', headers))).toEqual({
      cookie: 'a=1',
      'x-newsroom-path': '/newsroom',
    })
  })
})
