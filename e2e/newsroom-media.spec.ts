import { readFile, rm, writeFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page, Route } from '@playwright/test'
import sharp from 'sharp'
import { holdRequests } from '@/e2e/support/hold-requests'
import { sendRequest } from '@/e2e/support/http-client'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { formatMessage, words } from '@/e2e/support/words'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { cropPath, cropShapes } from '@/lib/media/files/crop'
import { pictureFormats, picturePath } from '@/lib/media/files/picture'
import { uploadChunkBytes } from '@/lib/media/upload/upload'
import { claimingPng, jpegOf, phoneJpeg } from '@/tools/test-harness/fixtures/pictures'

const media = words.newsroomMedia
// Pictures are looked at one after another, and a busy machine takes its time.
test.setTimeout(90_000)
const patience = { timeout: 30_000 }

type File = { name: string; mimeType: string; buffer: Buffer }

const file = (name: string, buffer: Buffer, mimeType = 'image/jpeg'): File => ({
  name,
  mimeType,
  buffer,
})

/** A picture that no other test has sent, of some two megabytes: it goes in several requests. */
async function heavyPicture(name: string): Promise<File> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  const create = { width: 1_400, height: 1_000, channels: 3 as const, background: '#888', noise }
  return file(name, await sharp({ create }).jpeg({ quality: 95 }).toBuffer())
}

async function choose(page: Page, files: File[]): Promise<void> {
  await page.locator('input[type=file][multiple]').setInputFiles(files)
}

const sum = (all: number, taken: number) =>
  formatMessage(media.sum, { all: toBengaliDigits(all), taken: toBengaliDigits(taken) })

/**
 * Watches which parts of pictures are sent; `decide` may keep a request from the server. Answers where the parts that
 * came through began.
 */
async function watchParts(page: Page, decide: (route: Route, count: number) => Promise<boolean>) {
  const begun: number[] = []
  let count = 0
  await page.route('**/newsroom/media/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    count += 1
    if (!(await decide(route, count))) return
    begun.push(Number(route.request().headers()['upload-offset']))
    await route.continue()
  })
  return begun
}

/** Where the parts of a file begin when each is sent once. */
const partsOf = ({ buffer }: File) =>
  Array.from(
    { length: Math.ceil(buffer.length / uploadChunkBytes) },
    (_, n) => n * uploadChunkBytes,
  )

