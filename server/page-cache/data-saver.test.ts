import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import { toCachedPage } from './cached-page'
import { DataSaverEditions, dataSaverHtml } from './data-saver'

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
  const html = dataSaverHtml(picture(before))

  expect(html).toBe(picture(after).replace('<html', '<html data-lite'))
})

test('a data-saver edition is made once, has bytes and an ETag of its own, and keeps all else', async () => {
  const page = await toCachedPage(rendered({ html: picture('src="/media/1-a/640.jpg"') }), 0, 0)
  const editions = new DataSaverEditions(1_000_000)

  const [first, second] = [await editions.of(page), await editions.of(page)]

  expect(second.bytes).toBe(first.bytes)
  expect(String(gunzipSync(first.bytes.gzip))).toContain('/320.jpg')
  expect(first.bytes.etag).not.toBe(page.bytes.etag)
  expect({ ...first, bytes: null }).toEqual({ ...page, bytes: null })
})

test('a text for programs has no editions', async () => {
  const feed = { type: 'application/rss+xml', html: picture('src="/media/1-a/640.jpg"') }
  const page = await toCachedPage(rendered(feed), 0, 0)

  expect(await new DataSaverEditions(1_000_000).of(page)).toBe(page)
})

test('a redirect has no editions', async () => {
  const page = await toCachedPage(rendered({ location: '/latest' }), 0, 0)

  expect(await new DataSaverEditions(1_000).of(page)).toBe(page)
})
