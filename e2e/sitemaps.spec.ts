import type { Page } from '@playwright/test'
import robotsParser from 'robots-parser'
import { canonicalOf, headOf, meta } from '@/e2e/support/html-head'
import { baseUrl, sendRequest } from '@/e2e/support/http-client'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { articleIn } from '@/e2e/support/structured-data'
import { words } from '@/e2e/support/words'
import { readSitemap } from '@/tools/test-harness/fixtures/sitemap-reader'

const gzip = { 'accept-encoding': 'gzip' }
const indexPath = '/sitemap.xml'
const newsPath = '/news-sitemap.xml'
/** Lists are new within ten seconds (docs/decisions/009). */
const soon = { timeout: 10_000, intervals: [200] }

const read = async (path: string) => readSitemap((await sendRequest(path, { headers: gzip })).text)
const locsOf = async (path: string) => (await read(path)).entries.map(({ loc }) => loc)
const pathOf = (loc: string) => new URL(loc).pathname
const whole = (path: string) => new URL(path, baseUrl).href
const monthFile = (instant: string) => `/sitemap/${instant.slice(0, 7)}.xml`

/** The files that the index names, by their paths. */
const filePaths = async () => (await locsOf(indexPath)).map(pathOf)

/** What the browser's own XML parser, which made none of it, says of a text: its root, or that it is no XML. */
const rootOf = (page: Page, xml: string) =>
  page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml')
    return parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.nodeName
  }, xml)

test('SM2 SM3 every file that is named is there, is XML, and is of no more than it may be', async ({
  page,
  pages: _,
}) => {
  const paths = [indexPath, newsPath, ...(await filePaths())]
  await page.goto('/robots.txt')

  for (const path of paths) {
    const { status, headers, text } = await sendRequest(path, { headers: gzip })

    expect([path, status, headers['content-type']]).toEqual([
      path,
      200,
      'application/xml; charset=utf-8',
    ])
    expect(await rootOf(page, text)).toBe(path === indexPath ? 'sitemapindex' : 'urlset')
    expect(readSitemap(text).entries.length).toBeLessThanOrEqual(10_000)
  }
  expect(paths.length).toBeGreaterThan(4)
})

test('SM4 SM5 SM7 every address is this site’s, in one file alone, and answers without a redirect', async ({
  pages: _,
}) => {
  const files = await filePaths()
  const locs = (await Promise.all(files.map(locsOf))).flat()

  expect(new Set(locs).size).toBe(locs.length)
  for (const loc of locs) {
    expect(loc.length).toBeLessThan(2_048)
    expect(loc).toMatch(/^https?:\/\/[\w.:-]+(?:\/[\w%./~-]+)?$/)
  }
  expect(new Set(locs.map((loc) => new URL(loc).origin)).size).toBe(1)
  // One after another: a crowd of pages that were never made is asked to come back.
  for (const loc of locs.filter((_each, at) => at % Math.ceil(locs.length / 30) === 0)) {
    expect([loc, (await sendRequest(pathOf(loc))).status]).toEqual([loc, 200])
  }
})

test('SM7 the story’s address in the sitemap is the canonical one of its page', async ({
  newsroom,
}) => {
  const story = await newsroom.publish({ publishedAt: new Date('2019-03-31T17:59:59Z') })
  const next = await newsroom.publish({ publishedAt: new Date('2019-03-31T18:00:00Z') })

  await expect
    .poll(() => locsOf('/sitemap/2019-03.xml'), soon)
    .toContain(await canonical(story.path))
  await expect
    .poll(() => locsOf('/sitemap/2019-04.xml'), soon)
    .toContain(await canonical(next.path))
  expect(await locsOf('/sitemap/2019-03.xml')).not.toContain(await canonical(next.path))
})

async function canonical(path: string): Promise<string> {
  const [, href = ''] =
    /<link rel="canonical" href="([^"]+)"/.exec((await sendRequest(path)).text) ?? []
  return href
}