test.describe('pictures are sent into the archive', () => {
  test('many at once, each with its progress, and are in the archive at once', async ({
    page,
    newsroom,
  }) => {
    const user = await newsroom.signIn(page, 'reporter')
    await page.goto('/newsroom/media')
    const files = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => file(`নৌকা-${n}.jpg`, await jpegOf(1_200 + n, 700))),
    )

    await choose(page, files)

    await expect(page.getByRole('status').filter({ hasText: sum(5, 5) })).toBeVisible(patience)
    await expect(page.getByText(media.taken, { exact: true })).toHaveCount(5)
    expect(await newsroom.db.image.count({ where: { uploadedById: user.id } })).toBe(5)
    await expect(page.getByRole('main').locator('a[href^="/newsroom/media/"] img')).toHaveCount(5)
  })

  test('a phone’s HEIC, as the JPEG that it becomes', async ({ page, newsroom }) => {
    const user = await newsroom.signIn(page, 'reporter')
    await page.goto('/newsroom/media')
    const heic = await readFile('lib/media/files/samples/phone.heic')

    await choose(page, [file('IMG_1.HEIC', heic)])

    await expect(page.getByRole('status').filter({ hasText: sum(1, 1) })).toBeVisible(patience)
    const row = await newsroom.db.image.findFirstOrThrow({ where: { uploadedById: user.id } })
    expect(row.mediaType).toBe('image/jpeg')
    const shown = page.getByRole('main').locator('a[href^="/newsroom/media/"] img')
    await expect
      .poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
  })

  test('a line that drops in the middle costs nothing that was sent', async ({
    page,
    context,
    newsroom,
  }) => {
    await newsroom.signIn(page, 'reporter')
    await page.goto('/newsroom/media')
    const picture = await heavyPicture('বন্যা.jpg')
    const begun = await watchParts(page, async (route, count) => {
      if (count !== 2) return true
      await context.setOffline(true)
      await route.abort('internetdisconnected')
      return false
    })

    await choose(page, [picture])
    await expect.poll(() => page.evaluate(() => navigator.onLine), patience).toBe(false)
    const line = page.getByRole('listitem').filter({ hasText: picture.name })
    await expect(line.getByRole('progressbar')).toBeVisible()
    await context.setOffline(false)

    await expect(line.getByText(media.taken)).toBeVisible(patience)
    expect(begun).toEqual(partsOf(picture))
  })

  test('an upload continues after a reload of the page', async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'reporter')
    await page.goto('/newsroom/media')
    const picture = await heavyPicture('মিছিল.jpg')
    let isHeld = false
    const begun = await watchParts(page, async (_, count) => {
      isHeld ||= count === 2
      return count !== 2
    })

    await choose(page, [picture])
    await expect.poll(() => isHeld, patience).toBe(true)
    await page.reload()

    const line = page.getByRole('listitem').filter({ hasText: picture.name })
    await expect(line.getByText(media.taken)).toBeVisible(patience)
    expect(begun).toEqual(partsOf(picture))
  })

  test('one is called off and leaves nothing at the server', async ({ page, newsroom }) => {
    const user = await newsroom.signIn(page, 'reporter')
    await page.goto('/newsroom/media')
    const picture = await heavyPicture('ভুল.jpg')
    let isHeld = false
    await watchParts(page, async (_, count) => {
      isHeld ||= count === 2
      return count < 2
    })
    await choose(page, [picture])
    await expect.poll(() => isHeld, patience).toBe(true)

    const gone = page.waitForResponse((response) => response.request().method() === 'DELETE')
    await page.getByRole('button', { name: `${picture.name}: ${media.cancel}` }).click()

    expect((await gone).status()).toBe(204)
    await expect(page.getByText(picture.name)).toHaveCount(0)
    expect(await newsroom.db.upload.count({ where: { ownerId: user.id } })).toBe(0)
  })

  test('one that a failing server did not take is tried again', async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'reporter')
    await page.goto('/newsroom/media')
    let troubles = 0
    await page.route('**/newsroom/media/uploads/*/picture', async (route) => {
      troubles += 1
      if (troubles > 2) await route.continue()
      else await route.fulfill({ status: 503, body: '' })
    })

    await choose(page, [file('ঝড়.jpg', await jpegOf(1_250, 720))])

    await expect(page.getByText(media.taken, { exact: true })).toBeVisible(patience)
    expect(troubles).toBe(3)
  })

  test('one is dropped anywhere on the page', async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'reporter')
    await page.goto('/newsroom/media')
    const base64 = (await jpegOf(1_260, 730)).toString('base64')
    const dropped = await page.evaluateHandle((encoded) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], 'টানা.jpg', { type: 'image/jpeg' }))
      return transfer
    }, base64)

    await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped })

    await expect(page.getByText(media.taken, { exact: true })).toBeVisible(patience)
  })
})

test('an invalid picture is refused with its reason', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'reporter')
  await page.goto('/newsroom/media')
  const valid = await jpegOf(800, 600)
  const cases: [File, keyof typeof words.refusals][] = [
    [file('স্ক্রিপ্ট.png', Buffer.from('<svg onload="alert(1)"/>'), 'image/png'), 'pictureSvg'],
    [file('লেখা.jpg', Buffer.from('<html><script>alert(1)</script>')), 'notAPicture'],
    [file('কাটা.jpg', valid.subarray(0, valid.length / 2)), 'pictureBroken'],
    [file('বোমা.png', claimingPng(10_000, 10_000), 'image/png'), 'pictureTooManyPixels'],
    [file('ছোট.jpg', await jpegOf(60, 60)), 'pictureTooSmall'],
    [file('খালি.jpg', Buffer.alloc(0)), 'pictureEmpty'],
  ]

  await choose(
    page,
    cases.map(([each]) => each),
  )

  for (const [{ name }, reason] of cases) {
    const line = page.getByRole('listitem').filter({ hasText: name })
    await expect(line.getByRole('alert')).toHaveText(words.refusals[reason], patience)
  }
})

