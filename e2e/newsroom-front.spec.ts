import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { findFaintText } from '@/e2e/support/contrast'
import { holdRequests } from '@/e2e/support/hold-requests'
import { test as base, expect, type StaffedNewsroom } from '@/e2e/support/newsroom-fixtures'
import { indexStory } from '@/e2e/support/search-index'
import { formatMessage, words } from '@/e2e/support/words'

const front = words.newsroomFront

/** The front page is one: what a test makes of it is taken back. */
const test = base.extend<{ emptyFront: undefined }>({
  emptyFront: [
    async ({ newsroom }, use) => {
      const clear = async () => {
        await newsroom.db.frontPin.deleteMany()
        await newsroom.db.frontBlockPin.deleteMany()
        await newsroom.db.breakingNews.deleteMany()
        await newsroom.db.frontEdition.deleteMany()
        await newsroom.invalidate(['front'])
      }
      await clear()
      await use(undefined)
      await clear()
    },
    { auto: true },
  ],
})

test.describe.configure({ timeout: 120_000 })

const slot = (page: Page, name: string) => page.locator(`[data-slot="${name}"]`)
const candidates = (page: Page) => page.getByRole('region', { name: front.stories })
const publish = async (page: Page) => page.getByRole('button', { name: front.publish }).click()
const lead = (page: Page) => page.getByRole('region', { name: words.front.lead })

/** A story of long ago, which the page does not hold by itself, and which is found by its headline. */
async function addOld(newsroom: StaffedNewsroom) {
  const story = await newsroom.publish()
  await indexStory(newsroom, story)
  return story
}

async function look(page: Page, headline: string) {
  await candidates(page).getByRole('searchbox').fill(headline)
  await candidates(page).getByRole('searchbox').press('Enter')
  await expect(candidates(page).getByRole('listitem')).toHaveCount(1)
}

/** Puts a story at the top of the front page and publishes that. */
async function publishLead(page: Page, headline: string) {
  await look(page, headline)
  await page.getByLabel(`${front.putWhere}: ${headline}`).selectOption('top:0')
  await publish(page)
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()
}

const grip = (page: Page, headline: string) =>
  candidates(page).getByRole('button', { name: headline })

/** As a hand does it: pressed, moved bit by bit, let go. */
async function carry(page: Page, from: Locator, to: Locator) {
  await from.hover()
  await page.mouse.down()
  const box = await to.boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  await page.mouse.move(x, y, { steps: 12 })
  await expect(to).toHaveClass(/bg-wash/)
  await page.mouse.up()
}

test('a story is carried to the lead by mouse, and readers have it when it is published', async ({
  page,
  newsroom,
}) => {
  const story = await addOld(newsroom)
  await newsroom.signIn(page, 'editor')
  await page.setViewportSize({ width: 1440, height: 1000 })
  await page.goto('/newsroom/front')
  await look(page, story.headline)

  await carry(page, grip(page, story.headline), slot(page, 'top:0'))
  await expect(slot(page, 'top:0')).toContainText(story.headline)
  await expect(slot(page, 'top:0')).toContainText(front.held)
  await expect(slot(page, 'top:1')).toContainText(front.byRule)
  await page.goto('/')
  await expect(lead(page).getByRole('link', { name: story.headline })).toHaveCount(0)
  await page.goBack()
  await expect(slot(page, 'top:0')).toContainText(story.headline)
  await publish(page)
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()

  await expect
    .poll(async () => {
      await page.goto('/')
      return lead(page).getByRole('link').first().textContent()
    })
    .toBe(story.headline)
})

