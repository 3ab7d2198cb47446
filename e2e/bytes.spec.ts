import { brotliCompressSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/fixtures'
import { type Newsroom, paragraph } from '@/e2e/support/newsroom'
import type { Body } from '@/lib/content-model/body'
import { stories } from '@/prisma/seed/sample-paper'

/** What came over the line for a page, headers included, as Chromium counts it. */
type Visit = Record<'html' | 'css' | 'script' | 'face' | 'picture' | 'other', number> & {
  addresses: string[]
}

const kinds: Record<string, keyof Omit<Visit, 'addresses'>> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'script',
  Font: 'face',
  Image: 'picture',
}

/** A first visit on a phone: nothing is kept from before. */
async function visit(page: Page, path: string): Promise<Visit> {
  const loaded: Visit = {
    html: 0,
    css: 0,
    script: 0,
    face: 0,
    picture: 0,
    other: 0,
    addresses: [],
  }
  const kindOf = new Map<string, keyof Omit<Visit, 'addresses'>>()
  const session = await page.context().newCDPSession(page)
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    // The icon of the tab is a picture too; Chromium has no word for it.
    const kind = /\/tab-icon[\w.-]*\.svg/.test(response.url) ? 'picture' : kinds[type]
    kindOf.set(requestId, kind ?? 'other')
    if (!response.url.startsWith('data:')) loaded.addresses.push(response.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loaded[kindOf.get(requestId) ?? 'other'] += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(path, { waitUntil: 'networkidle' })
  return loaded
}

/** How many of a document's bytes on the line are the styles that stand in it. */
async function stylesIn(page: Page, path: string): Promise<number> {
  const html = await (await page.request.get(path)).text()
  const bytes = (text: string) => brotliCompressSync(text).length
  return bytes(html) - bytes(html.replace(/<style>.*?<\/style>/s, ''))
}

/** 800 words of the sample paper's own prose, in paragraphs of its own length. */
function eightHundredWords(): Body {
  const prose = stories.flatMap((story) => story.body).filter((block) => typeof block === 'string')
  const body: string[] = []
  for (let left = 800; left > 0; left -= body.at(-1)?.split(/\s+/).length ?? left) {
    body.push((prose[body.length] ?? '').split(/\s+/).slice(0, left).join(' '))
  }
  return body.map((text) => paragraph(text.normalize('NFC')))
}

const publishLongStory = async (newsroom: Newsroom) =>
  newsroom.publish({
    headline: 'বন্যার পানি নামতে শুরু করেছে, ঘরে ফিরছে কুড়িগ্রামের হাজারো পরিবার',
    kicker: 'উত্তরের জনপদ',
    standfirst: 'তিন দিনে পানি কমেছে ৪২ সেন্টিমিটার; ফসল আর ঘরের ক্ষতি এখনো গোনা হচ্ছে।',
    dateline: 'কুড়িগ্রাম',
    body: eightHundredWords(),
    bylines: [await newsroom.addContributor()],
    topics: [await newsroom.addTopic(), await newsroom.addTopic()],
    source: await newsroom.addSource(),
    leadImage: await newsroom.addPicture(),
    corrections: [{ kind: 'update', note: 'পানির উচ্চতা হালনাগাদ করা হয়েছে।', at: new Date() }],
  })

/** The longest list there is: 39 stories, each with a picture and a standfirst. */
async function publishFullCategory(newsroom: Newsroom): Promise<string> {
  const category = await newsroom.addCategory()
  for (const { headline, standfirst, kicker } of stories.slice(0, 39)) {
    const leadImage = await newsroom.addPicture({ width: 700, height: 467 })
    await newsroom.publish({
      category,
      headline,
      standfirst: standfirst ?? undefined,
      kicker: kicker ?? undefined,
      leadImage,
    })
  }
  return `/${category.slug}`
}

test.use({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true })

test('a story of 800 words is light on its first visit, and nothing else comes with it', async ({
  page,
  newsroom,
  baseURL,
}) => {
  const story = await publishLongStory(newsroom)

  const loaded = await visit(page, story.path)

  const styles = await stylesIn(page, story.path)
  expect(loaded.html - styles).toBeLessThanOrEqual(12_000)
  expect(loaded.css + styles).toBeLessThanOrEqual(8_000)
  expect(loaded.html).toBeLessThanOrEqual(14_000)
  expect(loaded.script).toBeLessThanOrEqual(3_000)
  expect(loaded.face).toBeLessThanOrEqual(60_000)
  expect(loaded.other).toBe(0)
  expect(loaded.addresses.filter((address) => !address.startsWith(`${baseURL}/`))).toEqual([])
})

test('the longest list of a category is light', async ({ page, newsroom }) => {
  test.setTimeout(90_000)
  const path = await publishFullCategory(newsroom)

  const loaded = await visit(page, path)

  expect(loaded.html).toBeLessThanOrEqual(20_000)
  expect(loaded.css + loaded.script).toBeLessThanOrEqual(11_000)
})

test('the front page is light', async ({ page }) => {
  const loaded = await visit(page, '/')

  expect(loaded.html).toBeLessThanOrEqual(30_000)
  expect(loaded.css + loaded.script).toBeLessThanOrEqual(11_000)
})

test('styles, scripts and fonts are fetched once and cached for a year', async ({ page }) => {
  await visit(page, '/')
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => entry.name),
  )
  const cacheable = files.filter((file) => /\.(?:css|js|woff2)$/.test(file))

  const responses = await Promise.all(cacheable.map((file) => page.request.get(file)))

  expect(cacheable.map((file) => /\.\w+$/.exec(file)?.[0]).toSorted()).toEqual(['.js', '.woff2'])
  for (const httpResponse of responses)
    expect(httpResponse.headers()['cache-control']).toMatch(/max-age=31536000,\s?immutable/)
})