test('the metadata of a phone’s picture is not published', async ({ page, newsroom }) => {
  const user = await newsroom.signIn(page, 'reporter')
  await page.goto('/newsroom/media')
  const hidden = Buffer.from('<script>alert(1)</script>')
  const bytes = Buffer.concat([await phoneJpeg(1_300, 900), hidden])

  await choose(page, [file('ফোন.jpg', bytes)])
  await expect(page.getByText(media.taken, { exact: true })).toBeVisible(patience)

  const row = await newsroom.db.image.findFirstOrThrow({ where: { uploadedById: user.id } })
  expect([row.width, row.height]).toEqual([900, 1_300])
  const paths = [
    ...pictureFormats.map((format) => picturePath(row, 640, format)),
    ...cropShapes.map((shape) => cropPath(row, shape)),
  ]
  for (const path of paths) {
    const served = await (await page.request.get(path)).body()
    const header = await sharp(served).metadata()
    expect([header.exif, header.xmp, header.iptc, header.orientation]).toEqual(
      Array(4).fill(undefined),
    )
    expect([served.includes('TestPhone'), served.includes(hidden)]).toEqual([false, false])
  }
})

test('the focal point is moved by keyboard and by hand, and every crop follows', async ({
  page,
  newsroom,
}) => {
  const user = await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/media')
  await choose(page, [file('দুই রং.jpg', await jpegOf(1_505, 1_000))])
  await expect(page.getByText(media.taken, { exact: true })).toBeVisible(patience)
  const where = { uploadedById: user.id }
  const picture = await newsroom.db.image.findFirstOrThrow({ where })
  const story = await newsroom.publish({ leadImage: picture })
  const before = cropPath(picture, 'square')
  const old = await (await page.request.get(before)).body()
  await page.goto(`/newsroom/media/${picture.id}`)
  const point = page.getByRole('slider', { name: media.focus })

  await point.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expect(point).toHaveAttribute('aria-valuetext', /৩৯%.*৫১%/)
  const box = (await point.locator('..').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3)
  await page.mouse.up()
  await expect(page.locator('img[data-shape=square]')).toHaveCSS('object-position', '20% 30%')
  await page.getByRole('button', { name: media.save }).click()
  await expect(page.getByText(media.saved)).toBeVisible()

  const row = await newsroom.db.image.findUniqueOrThrow({ where: { id: picture.id } })
  expect([row.focalX, row.focalY]).toEqual([0.2, 0.3])
  const after = cropPath(row, 'square')
  const saved = await (await page.request.get(before)).body()
  const fresh = await (await page.request.get(after)).body()
  expect(after).not.toBe(before)
  expect(saved.equals(old)).toBe(true)
  expect(fresh.equals(old)).toBe(false)
  const never = await page.request.get(before.replace('-50-50', '-1-99'), { maxRedirects: 0 })
  expect([never.status(), never.headers().location]).toEqual([302, after])
  await expect
    .poll(async () => (await sendRequest(story.path)).text)
    .toContain('object-position:20% 30%')
})