test('NS5 NS7 NS8 NS9 news is told as its page has it, once, whatever was changed since it came out', async ({
  newsroom,
}) => {
  const publishedAt = new Date(Date.now() - 3_600_000)
  const given = {
    publishedAt,
    kicker: 'বিশেষ প্রতিবেদন',
    bylines: [await newsroom.addContributor()],
  }
  const note = { kind: 'update' as const, note: 'নতুন তথ্য।', at: new Date(Date.now() - 60_000) }
  const story = await newsroom.publish({ ...given, corrections: [note] })
  const url = await canonical(story.path)
  const entries = async () => (await read(newsPath)).entries.filter(({ loc }) => loc === url)
  const headline = `${story.headline} & “বদলানো”`

  await newsroom.changeHeadline(story, headline)
  await expect.poll(async () => (await entries())[0]?.news?.title, soon).toBe(headline)

  const page = articleIn((await sendRequest(story.path)).text)
  expect((await entries()).map(({ news }) => news)).toEqual([
    {
      name: page?.publisher.name,
      language: page?.inLanguage,
      date: page?.datePublished,
      title: page?.headline,
    },
  ])
  expect(page?.headline).toBe(headline)
  expect(Date.parse(page?.datePublished ?? '')).toBe(
    Math.floor(publishedAt.getTime() / 1_000) * 1_000,
  )
  expect(page?.dateModified).not.toBe(page?.datePublished)
})

test('NS12 what the news sitemap names answers at once, under that address, to be found by all', async ({
  newsroom,
}) => {
  const publishedAt = new Date(Date.now() - 120_000)
  const stories = [await newsroom.publish({ publishedAt }), await newsroom.publish({ publishedAt })]
  const named = async () =>
    (await locsOf(newsPath)).filter((loc) => stories.some(({ path }) => pathOf(loc) === path))
  await expect.poll(async () => (await named()).length, soon).toBe(stories.length)

  for (const loc of await named()) {
    const { status, text, headers } = await sendRequest(pathOf(loc))

    expect([status, headers['x-robots-tag']]).toEqual([200, undefined])
    expect(canonicalOf(headOf(text))).toEqual([loc])
    expect(meta(headOf(text), 'robots')).not.toContain('noindex')
  }
})

test('NS12 a withdrawn story leaves the sitemap and the news sitemap within ten seconds', async ({
  newsroom,
}) => {
  const publishedAt = new Date(Date.now() - 60_000)
  const story = await newsroom.publish({ publishedAt })
  const url = await canonical(story.path)
  const month = monthFile(new Date(publishedAt.getTime() + 6 * 3_600_000).toISOString())
  await expect.poll(() => locsOf(month), soon).toContain(url)
  await expect.poll(() => locsOf(newsPath), soon).toContain(url)
  const lastmod = async () => {
    const line = (await read(indexPath)).entries.find(({ loc }) => pathOf(loc) === month)
    return Date.parse(line?.lastmod ?? '')
  }
  // It is told to the second.
  const before = Math.floor(Date.now() / 1_000) * 1_000

  await newsroom.withdraw(story)

  await expect.poll(() => locsOf(newsPath), soon).not.toContain(url)
  await expect
    .poll(async () => (await sendRequest(month)).text, soon)
    .not.toContain(`<loc>${url}</loc>`)
  expect((await sendRequest(story.path)).status).toBe(410)
  await expect.poll(lastmod, soon).toBeGreaterThanOrEqual(before)
})

test('NS12 a story that is planned comes in at its hour, by time alone', async ({ newsroom }) => {
  const publishAt = new Date(Date.now() + 3_000)
  const story = await newsroom.schedule({ publishAt })
  const has = async () => (await locsOf(newsPath)).some((loc) => pathOf(loc) === story.path)

  expect(await has()).toBe(false)
  await expect.poll(has, soon).toBe(true)
  expect(Date.now()).toBeGreaterThanOrEqual(publishAt.getTime())
})