test('a story is moved with the keyboard alone, and every step is announced in Bengali', async ({
  page,
  newsroom,
}) => {
  const story = await addOld(newsroom)
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  await look(page, story.headline)
  const announcer = page.locator('[id^="DndLiveRegion"]')

  await grip(page, story.headline).press('Space')
  await expect(announcer).toContainText(story.headline)
  const first = await announcer.textContent()
  await page.keyboard.press('ArrowDown')
  await expect(announcer).not.toHaveText(first ?? '')
  const announcement = (await announcer.textContent()) ?? ''
  await page.keyboard.press('Space')

  const [, place = ''] = /: (.*)-এর ওপর।$/u.exec(announcement) ?? []
  await expect(announcer).toHaveText(formatMessage(front.put, { headline: story.headline, place }))
  const placed = page.locator('[data-slot]').filter({ hasText: story.headline })
  await expect(placed).toHaveCount(1)
  await expect(placed).toContainText(place)
})

test('a place is chosen by name, ends by the paper’s clock, and is given back', async ({
  page,
  newsroom,
}) => {
  const story = await addOld(newsroom)
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  await look(page, story.headline)

  await page.getByLabel(`${front.putWhere}: ${story.headline}`).selectOption('top:3')
  await expect(slot(page, 'top:3')).toContainText(story.headline)
  await slot(page, 'top:3').getByLabel(front.until).selectOption('hour')
  await publish(page)
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()
  const pin = await newsroom.db.frontPin.findFirstOrThrow({ where: { position: 3 } })
  await slot(page, 'top:3').getByRole('button', { name: front.free }).click()
  await expect(slot(page, 'top:3')).toContainText(front.byRule)

  const leftMs = (pin.until?.getTime() ?? 0) - Date.now()
  expect(pin.articleId).toBe(story.id)
  expect(leftMs).toBeGreaterThan(55 * 60_000)
  expect(leftMs).toBeLessThanOrEqual(60 * 60_000)
})

test('a place opens with the stories of its category, and a placed story says where it is', async ({
  page,
  newsroom,
}) => {
  const category = await newsroom.db.category.findFirstOrThrow({
    where: { parentId: null },
    orderBy: { position: 'desc' },
  })
  const story = await newsroom.publish({ category, publishedAt: new Date() })
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  const block = `block:${category.slug}`

  await slot(page, block).getByRole('button', { name: front.choose }).click()
  const found = page.getByRole('region', {
    name: formatMessage(front.storiesFor, {
      place: formatMessage(front.block, { name: category.name }),
    }),
  })
  await expect(found.getByLabel(front.category)).toHaveValue(category.slug)
  await expect(found.getByRole('listitem').filter({ hasNotText: category.name })).toHaveCount(0)
  await found
    .getByRole('listitem')
    .filter({ hasText: story.headline })
    .getByRole('button', { name: front.putHere })
    .click()

  await expect(slot(page, block)).toContainText(story.headline)
  await expect(slot(page, block).locator('button').first()).toBeFocused()
  const row = candidates(page).getByRole('listitem').filter({ hasText: story.headline })
  await expect(row).toContainText(
    formatMessage(front.placed, { place: formatMessage(front.block, { name: category.name }) }),
  )
})

test('the preview of the front is what readers get, to the letter', async ({ page, newsroom }) => {
  const story = await addOld(newsroom)
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  await look(page, story.headline)
  await page.getByLabel(`${front.putWhere}: ${story.headline}`).selectOption('top:0')
  await page.getByLabel(front.stripText).fill('নদীতে লঞ্চডুবি, উদ্ধার চলছে')
  const path = () => page.locator('iframe').getAttribute('src')
  await expect.poll(path).toContain('draft=')
  await expect(page.frameLocator('iframe').getByText('নদীতে লঞ্চডুবি, উদ্ধার চলছে')).toBeVisible()
  const preview = (await path()) ?? ''
  // What stands between masthead and footer, without the marks that only a script reads.
  const contentOf = async (address: string) => {
    const html = await (await page.request.get(address)).text()
    return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<!--[\s\S]*?-->/g, '')
  }

  const looked = await contentOf(preview)
  await publish(page)
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()

  // Times of lists are said by the minute: both are asked for until one minute holds both.
  await expect
    .poll(async () => (await contentOf('/')) === (await contentOf(preview)), { timeout: 15_000 })
    .toBe(true)
  expect(looked).toContain('নদীতে লঞ্চডুবি, উদ্ধার চলছে')
  await page.goto('/')
  expect(await page.locator('script[src*="_next"]').count()).toBe(0)
  await expect(page.getByRole('complementary', { name: words.front.breaking })).toContainText(
    'নদীতে লঞ্চডুবি, উদ্ধার চলছে',
  )
})