test('a phone fetches the headline font after its first page, and sets it from the second on', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.publish()
  const face = () =>
    page.evaluate(() => {
      const heading = document.querySelector('h1')
      return heading && getComputedStyle(heading).fontFamily.split(',')[0]
    })
  await page.goto(story.path)
  const first = await face()
  await page.waitForFunction(() => localStorage.getItem('face') === '1')
  await page.reload()
  const second = await face()

  expect(first).toBe('"Noto Serif Bengali"')
  expect(second).toBe('"Dainik Serif"')
})

test.describe('for readers without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a phone sets the headline font from its first page on', async ({ page }) => {
    const face = page.waitForRequest(/headline-bengali[\w.-]*\.woff2/)

    await page.goto('/')

    expect((await face).url()).toContain('/_next/static/')
  })
})

test.describe('for readers who save data', () => {
  test.use({ extraHTTPHeaders: { 'save-data': 'on' } })

  test('a story comes without a web font, with small pictures', async ({ page, newsroom }) => {
    const story = await publishLongStory(newsroom)

    const loaded = await visit(page, story.path)
    const widths = await page.evaluate(() =>
      [...document.querySelectorAll('img, source')].flatMap((each) =>
        [
          ...`${each.getAttribute('srcset')} ${each.getAttribute('src')}`.matchAll(/(\d+)\.\w+/g),
        ].map((match) => Number(match[1])),
      ),
    )

    expect(loaded.face).toBe(0)
    expect(loaded.picture).toBeGreaterThan(0)
    expect(Math.max(...widths)).toBeLessThanOrEqual(320)
  })
})

test('every cache distinguishes readers with and without data saving', async ({ request }) => {
  const whole = await request.get('/')
  const dataSaver = await request.get('/', { headers: { 'save-data': 'on' } })

  expect([whole, dataSaver].map((httpResponse) => httpResponse.headers().vary)).toEqual([
    'Accept-Encoding, Save-Data',
    'Accept-Encoding, Save-Data',
  ])
  expect(dataSaver.headers().etag).not.toBe(whole.headers().etag)
})