test('HT1 an unchanged sitemap is not sent again, in either encoding', async ({ pages: _ }) => {
  const { 0: file = '' } = await filePaths()

  for (const path of [indexPath, newsPath, file, '/robots.txt']) {
    for (const encoding of ['gzip', 'br']) {
      const requestHeaders = { 'accept-encoding': encoding }
      // What other tests took out may just be leaving the lists.
      const twice = async () => {
        const first = await sendRequest(path, { headers: requestHeaders })
        const etag = first.headers.etag ?? ''
        const again = await sendRequest(path, {
          headers: { ...requestHeaders, 'if-none-match': etag },
        })
        return [path, first.headers['content-encoding'], again.status, again.bytes.length]
      }

      await expect.poll(twice, soon).toEqual([path, encoding, 304, 0])
    }
  }
})

test('HT1 a file that there is not is missing, and there when it is', async ({ newsroom }) => {
  const path = '/sitemap/1999-12.xml'
  const before = await sendRequest(path)
  await newsroom.publish({ publishedAt: new Date('1999-12-16T06:00:00Z') })

  expect([before.status, before.words]).toEqual([404, '৪০৪'])
  await expect.poll(async () => (await sendRequest(path)).status, soon).toBe(200)
  for (const wrong of [
    '/sitemap/1999-13.xml',
    '/sitemap/x',
    '/sitemap',
    '/sitemap/1999-12-2.xml',
  ]) {
    expect((await sendRequest(wrong)).status).toBe(404)
  }
})

test('RB2 RB4 pages ask search engines only what these know, by names they know', async ({
  pages,
}) => {
  const known =
    /^(?:all|index|follow|noindex|nofollow|none|nosnippet|indexifembedded|max-snippet:-?\d+|max-image-preview:(?:none|standard|large)|max-video-preview:-?\d+|notranslate|noimageindex|unavailable_after:.+)$/i
  for (const { path } of Object.values(pages)) {
    const { text, headers } = await sendRequest(path)
    const inPage = [
      ...text.matchAll(/<meta name="(robots|googlebot(?:-news)?)" content="([^"]*)"/gi),
    ]
    const rules = [...inPage.map(([, , content]) => content), headers['x-robots-tag']].flatMap(
      (each) => (each === undefined ? [] : String(each).split(',')),
    )

    expect(rules.filter((rule) => !known.test(rule.trim()))).toEqual([])
  }
})

test('RB6 the paper’s rule for language models is in robots.txt at once', async ({
  page,
  newsroom,
}) => {
  const t = words.newsroomSettings
  await newsroom.changeSettings({ aiCrawlers: 'open' })
  await newsroom.invalidate(['crawlers'])
  const admits = async (name: string) => {
    const robots = robotsParser(whole('/robots.txt'), (await sendRequest('/robots.txt')).text)
    return robots.isAllowed(whole('/national/1'), name)
  }
  await newsroom.signIn(page, 'admin')
  await page.goto('/newsroom/settings')
  const section = page.getByRole('region', { name: t.aiCrawlers })

  expect([await admits('GPTBot'), await admits('OAI-SearchBot')]).toEqual([true, true])
  await section.getByLabel(t.aiCrawlersFor).selectOption('answersOnly')
  await section.getByRole('button', { name: t.save }).click()
  await expect(section.getByText(words.newsroomDone.saved)).toBeVisible()
  expect([await admits('GPTBot'), await admits('OAI-SearchBot')]).toEqual([false, true])
  await section.getByLabel(t.aiCrawlersFor).selectOption('closed')
  await section.getByRole('button', { name: t.save }).click()
  await expect.poll(() => admits('OAI-SearchBot')).toBe(false)
  expect(await admits('Googlebot')).toBe(true)
  await page.reload()
  await expect(section.getByLabel(t.aiCrawlersFor)).toHaveValue('closed')
  await newsroom.invalidate(['crawlers'])
})
