import type { Page } from '@playwright/test'
import { expect, openNewsroom, test as withNewsroom } from '@/e2e/support/fixtures'
import { baseUrl, sendRequest } from '@/e2e/support/http-client'
import { type ImportRun, importFile } from '@/e2e/support/importer'
import type { Newsroom } from '@/e2e/support/newsroom'
import { formatSavedPage, inventPage, type SavedPage } from '@/e2e/support/saved-page'
import { formatMessage, words } from '@/e2e/support/words'
import { articlePath } from '@/lib/content-model/article'

const nfc = (text: string) => text.normalize('NFC')

/** Puts a page into the paper; the newsroom takes all of it out again when the test ends. */
async function importPage(newsroom: Newsroom, page: SavedPage): Promise<ImportRun> {
  newsroom.adoptPage(page)
  return importFile('page.txt', formatSavedPage(page))
}

async function addressOf(newsroom: Newsroom, page: SavedPage): Promise<string> {
  const story = await newsroom.db.article.findFirstOrThrow({
    where: { headline: nfc(page.headline) },
    select: { id: true, category: { select: { slug: true } } },
  })
  return articlePath(story)
}

type Imported = { saved: SavedPage; path: string; run: ImportRun }

/** With a saved page that was put into the paper, for tests that only read it. */
const test = withNewsroom.extend<object, { imported: Imported }>({
  imported: [
    async ({ database }, use) => {
      const newsroom = openNewsroom(database)
      const saved = inventPage()
      const run = await importPage(newsroom, saved)
      await use({ saved, run, path: await addressOf(newsroom, saved) })
      await newsroom.clear()
    },
    { scope: 'worker' },
  ],
})

const article = (page: Page) => page.getByRole('article')
const moreInCategory = (page: Page) =>
  page.getByRole('region', { name: words.article.moreInCategory, exact: true })
const readMore = (page: Page) =>
  page.getByRole('region', { name: words.article.readMore, exact: true })

test('the importer reports what it imported', async ({ imported }) => {
  const { code, output } = imported.run

  expect(code).toBe(0)
  expect(output).toContain('1 added, 0 completed, 25 headlines, 0 known already')
})

test('an imported story stands under its category, with its headline and its desk', async ({
  page,
  imported,
}) => {
  const { saved } = imported
  await page.goto(imported.path)

  const category = article(page).getByRole('link', { name: saved.category, exact: true })
  const byline = article(page)
    .getByRole('list', { name: words.article.byline })
    .getByRole('link', { name: nfc(saved.byline), exact: true })

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(nfc(saved.headline))
  await expect(page).toHaveTitle(new RegExp(`^${nfc(saved.headline)}`))
  await expect(category).toHaveAttribute('href', '/international')
  await expect(byline).toHaveAttribute('href', /^\/author\/[a-z0-9-]+$/)
})

test('the desk of an imported story leads to its stories', async ({ page, imported }) => {
  const { saved } = imported
  await page.goto(imported.path)

  await article(page)
    .getByRole('link', { name: nfc(saved.byline) })
    .click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    formatMessage(words.list.deskStories, { name: nfc(saved.byline) }),
  )
  await expect(page.getByRole('link', { name: nfc(saved.headline) })).toBeVisible()
})

test('an imported story keeps its stamp, and shows no update that never was', async ({
  page,
  imported,
}) => {
  await page.goto(imported.path)

  const stamp = article(page).getByRole('time').first()

  await expect(stamp).toHaveText('২০ মে ২০২৪, ০৮:০২ পিএম')
  await expect(stamp).toHaveAttribute('datetime', '2024-05-20T20:02:00+06:00')
  await expect(article(page).getByText(words.article.published)).toBeVisible()
  await expect(article(page).getByText(words.article.updated)).toHaveCount(0)
})

test('a story whose page had a later update shows both stamps', async ({ page, newsroom }) => {
  const saved = inventPage({ stamps: ['২০ মে ২০২৪, ০৮:০২ পিএম', '২১ মে ২০২৪, ১২:১৫ এএম'] })
  await importPage(newsroom, saved)
  await page.goto(await addressOf(newsroom, saved))

  const stamps = article(page).getByText(words.article.updated)

  await expect(stamps).toContainText('২০ মে ২০২৪, ০৮:০২ পিএম')
  await expect(stamps).toContainText(`${words.article.updated} ২১ মে ২০২৪, ১২:১৫ এএম`)
})

