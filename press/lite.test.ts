import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { rendered } from '@/scripts/test/press-parts'
import { finish } from './document'
import { LiteEditions, liteHtml } from './lite'

const picture = (attributes: string) => `<html lang="bn"><img ${attributes}></html>`

test.each([
  [
    'wide candidates go',
    'srcSet="/media/1-a/160.avif 160w, /media/1-a/320.avif 320w, /media/1-a/640.avif 640w"',
    'srcSet="/media/1-a/160.avif 160w, /media/1-a/320.avif 320w"',
  ],
  ['one is always left', 'srcSet="/media/1-a/640.avif 640w"', 'srcSet="/media/1-a/640.avif 640w"'],
  ['a wide source becomes a small one', 'src="/media/1-a/640.jpg"', 'src="/media/1-a/320.jpg"'],
  ['a small source stays', 'src="/media/1-a/160.jpg"', 'src="/media/1-a/160.jpg"'],
  ['what is no picture of ours stays', 'src="/logo/640.jpg"', 'src="/logo/640.jpg"'],
])('%s', (_, before, after) => {
  const html = liteHtml(picture(before))

  expect(html).toBe(picture(after).replace('<html', '<html data-lite'))
})

test('a lite edition is made once, has bytes and an ETag of its own, and keeps all else', async () => {
  const document = await finish(rendered({ html: picture('src="/media/1-a/640.jpg"') }), 0, 0)
  const editions = new LiteEditions(1_000_000)

  const [first, second] = [await editions.of(document), await editions.of(document)]

  expect(second.bytes).toBe(first.bytes)
  expect(String(gunzipSync(first.bytes.gzip))).toContain('/320.jpg')
  expect(first.bytes.etag).not.toBe(document.bytes.etag)
  expect({ ...first, bytes: null }).toEqual({ ...document, bytes: null })
})

test('a text for programs has no editions', async () => {
  const feed = { type: 'application/rss+xml', html: picture('src="/media/1-a/640.jpg"') }
  const document = await finish(rendered(feed), 0, 0)

  expect(await new LiteEditions(1_000_000).of(document)).toBe(document)
})

test('a redirect has no editions', async () => {
  const document = await finish(rendered({ location: '/latest' }), 0, 0)

  expect(await new LiteEditions(1_000).of(document)).toBe(document)
})
