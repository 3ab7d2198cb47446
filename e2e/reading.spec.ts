import type { Page } from '@playwright/test'
import { Parser } from 'htmlparser2'
import { expect, test } from '@/e2e/support/fixtures'
import { sendRequest } from '@/e2e/support/http-client'
import { importFile } from '@/e2e/support/importer'
import type { Newsroom, Story } from '@/e2e/support/newsroom'
import { formatMessage, words } from '@/e2e/support/words'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { Category } from '@/lib/db/generated/client'

const main = (page: Page) => page.getByRole('main')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const headlineLinks = (page: Page) =>
  main(page).getByRole('heading', { level: 2 }).getByRole('link')
const pager = (page: Page) => page.getByRole('navigation', { name: words.list.pages, exact: true })
const pageLink = (page: Page, number: number) =>
  pager(page).getByRole('link', {
    name: formatMessage(words.list.page, { number: toBengaliDigits(number) }),
    exact: true,
  })

const headlines = (stories: Story[]) => stories.map((story) => story.headline)

/** A category of 85 stories, oldest first, of one author and one topic. */
async function fillCategory(newsroom: Newsroom) {
  const category = await newsroom.addCategory()
  const topic = await newsroom.addTopic()
  const author = await newsroom.addContributor()
  const stories = await newsroom.publishMany(85, category, { topics: [topic], bylines: [author] })
  return { category, topic, author, stories }
}

/** From the front page through the paper and back, by nothing but links. */
async function readThePaper(page: Page, newsroom: Newsroom): Promise<void> {
  const { category, topic, author, stories } = await fillCategory(newsroom)
  const newest = stories.at(-1) as Story
  await expect.poll(async () => (await sendRequest('/')).text).toContain(newest.path)

  await page.goto('/')
  await main(page).getByRole('link', { name: newest.headline, exact: true }).click()
  await expect(heading(page)).toHaveText(newest.headline)

  const more = page.getByRole('region', { name: words.article.moreInCategory, exact: true })
  await more
    .getByRole('link', { name: formatMessage(words.article.moreOf, { category: category.name }) })
    .click()
  await expect(page).toHaveURL(`/${category.slug}`)
  await expect(heading(page)).toHaveText(category.name)

  await pager(page).getByRole('link', { name: words.list.older }).click()
  await expect(page).toHaveURL(`/${category.slug}/page/3`)
  await pager(page).getByRole('link', { name: words.list.older }).click()
  await expect(page).toHaveURL(`/${category.slug}/page/2`)
  await headlineLinks(page).first().click()
  await expect(heading(page)).toHaveText(stories[39]?.headline ?? '')

  await page.getByRole('article').getByRole('link', { name: topic.name, exact: true }).click()
  await expect(page).toHaveURL(`/topic/${topic.slug}`)
  await headlineLinks(page).first().click()
  await expect(heading(page)).toHaveText(newest.headline)

  await page.getByRole('article').getByRole('link', { name: author.name, exact: true }).click()
  await expect(page).toHaveURL(`/author/${author.slug}`)
  await expect(heading(page)).toHaveText(
    formatMessage(words.list.authorStories, { name: author.name }),
  )

  await page.goBack()
  await expect(heading(page)).toHaveText(newest.headline)
  await page.goBack()
  await expect(page).toHaveURL(`/topic/${topic.slug}`)
}

test('a reader finds the way through the paper and back', async ({ page, newsroom }) => {
  await readThePaper(page, newsroom)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds the way through the paper and back', async ({ page, newsroom }) => {
    await readThePaper(page, newsroom)
  })
})

test.describe('on a phone of 360 px', () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })

  test('a reader finds the way through the paper and back', async ({ page, newsroom }) => {
    await readThePaper(page, newsroom)
  })

  test('the menu opens to every category without a script', async ({ page, newsroom }) => {
    const category = await newsroom.addCategory()
    const below = await newsroom.addCategory(category)
    await page.goto(`/${category.slug}`)
    const menu = page.getByRole('navigation', { name: words.site.categories, exact: true })
    await expect(menu.getByRole('link', { name: below.name, exact: true })).toBeHidden()

    await menu.getByText(words.site.allCategories).click()
    await menu.getByRole('link', { name: below.name, exact: true }).click()

    await expect(heading(page)).toHaveText(below.name)
  })
})

/** The headlines that a list shows, in its order. */
function headlinesIn(html: string): string[] {
  const found: string[] = []
  let isInside = false
  const parser = new Parser({
    onopentag: (name) => {
      if (name !== 'h2') return
      isInside = true
      found.push('')
    },
    ontext: (text) => {
      if (isInside) found.push(`${found.pop()}${text}`)
    },
    onclosetag: (name) => {
      if (name === 'h2') isInside = false
    },
  })
  parser.end(html)
  return found
}

