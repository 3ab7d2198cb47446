import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { jpegOf } from '@/tools/test-harness/fixtures/pictures'

const uploads = '/newsroom/media/uploads'

type Sent = { method: string; headers?: Record<string, string>; body?: string }

/** A request as a script of the newsroom's own pages sends it; the body in base64. */
const send = (page: Page, path: string, { method, headers = {}, body }: Sent) =>
  page.evaluate(
    async ([url, init, base64]) => {
      const bytes = base64 && Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const response = await fetch(url, { ...init, ...(bytes && { body: bytes }) })
      return {
        status: response.status,
        text: await response.text(),
        location: response.headers.get('location'),
        offset: response.headers.get('upload-offset'),
      }
    },
    [path, { method, headers: { 'Tus-Resumable': '1.0.0', ...headers } }, body] as const,
  )

const announce = (page: Page, bytes: number | string) =>
  send(page, uploads, { method: 'POST', headers: { 'Upload-Length': String(bytes) } })

const patch = (page: Page, path: string, offset: number, bytes: Buffer) =>
  send(page, path, {
    method: 'PATCH',
    headers: { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body: bytes.toString('base64'),
  })

test('a picture sent in parts is one of the archive', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'reporter')
  const bytes = await jpegOf(1_300, 700)

  const { location } = await announce(page, bytes.length)
  const path = location ?? ''
  const first = await patch(page, path, 0, bytes.subarray(0, 1_000))
  const where = await send(page, path, { method: 'HEAD' })
  const early = await send(page, `${path}/picture`, { method: 'POST' })
  const second = await patch(page, path, 1_000, bytes.subarray(1_000))
  const taken = await send(page, `${path}/picture`, { method: 'POST' })

  expect(path).toMatch(/^\/newsroom\/media\/uploads\/[0-9a-f]{32}$/)
  expect([first.status, first.offset]).toEqual([204, '1000'])
  expect([where.status, where.offset]).toEqual([200, '1000'])
  expect([early.status, early.text]).toEqual([409, 'uploadUnfinished'])
  expect(second.status).toBe(204)
  expect(taken.status).toBe(200)
  expect(JSON.parse(taken.text)).toMatchObject({ width: 1_300, height: 700 })
})

test.describe('an upload is refused before its bytes are taken', () => {
  test.beforeEach(async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'reporter')
  })

  for (const [what, bytes, status, reason] of [
    ['too large', 25 * 1024 * 1024 + 1, 413, 'pictureTooLarge'],
    ['empty', 0, 400, 'pictureEmpty'],
    ['without a size', 'many', 400, null],
    ['of less than nothing', -1, 400, null],
  ] as const) {
    test(`when it is ${what}`, async ({ page }) => {
      const httpResponse = await announce(page, bytes)

      expect(httpResponse.status).toBe(status)
      expect(httpResponse.location).toBeNull()
      expect(httpResponse.text).toMatch(reason ?? /./)
    })
  }

  test('when more comes than was announced', async ({ page }) => {
    const { location } = await announce(page, 10)

    const httpResponse = await patch(page, location ?? '', 0, Buffer.alloc(11))

    expect(httpResponse.status).toBe(413)
  })

  test('when its place is another than the bytes’ that are there', async ({ page }) => {
    const { location } = await announce(page, 10)

    expect((await patch(page, location ?? '', 5, Buffer.alloc(5))).status).toBe(409)
  })
})

test('an upload belongs to its user alone', async ({ page, newsroom, browser }) => {
  await newsroom.signIn(page, 'reporter')
  const { location } = await announce(page, 10)
  const path = location ?? ''
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto('/newsroom/sign-in')

  const unknown = [await announce(other, 10), await send(other, path, { method: 'HEAD' })]
  await newsroom.signIn(other, 'admin')
  const foreign = await Promise.all([
    send(other, path, { method: 'HEAD' }),
    patch(other, path, 0, Buffer.alloc(10)),
    send(other, path, { method: 'DELETE' }),
    send(other, `${path}/picture`, { method: 'POST' }),
  ])
  await context.close()

  expect(unknown.map(({ status }) => status)).toEqual([401, 401])
  expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect((await send(page, path, { method: 'HEAD' })).offset).toBe('0')
})

test('a page elsewhere can send nothing in an editor’s name', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'editor')

  const httpResponse = await page.request.post(uploads, {
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '10', 'Sec-Fetch-Site': 'cross-site' },
  })

  expect(httpResponse.status()).toBe(403)
})
