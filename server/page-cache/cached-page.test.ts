import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import { decodePage, encodePage, maxPageAgeMs, toCachedPage } from './cached-page'

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

  const decoded = decodePage(encodePage(cachedPage), 9)

  expect(decoded).toEqual({ ...cachedPage, tagVersion: 9 })
})

test('a cached page from a store does not retain the buffer it was read from', async () => {
  const encoded = encodePage(await makePage())
  const chunk = Buffer.concat([Buffer.alloc(60_000), encoded])

  const decoded = decodePage(chunk.subarray(60_000), 9)

  expect(decoded?.bytes.br.buffer.byteLength).toBeLessThan(encoded.length)
})

test.each([
  ['application/rss+xml; charset=utf-8', '<rss><!-- ক --><script>1</script></rss>'],
  ['text/plain;charset=UTF-8', 'Disallow: /<script>x</script>'],
  ['application/json', '{"html":"<!-- x --><script>1</script>"}'],
])('a document of type %s is kept byte for byte', async (type, text) => {
  const cachedPage = await toCachedPage(rendered({ type, html: text }), 0, 0)

  const decoded = decodePage(encodePage(cachedPage), 0)

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

test.each([
  ['nothing', (encoded: Buffer) => encoded.subarray(0, 0)],
  ['half a length', (encoded: Buffer) => encoded.subarray(0, 2)],
  ['half a head', (encoded: Buffer) => encoded.subarray(0, 40)],
  [
    'a head without its body',
    (encoded: Buffer) => encoded.subarray(0, 4 + encoded.readUInt32LE(0)),
  ],
  ['other bytes', () => Buffer.from('not a document at all')],
])('%s is taken for no document', async (_, damage) => {
  const encoded = encodePage(await makePage())

  expect(decodePage(damage(encoded), 0)).toBeNull()
})