/** What the pages of a list show, from page 1 on; page `newest` stands at the bare address. */
async function readPages(base: string, newest: number): Promise<string[][]> {
  const paths = Array.from({ length: newest }, (_, index) =>
    index + 1 === newest ? base : `${base}/page/${index + 1}`,
  )
  const responses = await Promise.all(paths.map((path) => sendRequest(path)))
  return responses.map((response) => headlinesIn(response.text))
}

test('the pages of a category hold each story once, newest first, the newest page between 20 and 39', async ({
  newsroom,
}) => {
  const { category, stories } = await fillCategory(newsroom)

  const shown = await readPages(`/${category.slug}`, 4)

  expect(shown.map((each) => each.length)).toEqual([20, 20, 20, 25])
  expect(shown.toReversed().flat()).toEqual(headlines(stories).toReversed())
})

for (const [count, pages] of [
  [1, [1]],
  [20, [20]],
  [39, [39]],
  [40, [20, 20]],
  [59, [20, 39]],
] as const) {
  test(`a category of ${count} stories has ${pages.length} page(s)`, async ({ newsroom }) => {
    const category = await newsroom.addCategory()
    await newsroom.publishMany(count, category)

    const shown = await readPages(`/${category.slug}`, pages.length)

    expect(shown.map((each) => each.length)).toEqual([...pages])
    expect((await sendRequest(`/${category.slug}/page/${pages.length + 1}`)).status).toBe(404)
  })
}

/** Fifteen more: with the 25 of the newest page they fill one page and begin the next. */
async function publishFifteenMore(newsroom: Newsroom, category: Category) {
  const publishedAt = new Date('2020-01-01T00:00:00Z')
  const more = await newsroom.publishMany(15, category, { publishedAt })
  await expect
    .poll(async () => (await sendRequest(`/${category.slug}`)).text)
    .toContain(more.at(-1)?.path)
}

test('an older page keeps its stories when new ones are published', async ({ newsroom }) => {
  const { category } = await fillCategory(newsroom)
  const before = await readPages(`/${category.slug}`, 4)

  await publishFifteenMore(newsroom, category)

  const after = await readPages(`/${category.slug}`, 5)
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3))
  expect(after.map((each) => each.length)).toEqual([20, 20, 20, 20, 20])
})

test('pages that an import closed off keep their stories when new ones are published', async ({
  newsroom,
}) => {
  const category = await newsroom.addCategory()
  const titles = Array.from({ length: 85 }, () => newsroom.name('খবর'))
  const lines = titles.map((title, index) => {
    const published = new Date(Date.UTC(2019, 5, 1, index)).toISOString()
    return JSON.stringify({ title, body: 'একটি অনুচ্ছেদ।', published, category: category.slug })
  })
  newsroom.adopt(titles)
  const run = await importFile('stories.jsonl', lines.join('\n'))
  expect(run.output).toContain('85 added')
  const before = await readPages(`/${category.slug}`, 4)

  await publishFifteenMore(newsroom, category)

  const after = await readPages(`/${category.slug}`, 5)
  expect(before.toReversed().flat()).toEqual(titles.toReversed())
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3))
  expect(after.map((each) => each.length)).toEqual([20, 20, 20, 20, 20])
})

test('the number of the newest page leads to the bare address for now, and to its own page later', async ({
  newsroom,
}) => {
  const { category } = await fillCategory(newsroom)
  const path = `/${category.slug}/page/4`

  const now = await sendRequest(path)
  await publishFifteenMore(newsroom, category)
  const later = await sendRequest(path)

  expect(now.status).toBe(302)
  expect(now.headers.location).toBe(`/${category.slug}`)
  expect(later.status).toBe(200)
})

for (const number of ['0', '5', '99', '2147483647']) {
  test(`page ${number} of a category of four pages is not there`, async ({ newsroom }) => {
    const { category } = await fillCategory(newsroom)

    const response = await sendRequest(`/${category.slug}/page/${number}`)

    expect(response.status).toBe(404)
  })
}

test('the pager names the page it is on, and reaches both ends', async ({ page, newsroom }) => {
  const { category } = await fillCategory(newsroom)

  await page.goto(`/${category.slug}/page/2`)

  await expect(heading(page)).toHaveText(
    formatMessage(words.list.pageTitle, { title: category.name, number: '২' }),
  )
  await expect(pageLink(page, 2)).toHaveAttribute('aria-current', 'page')
  await expect(pageLink(page, 4)).toHaveAttribute('href', `/${category.slug}`)
  await expect(pageLink(page, 1)).toHaveAttribute('href', `/${category.slug}/page/1`)
})

test("a category lists the stories of the categories under it, and a story's trail leads up", async ({
  page,
  newsroom,
}) => {
  const above = await newsroom.addCategory()
  const below = await newsroom.addCategory(above)
  const story = await newsroom.publish({ category: below })

  await page.goto(`/${above.slug}`)
  await main(page).getByRole('link', { name: story.headline, exact: true }).click()
  await page
    .getByRole('navigation', { name: words.site.breadcrumb })
    .getByRole('link', { name: above.name, exact: true })
    .click()

  await expect(page).toHaveURL(`/${above.slug}`)
})