test('an imported body is its paragraphs, quotes and all, and nothing of the page around them', async ({
  page,
  imported,
}) => {
  const { saved } = imported
  await page.goto(imported.path)

  for (const paragraph of saved.paragraphs) {
    await expect(article(page).getByText(nfc(paragraph), { exact: true })).toBeVisible()
  }
  await expect(page.getByText('মন্তব্য করুন')).toHaveCount(0)
  await expect(page.getByText('HTML Comment Box')).toHaveCount(0)
  await expect(page.getByText('Daily Namuna')).toHaveCount(0)
  await expect(article(page).getByRole('navigation', { name: words.article.topics })).toHaveCount(0)
})

test('the source of an imported story is a line of its own, not a part of the body', async ({
  page,
  imported,
  newsroom,
}) => {
  const { saved } = imported
  await page.goto(imported.path)

  const row = await newsroom.db.source.findUnique({ where: { name: nfc(saved.source) } })

  expect(row).not.toBeNull()
  await expect(article(page).getByText(nfc(saved.source))).toHaveCount(1)
  await expect(
    article(page).getByText(`${words.article.source} ${nfc(saved.source)}`, { exact: true }),
  ).toBeVisible()
})

test('an imported story can be passed on by Facebook, WhatsApp, X and e-mail', async ({
  page,
  imported,
}) => {
  const { saved, path } = imported
  await page.goto(imported.path)
  const url = encodeURIComponent(`${baseUrl}${path}`)
  const headline = encodeURIComponent(nfc(saved.headline))

  const share = article(page).getByRole('region', { name: words.article.share })
  const on = (place: string) =>
    share.getByRole('link', { name: formatMessage(words.article.shareOn, { place }) })

  await expect(on(words.article.facebook)).toHaveAttribute(
    'href',
    `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  )
  await expect(on(words.article.whatsapp)).toHaveAttribute(
    'href',
    `https://wa.me/?text=${headline}%20${url}`,
  )
  await expect(on(words.article.x)).toHaveAttribute(
    'href',
    `https://x.com/intent/post?text=${headline}&url=${url}`,
  )
  await expect(on(words.article.email)).toHaveAttribute(
    'href',
    `mailto:?subject=${headline}&body=${url}`,
  )
})

test('beside an imported story stand five others of its category with their times, and the way to the rest', async ({
  page,
  imported,
}) => {
  const { saved } = imported
  await page.goto(imported.path)

  const items = moreInCategory(page).getByRole('listitem')
  const more = moreInCategory(page).getByRole('link', {
    name: formatMessage(words.article.moreOf, { category: saved.category }),
  })

  await expect(items).toHaveCount(5)
  await expect(items.getByRole('link')).toHaveCount(5)
  await expect(items.getByRole('time')).toHaveCount(5)
  await expect(more).toHaveText(new RegExp(`^${words.article.more}`))
  await expect(more).toHaveAttribute('href', '/international')
})

test('the stories that a page listed beside its own are in the category, in the same order', async ({
  newsroom,
}) => {
  const saved = inventPage()
  await importPage(newsroom, saved)

  const listed = await newsroom.db.article.findMany({
    where: { headline: { in: saved.moreInCategory }, category: { name: saved.category } },
    orderBy: [{ publicAt: 'desc' }, { id: 'desc' }],
  })

  expect(listed.map((story) => story.headline)).toEqual(saved.moreInCategory)
})

test('the twenty stories that a page offered to read next are offered still, every link alive', async ({
  page,
  imported,
}) => {
  const { saved } = imported
  await page.goto(imported.path)

  const links = readMore(page).getByRole('listitem').getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  const responses = await Promise.all(addresses.map((address) => sendRequest(address)))

  await expect(links).toHaveText(saved.readMore)
  await expect(readMore(page).getByRole('time')).toHaveCount(20)
  expect(responses.map((response) => response.status)).toEqual(addresses.map(() => 200))
})