test('new texts reach readers, and a refused text stays in the form', async ({
  page,
  newsroom,
}) => {
  const picture = await newsroom.addPicture()
  const story = await newsroom.publish({ leadImage: picture })
  const caption = newsroom.name('ব্রহ্মপুত্রের চর')
  await newsroom.signIn(page, 'subEditor')
  await page.goto(`/newsroom/media/${picture.id}`)
  await expect(page.getByRole('link', { name: story.headline })).toBeVisible()

  await page.getByLabel(media.caption).fill(caption)
  await page.getByLabel(media.credit).evaluate((field) => field.removeAttribute('maxlength'))
  await page.getByLabel(media.credit).fill('ক'.repeat(201))
  await page.getByRole('button', { name: media.save }).click()
  await expect(page.getByRole('alert').filter({ hasText: words.refusals.invalid })).toBeVisible()
  await expect(page.getByLabel(media.caption)).toHaveValue(caption)
  await page.getByLabel(media.credit).fill('')
  await page.getByRole('button', { name: media.save }).click()
  await expect(page.getByText(media.saved)).toBeVisible()

  await expect.poll(async () => (await sendRequest(story.path)).text).toContain(caption)
  await page.goto(`/newsroom/media?q=${encodeURIComponent(caption)}&view=noCredit`)
  await expect(page.locator(`a[href="/newsroom/media/${picture.id}"]`)).toBeVisible()
})

test('a picture is taken away only when nothing shows it', async ({ page, newsroom }) => {
  const [shown, free] = [await newsroom.addPicture(), await newsroom.addPicture()]
  await newsroom.publish({ leadImage: shown })
  await newsroom.signIn(page, 'editor')

  await page.goto(`/newsroom/media/${shown.id}`)
  await expect(page.getByText(media.notDeletable)).toBeVisible()
  await page.goto(`/newsroom/media/${free.id}`)
  await page.getByText(media.delete, { exact: true }).click()
  await page.getByRole('button', { name: media.deleteForGood }).click()
  await page.waitForURL(/\/newsroom\/media$/)

  expect((await page.goto(`/newsroom/media/${free.id}`))?.status()).toBe(404)
  expect((await page.request.get(picturePath(free, 640, 'jpg'))).status()).toBe(404)
})

test('a reporter looks at everybody’s pictures and changes their own', async ({
  page,
  newsroom,
}) => {
  const picture = await newsroom.addPicture()
  await newsroom.signIn(page, 'reporter')

  await page.goto(`/newsroom/media/${picture.id}`)

  await expect(page.getByText(media.notTheirs)).toBeVisible()
  await expect(page.getByLabel(media.caption)).not.toBeEditable()
  await expect(page.getByRole('button', { name: media.save })).toHaveCount(0)
  await page.goto('/newsroom/media')
  await expect(page.getByText(media.empty)).toBeVisible()
  await page.getByRole('link', { name: media.everybodys }).click()
  await expect(page.locator(`a[href="/newsroom/media/${picture.id}"]`)).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`the archive and a picture fit a phone and are for all (${scheme})`, async ({
    page,
    newsroom,
  }) => {
    const picture = await newsroom.addPicture()
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width: 360, height: 740 })
    await newsroom.signIn(page, 'editor')
    for (const path of ['/newsroom/media', `/newsroom/media/${picture.id}`]) {
      await page.goto(path)

      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      const { violations } = await new AxeBuilder({ page }).analyze()

      expect(wide).toBe(360)
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
  })
}

for (const [what, change] of [
  ['was rewritten', (path: string) => writeFile(path, 'অন্য কিছু')],
  ['is gone', (path: string) => rm(path)],
] as const) {
  test(`a chosen file that ${what} before it was sent is asked for again at once`, async ({
    page,
    newsroom,
  }, testInfo) => {
    await newsroom.signIn(page, 'reporter')
    await page.goto('/newsroom/media')
    const path = testInfo.outputPath('changed.jpg')
    await writeFile(path, (await heavyPicture('changed.jpg')).buffer)
    const held = await holdRequests(page, /media\/uploads/)
    await page.locator('input[type=file][multiple]').setInputFiles(path)
    await expect.poll(() => held.sent.length).toBeGreaterThan(0)

    await change(path)
    held.release()

    await expect(page.getByText(words.refusals.pictureChanged)).toBeVisible({ timeout: 8_000 })
  })
}
