import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/fixtures'
import { sendRequest } from '@/e2e/support/http-client'
import type { Newsroom, Story } from '@/e2e/support/newsroom'
import { indexStory } from '@/e2e/support/search-index'
import { newMark } from '@/e2e/support/unique-names'
import { formatMessage, words } from '@/e2e/support/words'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { tags } from '@/lib/invalidation/cache-tags'
import { searchPath } from '@/lib/urls/search-address'

const main = (page: Page) => page.getByRole('main')
const field = (page: Page) => main(page).getByRole('searchbox', { name: words.search.label })
const button = (page: Page) => main(page).getByRole('button', { name: words.search.button })
const hits = (page: Page) => main(page).getByRole('heading', { level: 2 }).getByRole('link')
const pager = (page: Page) => page.getByRole('navigation', { name: words.search.pages })
const pathOf = (typed: string, page = 1) => searchPath({ typed, page })

async function search(page: Page, typed: string): Promise<void> {
  await page.goto('/search')
  await field(page).fill(typed)
  await button(page).click()
}

/** A story that readers find by its headline. */
async function publish(newsroom: Newsroom, headline: string): Promise<Story> {
  const story = await newsroom.publish({ headline })
  await indexStory(newsroom, story)
  await newsroom.invalidate([tags.latest()])
  return story
}

test('a reader finds a story from any page by a word of it, and reads it', async ({
  page,
  newsroom,
}) => {
  const mark = newMark()
  const story = await publish(newsroom, `ইরানের প্রেসিডেন্টের সফর ${mark}`)

  await page.goto('/')
  await page.getByRole('banner').getByRole('link', { name: words.search.link }).click()
  await field(page).fill(`ইরান ${mark}`)
  await field(page).press('Enter')

  await expect(main(page)).toContainText(formatMessage(words.search.count, { count: '১' }))
  await expect(field(page)).toHaveValue(`ইরান ${mark}`)
  await expect(hits(page)).toHaveText([story.headline])
  await expect(hits(page).locator('mark')).toHaveText(['ইরানের', mark])
  await hits(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.headline)
})

for (const [typed, headline] of [
  ['র্যাব', 'র‍্যাবের অভিযান'],
  ['500', '৫০০ টাকার নোট'],
  ['putin', 'পুতিনের চীন সফর'],
  ['dhaka', 'ঢাকায় ধুলা'],
  ['BNP', 'বিএনপির সমাবেশ'],
  ['আরো', 'আরও বৃষ্টি'],
] as const) {
  test(`“${typed}” finds “${headline}”`, async ({ page, newsroom }) => {
    const mark = newMark()
    const story = await publish(newsroom, `${headline} ${mark}`)

    await search(page, `${typed} ${mark}`)

    await expect(hits(page)).toHaveText([story.headline])
  })
}

test('a misspelling finds similar words, with a notice', async ({ page, newsroom }) => {
  const story = await publish(newsroom, `খৈয়াছড়িপুর ঝরনার পথ ${newMark()}`)

  await search(page, 'খৈয়াছরিপুর')

  await expect(main(page)).toContainText(words.search.near)
  await expect(hits(page)).toHaveText([story.headline])
})

test('a search without results shows a notice, keeps the words and lists the newest stories', async ({
  page,
}) => {
  await search(page, 'xyzzyplugh')

  await expect(main(page)).toContainText(
    formatMessage(words.search.nothing, { words: 'xyzzyplugh' }),
  )
  await expect(field(page)).toHaveValue('xyzzyplugh')
  await expect(
    page.getByRole('region', { name: words.list.latest }).getByRole('listitem'),
  ).toHaveCount(8)
})

test('a letter alone is too short, and nothing typed is no fault', async ({ page }) => {
  await search(page, 'ক')
  await expect(main(page)).toContainText(words.search.tooShort)

  await search(page, '')
  await expect(page).toHaveURL('/search?q=')
  await expect(main(page)).not.toContainText(words.search.tooShort)
})

test('many results stand on pages with plain links, each story once', async ({
  page,
  newsroom,
}) => {
  const mark = newMark()
  const stories = await newsroom.publishMany(45, await newsroom.addCategory())
  for (const story of stories) {
    await indexStory(newsroom, story, { headline: `${mark} ${story.headline}` })
  }
  const found: string[] = []

  await page.goto(pathOf(mark))
  await expect(main(page)).toContainText(formatMessage(words.search.count, { count: '৪৫' }))
  for (const number of [1, 2, 3]) {
    await expect(pager(page).locator('[aria-current=page]')).toHaveText(toBengaliDigits(number))
    found.push(...(await hits(page).allTextContents()))
    if (number < 3) await pager(page).getByRole('link', { name: words.search.next }).click()
  }

  expect(found).toEqual(stories.map((story) => story.headline).toReversed())
  await page.goto(pathOf(mark, 4))
  await expect(page).toHaveURL(pathOf(mark))
})

test('a newly published story is found at once, also where the search had no results before', async ({
  newsroom,
}) => {
  const mark = newMark()
  expect((await sendRequest(pathOf(mark))).words).toContain(
    formatMessage(words.search.nothing, { words: mark }),
  )

  const story = await publish(newsroom, `নতুন খবর ${mark}`)

  await expect.poll(async () => (await sendRequest(pathOf(mark))).text).toContain(story.path)
})

test('results are kept out of search engines, in the page and in the header', async () => {
  for (const path of ['/search', pathOf('ঢাকা')]) {
    const { headers, text } = await sendRequest(path)

    expect(headers['x-robots-tag']).toBe('noindex')
    expect(text).toMatch(/<meta name="robots" content="noindex[^"]*"/)
  }
  expect((await sendRequest('/')).headers['x-robots-tag']).toBeUndefined()
})

for (const target of [
  '/search?q=%',
  '/search?q=%00%ff%E0%A6',
  '/search?q=ab&q=cd&page=x&page=3',
  '/search?q=ab&page=-1',
  '/search?q=ab&page=99999999999999999999',
  "/search?q='%20%26%20!()%20:*%5C",
  "/search?q=o'reilly%5C",
  `/search?q=${'%E0%A6%95'.repeat(1_500)}`,
  `/search?q=${'a+'.repeat(3_000)}`,
]) {
  test(`${target.slice(0, 40)} is answered like any search`, async () => {
    expect((await sendRequest(target)).status).toBe(200)
  })
}

test('the page for missing pages has a search form', async ({ page }) => {
  await page.goto('/no-such-page')
  await field(page).fill('ঢাকা')
  await button(page).click()

  await expect(page).toHaveURL(pathOf('ঢাকা'))
  await expect(hits(page).first()).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`results fit a small phone and can be read by all, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width: 360, height: 740 })

    await page.goto(pathOf('ঢাকা'))

    const widths = await page.evaluate(() => [document.body.scrollWidth, window.innerWidth])
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
    const link = page.getByRole('banner').getByRole('link', { name: words.search.link })
    const box = await link.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}
