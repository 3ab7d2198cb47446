import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/fixtures'
import type { Newsroom } from '@/e2e/support/newsroom'
import { words } from '@/e2e/support/words'

// A headless browser says that it is one, and crawlers are not counted.
test.use({
  userAgent:
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
})

/** What the page tells of from now on, by the real clock. */
function listenToBeacons(page: Page): string[] {
  const beacons: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) beacons.push(`${request.method()} ${pathname}`)
  })
  return beacons
}

/** The same by a clock that stands still unless the test moves it. */
async function watchBeacons(page: Page): Promise<string[]> {
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(1_000)
  return listenToBeacons(page)
}

const show = (page: Page, state: 'visible' | 'hidden') =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

/** Once the script has drawn its controls it is watching as well. */
const isReady = (page: Page) =>
  expect(page.getByRole('button', { name: words.reader.dark, exact: true })).toBeVisible()

/** The same under a clock that stands still: the script is fetched when the browser is idle, by that clock. */
async function becomesReady(page: Page): Promise<void> {
  await page.clock.runFor(100)
  await isReady(page)
}

test('a read is counted once, after the story was visible for five seconds', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.publish()
  const beacons = await watchBeacons(page)
  await page.goto(story.path)
  await becomesReady(page)

  await page.clock.runFor(4_900)
  await show(page, 'hidden')
  await page.clock.runFor(60_000)
  await show(page, 'visible')
  await page.clock.runFor(4_900)
  const before = [...beacons]
  await page.clock.runFor(200)
  await expect.poll(() => beacons).toHaveLength(1)
  await show(page, 'hidden')
  await show(page, 'visible')
  await page.clock.runFor(60_000)

  expect(before).toEqual([])
  expect(beacons).toEqual([`POST /api/reads/${story.id}`])
  expect(await page.context().cookies()).toEqual([])
})

for (const [what, preference] of [
  ['saves data', { connection: { saveData: true } }],
  ['asks not to be tracked', { doNotTrack: '1' }],
  ['has Global Privacy Control on', { globalPrivacyControl: true }],
] as const) {
  test(`no read is counted for a reader who ${what}`, async ({ page, newsroom }) => {
    const story = await newsroom.publish()
    await page.addInitScript((preferences) => {
      for (const [name, value] of Object.entries(preferences))
        Object.defineProperty(navigator, name, { value })
    }, preference)
    const beacons = await watchBeacons(page)
    await page.goto(story.path)
    await becomesReady(page)

    await page.clock.runFor(60_000)

    expect(beacons).toEqual([])
  })
}

test('a reload is not counted again', async ({ page, newsroom }) => {
  // A clock that the test moves would hide from the page how it was opened.
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window)
    Object.assign(window, { setTimeout: (run: () => void) => later(run, 0) })
  })
  const [story, other] = [await newsroom.publish(), await newsroom.publish()]
  const beacons = listenToBeacons(page)
  await page.goto(story.path)
  await expect.poll(() => beacons).toHaveLength(1)

  await page.reload()
  await isReady(page)
  await page.goto(other.path)

  await expect.poll(() => beacons).toEqual([story, other].map(({ id }) => `POST /api/reads/${id}`))
})

for (const kind of [
  'the front page',
  'a withdrawn story',
  'a story known only by its headline',
] as const) {
  test(`${kind} tells of nothing`, async ({ page, pages }) => {
    const beacons = await watchBeacons(page)
    await page.goto(pages[kind].path)
    await becomesReady(page)

    await page.clock.runFor(60_000)

    expect(beacons).toEqual([])
  })
}

test('reads are stored within half a minute', async ({ page, newsroom, database }) => {
  test.setTimeout(60_000)
  const story = await newsroom.publish()
  const beacons = await watchBeacons(page)
  await page.goto(story.path)
  await becomesReady(page)

  await page.clock.runFor(6_000)
  await expect.poll(() => beacons).toHaveLength(1)

  await expect
    .poll(() => database.articleReads.findMany({ where: { articleId: story.id } }), {
      timeout: 40_000,
    })
    .toEqual([expect.objectContaining({ count: 1 })])
})

test.describe('the list of what was most read', () => {
  const list = (page: Page) => page.getByRole('region', { name: words.front.mostRead })

  /** Lists are new within ten seconds. */
  const onTheFront = (page: Page, isTrue: () => Promise<void>) =>
    expect(async () => {
      await page.goto('/')
      await isTrue()
    }).toPass({ timeout: 10_000 })

  async function read(newsroom: Newsroom, count: number) {
    const stories = await newsroom.publishMany(count, await newsroom.addCategory())
    await newsroom.db.articleReads.createMany({
      data: stories.map(({ id }, index) => ({
        articleId: id,
        day: new Date(),
        count: 1_000_000 - index,
      })),
    })
    await newsroom.invalidate(['front'])
    return stories
  }

  test('stands on the front, the most read first, numbered in Bengali', async ({
    page,
    newsroom,
  }) => {
    const stories = await read(newsroom, 5)

    await onTheFront(page, () =>
      expect(list(page).getByRole('listitem')).toHaveText(
        stories.map(({ headline }, index) => `${'১২৩৪৫'[index]}${headline}`),
        { timeout: 500 },
      ),
    )

    const links = list(page).getByRole('link')
    expect(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual(
      stories.map(({ path }) => path),
    )
  })

  test('is left out while little was read', async ({ page, newsroom, database }) => {
    await database.articleReads.deleteMany()
    await read(newsroom, 4)

    await onTheFront(page, () => expect(list(page)).toHaveCount(0, { timeout: 500 }))

    await expect(page.getByRole('main')).toBeVisible()
  })
})
