import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/fixtures'
import { words } from '@/e2e/support/words'

const root = (page: Page) => page.locator('html')
const choice = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const paper = (page: Page) =>
  root(page).evaluate((element) => getComputedStyle(element).backgroundColor)
const dark = 'rgb(18, 20, 23)'
const light = 'rgb(255, 255, 255)'

test('the colours a reader chose stay, on every page, against the device’s own', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.publish()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')

  await choice(page, words.reader.dark).click()
  const chosen = await paper(page)
  await page.goto(story.path)
  const later = await paper(page)

  expect([chosen, later]).toEqual([dark, dark])
  await expect(choice(page, words.reader.dark)).toHaveAttribute('aria-pressed', 'true')
  await choice(page, words.reader.system).click()
  expect(await paper(page)).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paper(page)).toBe(dark)
  await choice(page, words.reader.light).click()
  expect(await paper(page)).toBe(light)
})

test('the size of text a reader chose stays, and is set from the first line on', async ({
  page,
}) => {
  await page.goto('/')
  const before = await root(page).evaluate((element) => getComputedStyle(element).fontSize)

  await choice(page, words.reader.largest).press('Enter')
  await page.goto('/latest', { waitUntil: 'commit' })

  await expect(root(page)).toHaveAttribute('data-size', 'largest')
  await expect(root(page)).toHaveCSS('font-size', '20px')
  expect(before).toBe('16px')
})

test('the device’s share sheet is offered where there is one, with the story and its address', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.publish()
  await page.addInitScript(() => {
    navigator.share = async (data) => {
      document.title = `${data?.title} ${data?.url}`
    }
  })
  await page.goto(story.path)

  await choice(page, words.article.share).click()

  await expect(page).toHaveTitle(new RegExp(`^${story.headline} http.*${story.path}$`))
})

test('where there is no share sheet the links are there without its button', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.publish()
  await page.addInitScript(() => Object.assign(Navigator.prototype, { share: undefined }))
  await page.goto(story.path)

  await expect(choice(page, words.reader.dark)).toBeVisible()
  await expect(choice(page, words.article.share)).toHaveCount(0)
  await expect(page.getByRole('link', { name: words.article.email })).toBeVisible()
})

test('drawing its controls the script moves nothing', async ({ page, newsroom }) => {
  const story = await newsroom.publish()
  await page.setViewportSize({ width: 360, height: 4_000 })
  await page.addInitScript(() => {
    navigator.share = async () => undefined
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) document.documentElement.dataset.moved = entry.name
    }).observe({ type: 'layout-shift', buffered: true })
  })

  await page.goto(story.path, { waitUntil: 'networkidle' })

  await expect(choice(page, words.article.share)).toBeVisible()
  await expect(root(page)).not.toHaveAttribute('data-moved')
})

test('every control is large enough for a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto('/')
  const buttons = page.getByRole('contentinfo').getByRole('button')

  await expect(buttons).toHaveCount(6)
  const boxes = await Promise.all((await buttons.all()).map((button) => button.boundingBox()))

  for (const box of boxes) {
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect(box?.width).toBeGreaterThanOrEqual(44)
  }
})

test('storage that is forbidden costs a reader nothing but the memory of it', async ({ page }) => {
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError')
      },
    })
  })
  await page.goto('/')

  await choice(page, words.reader.dark).click()

  expect(await paper(page)).toBe(dark)
  expect(errors).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('there is no control that does nothing', async ({ page, newsroom }) => {
    const story = await newsroom.publish()

    await page.goto(story.path)

    await expect(page.getByRole('button')).toHaveCount(0)
  })
})

const rulesOf = (page: Page) => page.locator('script[type=speculationrules]')

/** What the browser fetches beforehand from now on. */
async function watchPrefetches(page: Page): Promise<string[]> {
  const fetched: string[] = []
  const session = await page.context().newCDPSession(page)
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
    if (status === 'Running') fetched.push(new URL(prefetchUrl).pathname)
  })
  await session.send('Preload.enable')
  return fetched
}

test('the page under the mouse is fetched before it is opened, and no other', async ({ page }) => {
  await page.goto('/latest', { waitUntil: 'networkidle' })
  const fetched = await watchPrefetches(page)
  const link = page.getByRole('main').getByRole('link').first()

  await link.hover()

  await expect.poll(() => fetched).toEqual([await link.getAttribute('href')])
})

test.describe('on a phone', () => {
  test.use({ isMobile: true, hasTouch: true, viewport: { width: 360, height: 640 } })

  test('the next page is fetched only when its link is touched', async ({ page }) => {
    await page.goto('/')

    const rules = await rulesOf(page).evaluate((script) => script.textContent)

    expect(rules).toContain('"eagerness":"conservative"')
  })
})

for (const [what, connection] of [
  ['who save data', { saveData: true }],
  ['on a very thin line', { effectiveType: '2g' }],
] as const) {
  test(`for readers ${what} nothing is fetched beforehand`, async ({ page }) => {
    await page.addInitScript((connection) => {
      Object.defineProperty(navigator, 'connection', { value: connection })
    }, connection)

    await page.goto('/')

    await expect(choice(page, words.reader.dark)).toBeVisible()
    await expect(rulesOf(page)).toHaveCount(0)
  })
}
