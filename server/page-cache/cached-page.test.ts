import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import { decodePage, encodePage, maxPageAgeMs, toCachedPage } from './cached-page'

const key = '/national/7'

const makePage = (madeAt = 1_000) =>
  toCachedPage(
    rendered({
      status: 410,
      html: '<p>প্রত্যাহার করা হয়েছে</p>',
      ownTags: ['article:7'],
      listTags: ['latest', 'front'],
    }),
    5,
    madeAt,
  )

test('a cached page is read from a store as it was written, with this process’s count', async () => {
  const cachedPage = await makePage()

  const decoded = decodePage(key, encodePage(key, cachedPage), 9)

  expect(decoded).toEqual({ ...cachedPage, tagVersion: 9 })
})

test('a cached page from a store does not retain the buffer it was read from', async () => {
  const encoded = encodePage(key, await makePage())
  const chunk = Buffer.concat([Buffer.alloc(60_000), encoded])

  const decoded = decodePage(key, chunk.subarray(60_000), 9)

  expect(decoded?.bytes.br.buffer.byteLength).toBeLessThan(encoded.length)
})

test.each([
  ['application/rss+xml; charset=utf-8', '<rss><!-- ক --><script>1</script></rss>'],
  ['text/plain;charset=UTF-8', 'Disallow: /<script>x</script>'],
  ['application/json', '{"html":"<!-- x --><script>1</script>"}'],
])('a document of type %s is kept byte for byte', async (type, text) => {
  const cachedPage = await toCachedPage(rendered({ type, html: text }), 0, 0)

  const decoded = decodePage(key, encodePage(key, cachedPage), 0)

  expect(decoded?.type).toBe(type)
  expect(String(gunzipSync(decoded?.bytes.gzip ?? ''))).toBe(text)
})

test('a page is finished in whatever letters its type is written', async () => {
  const page = { type: 'Text/HTML;charset=utf-8', html: '<p>ক</p><script>1</script>' }

  const { bytes } = await toCachedPage(rendered(page), 0, 0)

  expect(String(gunzipSync(bytes.gzip))).toBe('<p>ক</p>')
})

test('a document that never grows stale by itself is made anew within a week all the same', async () => {
  const cachedPage = await makePage(1_000)

  expect(cachedPage.staleAt).toBe(1_000 + maxPageAgeMs)
  expect(cachedPage.ownStaleAt).toBe(Number.POSITIVE_INFINITY)
})

describe('a stored value that is not the page written under its key is no page', () => {
  test.each([
    ['nothing', (encoded: Buffer) => encoded.subarray(0, 0)],
    ['the first bytes only', (encoded: Buffer) => encoded.subarray(0, 20)],
    ['half of it', (encoded: Buffer) => encoded.subarray(0, encoded.length / 2)],
    ['all but the last byte', (encoded: Buffer) => encoded.subarray(0, -1)],
    ['a byte more', (encoded: Buffer) => Buffer.concat([encoded, Buffer.from('x')])],
    ['zeros of the same length', (encoded: Buffer) => Buffer.alloc(encoded.length)],
    ["another program's text", () => Buffer.from('not a page at all')],
    ['JSON', () => Buffer.from(JSON.stringify({ status: 200, ownTags: 1 }))],
  ])('%s', async (_, damage) => {
    const encoded = encodePage(key, await makePage())

    expect(decodePage(key, damage(encoded), 0)).toBeNull()
  })

  test('any one flipped bit', async () => {
    const encoded = encodePage(key, await makePage())

    for (let bit = 0; bit < encoded.length * 8; bit += 1) {
      const damaged = Buffer.from(encoded)
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(decodePage(key, damaged, 0), `bit ${bit}`).toBeNull()
    }
  })

  test("another address's page", async () => {
    const encoded = encodePage('/national/8', await makePage())

    expect(decodePage(key, encoded, 0)).toBeNull()
  })
})