test('of two editors the second gets a notice, compares, and decides', async ({
  browser,
  page,
  newsroom,
}) => {
  const [mine, theirs] = [await addOld(newsroom), await addOld(newsroom)]
  const other = await browser.newPage()
  const user = await newsroom.signIn(other, 'editor')
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  await other.goto('/newsroom/front')
  await publishLead(other, theirs.headline)

  await look(page, mine.headline)
  await page.getByLabel(`${front.putWhere}: ${mine.headline}`).selectOption('top:0')
  await publish(page)
  const conflict = page.getByRole('region', { name: user.name })
  await expect(page.getByText(words.refusals.outdated)).toBeVisible()
  await expect(conflict.getByRole('row').filter({ hasText: theirs.headline })).toContainText(
    mine.headline,
  )
  expect((await newsroom.db.frontPin.findFirstOrThrow()).articleId).toBe(theirs.id)
  await conflict.getByRole('button', { name: front.publishMine }).click()
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()
  await other.close()

  expect((await newsroom.db.frontPin.findFirstOrThrow()).articleId).toBe(mine.id)
})

test('a slow publication of a front shows its progress, and happens once', async ({
  browser,
  page,
  newsroom,
}) => {
  const [mine, theirs] = [await addOld(newsroom), await addOld(newsroom)]
  const other = await browser.newPage()
  await newsroom.signIn(other, 'editor')
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  await other.goto('/newsroom/front')
  await publishLead(other, theirs.headline)
  await other.close()
  await look(page, mine.headline)
  const laidOut = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByLabel(`${front.putWhere}: ${mine.headline}`).selectOption('top:0')
  await laidOut
  await publish(page)
  const conflict = page.getByRole('region').filter({ has: page.locator('#front-clash') })
  const button = (name: string) => conflict.getByRole('button', { name, exact: true })
  await expect(button(front.publishMine)).toBeVisible()
  const heldRequests = await holdRequests(page, /\/newsroom\/front(\?|$)/)

  await button(front.publishMine).dblclick()

  await expect(button(front.publishing)).toHaveAttribute('aria-disabled', 'true')
  await expect(button(front.takeTheirs)).toHaveAttribute('aria-disabled', 'true')
  await button(front.publishing).click({ force: true })
  await button(front.takeTheirs).click({ force: true })
  heldRequests.release()
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()
  await expect(conflict).toHaveCount(0)
  expect(heldRequests.sent).toHaveLength(1)
  expect((await newsroom.db.frontPin.findFirstOrThrow()).articleId).toBe(mine.id)
  expect(await newsroom.db.frontEdition.count()).toBe(2)
})

test('an earlier edition can be restored, without stories withdrawn since', async ({
  page,
  newsroom,
}) => {
  const [stays, goes] = [await addOld(newsroom), await addOld(newsroom)]
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  for (const [place, story] of [
    ['top:0', stays],
    ['top:1', goes],
  ] as const) {
    await look(page, story.headline)
    await page.getByLabel(`${front.putWhere}: ${story.headline}`).selectOption(place)
  }
  await publish(page)
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()
  await slot(page, 'top:0').getByRole('button', { name: front.free }).click()
  await publish(page)
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()
  await newsroom.withdraw(goes)

  await page.getByRole('link', { name: front.history }).click()
  await page.getByRole('link', { name: front.beginFrom }).click()
  await expect(page.getByText(front.lost)).toBeVisible()
  await expect(slot(page, 'top:0')).toContainText(stays.headline)
  await expect(slot(page, 'top:1')).toContainText(front.byRule)
  await publish(page)
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()

  const pins = await newsroom.db.frontPin.findMany()
  expect(pins.map(({ position, articleId }) => [position, articleId])).toEqual([[0, stays.id]])
  expect(await newsroom.db.frontEdition.count()).toBe(3)
})

