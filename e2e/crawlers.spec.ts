import { expect, test } from '@/e2e/support/fixtures'
import { sendRequest } from '@/e2e/support/http-client'

test('robots.txt is served like any other document', async () => {
  const plain = await sendRequest('/robots.txt', { headers: { 'save-data': 'on' } })
  const packed = await sendRequest('/robots.txt', { headers: { 'accept-encoding': 'gzip' } })
  const again = await sendRequest('/robots.txt', {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': packed.headers.etag ?? '' },
  })

  expect([plain.status, packed.status, again.status]).toEqual([200, 200, 304])
  expect(plain.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    vary: 'Accept-Encoding',
  })
  expect(plain.text).toMatch(/^User-agent: \*$/m)
  expect(plain.text).toMatch(/^Disallow: \/api\/$/m)
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(packed.text).toBe(plain.text)
})