test('no story stands twice on the page of an imported story', async ({ page, imported }) => {
  const { path } = imported
  await page.goto(imported.path)

  const links = page.getByRole('main').getByRole('heading').getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))

  expect(addresses).toHaveLength(25)
  expect(new Set(addresses).size).toBe(25)
  expect(addresses).not.toContain(path)
})

test('a story known only by its headline shows that, and its imported page completes it', async ({
  page,
  newsroom,
}) => {
  const [headline = ''] = inventPage().readMore
  const whole = inventPage({ headline, moreInCategory: [], readMore: [] })
  await importPage(newsroom, inventPage({ moreInCategory: [], readMore: [headline] }))
  const bare = await addressOf(newsroom, whole)
  await page.goto(bare)
  await expect(page.getByText(words.article.headlineOnly)).toBeVisible()

  const run = await importPage(newsroom, whole)

  expect(run.output).toContain('0 added, 1 completed, 0 headlines, 0 known already')
  await page.goto(await addressOf(newsroom, whole))
  await expect(page.getByText(nfc(whole.paragraphs[0] ?? ''), { exact: true })).toBeVisible()
  await expect(page.getByText(words.article.headlineOnly)).toHaveCount(0)
  expect((await sendRequest(bare)).headers.location).toBe(await addressOf(newsroom, whole))
})

/** All that the import wrote: rows of its stories and of what hangs on them. */
async function rowsOf({ db }: Newsroom, page: SavedPage) {
  const headlines = [page.headline, ...page.moreInCategory, ...page.readMore].map(nfc)
  const article = { headline: { in: headlines } }
  return {
    stories: await db.article.findMany({ where: article, orderBy: { id: 'asc' } }),
    bylines: await db.byline.count({ where: { article } }),
    revisions: await db.revision.count({ where: { article } }),
    related: await db.relatedStory.count({ where: { article } }),
    contributors: await db.contributor.count({ where: { name: nfc(page.byline) } }),
    sources: await db.source.count({ where: { name: nfc(page.source) } }),
  }
}

test('importing a page twice changes nothing', async ({ newsroom }) => {
  const saved = inventPage()
  await importPage(newsroom, saved)
  const before = await rowsOf(newsroom, saved)

  const again = await importPage(newsroom, saved)

  expect(before.stories).toHaveLength(26)
  expect(before).toMatchObject({ bylines: 1, related: 20, contributors: 1, sources: 1 })
  expect(await rowsOf(newsroom, saved)).toEqual(before)
  expect(again.code).toBe(0)
  expect(again.output).toContain('0 added, 0 completed, 0 headlines, 1 known already')
})

const without = (line: RegExp) => (text: string) => text.replace(line, '')
const withOther = (said: string, other: string) => (text: string) => text.replace(said, other)

const broken: [what: string, breakIt: (text: string) => string, line: number, reason: string][] = [
  ['without stamps', without(/^.*আপডেট.*$/mu), 128, 'no line with the publication stamp'],
  ['with an impossible day', withOther('২০ মে', '৩২ মে'), 5, 'no date that exists: “৩২ মে'],
  [
    'that was updated before it came out',
    withOther('২০ মে ২০২৪, ০৮:০২', '২১ মে ২০২৪, ০৮:০২'),
    5,
    'the update is older',
  ],
  ['without its category', without(/^বিভাগ :.*$/mu), 128, 'no line with the category'],
  ['of an unknown category', withOther('আন্তর্জাতিক', 'ভিনগ্রহ'), 1, 'no category “ভিনগ্রহ”'],
]

for (const [what, breakIt, line, reason] of broken) {
  test(`a page ${what} is refused with line and reason, and nothing of it is kept`, async ({
    newsroom,
  }) => {
    const saved = inventPage()
    newsroom.adoptPage(saved)

    const run = await importFile('broken.txt', breakIt(formatSavedPage(saved)))

    expect(run.code).toBe(1)
    expect(run.output).toContain(`broken.txt:${line}: `)
    expect(run.output).toContain(reason)
    expect((await rowsOf(newsroom, saved)).stories).toEqual([])
  })
}

test('a file that is not UTF-8 text is refused', async () => {
  const run = await importFile('bytes.txt', Buffer.from([0xe0, 0xa6, 0x0a, 0xff]))

  expect(run.code).toBe(1)
  expect(run.output).toContain('bytes.txt:1: is not UTF-8 text')
})