test('a front that is being set is there after another page, on the way back, and until it is published', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  const strip = page.getByLabel(front.stripText)
  await strip.fill('এইমাত্র আধা লেখা')
  await expect(page).toHaveURL(/draft=/)

  await page.getByRole('navigation').getByRole('link', { name: words.newsroom.start }).click()
  await page.waitForURL('**/newsroom')
  await page.goBack()
  await expect(strip).toHaveValue('এইমাত্র আধা লেখা')
  await page.goto('/newsroom')
  await page.getByRole('navigation').getByRole('link', { name: words.newsroom.front }).click()
  await expect(strip).toHaveValue('এইমাত্র আধা লেখা')
  await publish(page)
  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()

  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('draft=')
})

test('a reload loses nothing, and without a network the changes are kept', async ({
  page,
  newsroom,
  context,
}) => {
  const story = await addOld(newsroom)
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/front')
  await look(page, story.headline)
  await page.getByLabel(`${front.putWhere}: ${story.headline}`).selectOption('top:0')
  await expect(page).toHaveURL(/draft=/)

  await page.reload()
  await expect(slot(page, 'top:0')).toContainText(story.headline)
  await context.setOffline(true)
  await publish(page)
  await expect(page.getByText(front.noLine)).toBeVisible()
  await context.setOffline(false)
  await publish(page)

  await expect(page.getByText(/^প্রকাশিত হয়েছে/u)).toBeVisible()
  expect((await newsroom.db.frontPin.findFirstOrThrow()).articleId).toBe(story.id)
})

for (const role of ['reporter', 'subEditor'] as const)
  test(`the front page is not a ${role}’s to set, nor to look at before it is published`, async ({
    page,
    newsroom,
  }) => {
    await newsroom.signIn(page, role)
    await expect(page.getByRole('link', { name: words.newsroom.front })).toHaveCount(0)

    const responses: (number | undefined)[] = []
    for (const path of [
      '/newsroom/front',
      '/newsroom/front/history',
      '/newsroom/preview/front?draft=x',
    ])
      responses.push((await page.goto(path))?.status())

    expect(responses).toEqual([403, 403, 403])
  })

for (const width of [360, 1440])
  test(`axe objects to nothing where the front is set at ${width} px, in light and dark; nothing scrolls sideways`, async ({
    page,
    newsroom,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const story = await addOld(newsroom)
    await newsroom.signIn(page, 'editor')
    await page.goto('/newsroom/front')
    await look(page, story.headline)
    await page.getByLabel(`${front.putWhere}: ${story.headline}`).selectOption('top:0')
    await page.getByLabel(front.stripText).fill('খবর')

    const found: unknown[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
      found.push(...violations.map(({ id, nodes }) => [id, nodes[0]?.html]))
      found.push(...(await findFaintText(page)))
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )

    expect(found).toEqual([])
    expect(overflow).toBeLessThanOrEqual(0)
  })

test('the page stands beside its places where there is room, else behind a tab', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'editor')
  await page.setViewportSize({ width: 1_280, height: 800 })
  await page.goto('/newsroom/front')
  const places = page.getByRole('region', { name: front.places })
  const preview = page.getByRole('region', { name: front.preview })
  const beside = async () => [await places.boundingBox(), await preview.boundingBox()]
  const tab = (name: string) => page.getByRole('radio', { name, exact: true })

  const [left, right] = await beside()
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0))
  expect(right?.y).toBe(left?.y)
  await expect(tab(front.setting)).toBeHidden()
  await tab(front.desktop).click()
  const [above, below] = await beside()
  expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0))

  await page.setViewportSize({ width: 1_279, height: 800 })
  await expect(places).toBeVisible()
  await expect(preview).toBeHidden()
  await tab(front.preview).press('Space')
  await expect(preview).toBeVisible()
  await expect(places).toBeHidden()
})
