import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import inject from 'light-my-request'
import { afterAll, expect, test } from 'vitest'
import { staticFiles } from './static-files'

// The build writes the other folders; this test runs before it.
const root = mkdtempSync(join(tmpdir(), 'static-files-'))
for (const folder of ['.next/static', 'public/_reader']) {
  mkdirSync(join(root, folder), { recursive: true })
}
cpSync('public/icons', join(root, 'public/icons'), { recursive: true })
afterAll(() => rmSync(root, { recursive: true }))

const files = staticFiles(root)
const send = (url: string) =>
  inject((req, res) => files(req, res, () => res.writeHead(404).end(`passed on: ${req.url}`)), url)

test('a committed file of public/ is served under its own address for a day', async () => {
  const response = await send('/icons/tab-icon.svg')

  expect(response.statusCode).toBe(200)
  expect(response.headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'cache-control': 'public,max-age=86400',
    etag: expect.any(String),
  })
})

test.each([
  '/icons/12',
  '/icons',
  '/icons/../../package.json',
  '/icons/%2e%2e/%2e%2e/package.json',
])('%s is no file: the request is passed on as it came', async (url) => {
  const response = await send(url)

  expect(response.statusCode).toBe(404)
  expect(response.payload).toMatch(/^passed on: /)
})
