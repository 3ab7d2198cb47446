import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { rendered } from '@/scripts/test/press-parts'
import { documentLifeMs, finish, fromBytes, toBytes } from './document'

const make = (madeAt = 1_000) =>
  finish(
    rendered({
      status: 410,
      html: '<p>প্রত্যাহার করা হয়েছে</p>',
      ownTags: ['article:7'],
      listTags: ['latest', 'front'],
    }),
    5,
    madeAt,
  )

test('a document comes back from a shelf as it was put there, with this process’s count', async () => {
  const document = await make()

  const back = fromBytes(toBytes(document), 9)

  expect(back).toEqual({ ...document, since: 9 })
})

test('a document from a shelf lets go of what it was read from', async () => {
  const run = toBytes(await make())
  const chunk = Buffer.concat([Buffer.alloc(60_000), run])

  const back = fromBytes(chunk.subarray(60_000), 9)

  expect(back?.bytes.br.buffer.byteLength).toBeLessThan(run.length)
})

test.each([
  ['application/rss+xml; charset=utf-8', '<rss><!-- ক --><script>1</script></rss>'],
  ['text/plain;charset=UTF-8', 'Disallow: /<script>x</script>'],
  ['application/json', '{"html":"<!-- x --><script>1</script>"}'],
])('a document of type %s is kept byte for byte', async (type, text) => {
  const document = await finish(rendered({ type, html: text }), 0, 0)

  const back = fromBytes(toBytes(document), 0)

  expect(back?.type).toBe(type)
  expect(String(gunzipSync(back?.bytes.gzip ?? ''))).toBe(text)
})

test('a page is finished in whatever letters its type is written', async () => {
  const page = { type: 'Text/HTML;charset=utf-8', html: '<p>ক</p><script>1</script>' }

  const { bytes } = await finish(rendered(page), 0, 0)

  expect(String(gunzipSync(bytes.gzip))).toBe('<p>ক</p>')
})

test('a document that never grows stale by itself is made anew within a week all the same', async () => {
  const document = await make(1_000)

  expect(document.staleAt).toBe(1_000 + documentLifeMs)
  expect(document.ownStaleAt).toBe(Number.POSITIVE_INFINITY)
})

test.each([
  ['nothing', (run: Buffer) => run.subarray(0, 0)],
  ['half a length', (run: Buffer) => run.subarray(0, 2)],
  ['half a head', (run: Buffer) => run.subarray(0, 40)],
  ['a head without its body', (run: Buffer) => run.subarray(0, 4 + run.readUInt32LE(0))],
  ['other bytes', () => Buffer.from('not a document at all')],
])('%s is taken for no document', async (_, damage) => {
  const run = toBytes(await make())

  expect(fromBytes(damage(run), 0)).toBeNull()
})
