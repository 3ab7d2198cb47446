import robotsParser from 'robots-parser'
import sharp from 'sharp'
import { canonicalOf, headOf, meta } from '@/e2e/support/html-head'
import { baseUrl, sendRequest } from '@/e2e/support/http-client'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { type PageKind, pageKinds } from '@/e2e/support/page-kinds'
import { structuredData } from '@/e2e/support/structured-data'
import { countGraphemes } from '@/lib/bengali/text/shorten'

const closedKinds: PageKind[] = [
  ...(['the search form', 'a page of search results'] as const),
  ...(['a page that is not there', 'a withdrawn story'] as const),
  ...(['the form for a photocard', 'a photocard'] as const),
  ...(['a photocard of a withdrawn story', 'a photocard that nobody made'] as const),
]
const publicKinds = pageKinds.filter((kind) => !closedKinds.includes(kind))

/** How Facebook's crawler asks. */
const facebook = {
  'accept-encoding': 'deflate, gzip',
  'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
}

/** As documents write it: the front page's without a slash after the host. */
const addressOf = (path: string) => (path === '/' ? baseUrl : baseUrl + path)

for (const kind of publicKinds) {
  test(`CP1 ${kind} has one address, the same in its canonical link, its tags and its data`, async ({
    pages,
  }) => {
    const { path } = pages[kind]
    const { text } = await sendRequest(path)
    const head = headOf(text)
    const own = structuredData(text)
      .map((thing) => thing['@id'] ?? '')
      .filter((id) => id !== '' && !id.includes('#'))

    expect(canonicalOf(head)).toEqual([addressOf(path)])
    expect(meta(head, 'og:url')).toBe(addressOf(path))
    expect(own.filter((id) => id !== addressOf(path))).toEqual([])
  })

  test(`OG1 ${kind} tells other sites its title, type, picture and paper, in Bengali`, async ({
    pages,
  }) => {
    const head = headOf((await sendRequest(pages[kind].path)).text)

    expect(meta(head, 'og:title')).toMatch(/\p{Script=Bengali}/u)
    expect(meta(head, 'og:type')).toBe(kind.startsWith('a story') ? 'article' : 'website')
    expect(meta(head, 'og:description')).toBe(meta(head, 'description'))
    expect(meta(head, 'og:locale')).toBe('bn_BD')
    expect(meta(head, 'og:site_name')).toMatch(/\p{Script=Bengali}/u)
    expect(meta(head, 'twitter:card')).toBe('summary_large_image')
  })

  test(`OG2 OG3 OG6 OG7 other sites get a large picture of ${kind}, in a format they take, its size and words told`, async ({
    request,
    pages,
  }) => {
    const head = headOf((await sendRequest(pages[kind].path)).text)

    const response = await request.get(meta(head, 'og:image') ?? '', { maxRedirects: 0 })
    const bytes = await response.body()
    const { format, width, height } = await sharp(bytes).metadata()

    expect(response.status()).toBe(200)
    expect([String(width), String(height)]).toEqual([
      meta(head, 'og:image:width'),
      meta(head, 'og:image:height'),
    ])
    expect([width, height]).toEqual([1_200, 630])
    expect(bytes.length).toBeLessThan(8_000_000)
    expect(['jpeg', 'png']).toContain(format)
    expect(meta(head, 'og:image:alt')).toMatch(/\p{Script=Bengali}/u)
  })

  test(`RB3 search engines may show the pictures of ${kind} large, and its page`, async ({
    pages,
  }) => {
    const { text, headers } = await sendRequest(pages[kind].path)

    expect(meta(headOf(text), 'robots')).toBe('max-image-preview:large')
    expect(headers['x-robots-tag']).toBeUndefined()
  })

  test(`CP3 ${kind} claims no version in another language: there is none`, async ({ pages }) => {
    const { text, headers } = await sendRequest(pages[kind].path)

    expect([...headOf(text).links.values()].flat().filter(({ hreflang }) => hreflang)).toEqual([])
    expect(headers.link ?? '').not.toContain('hreflang')
    expect(text).toMatch(/^<!DOCTYPE html><html lang="bn"/i)
  })

  test(`OG4 Facebook, which takes gzip and deflate only, can read ${kind} and its picture`, async ({
    pages,
  }) => {
    const { path } = pages[kind]
    const whole = await sendRequest(path)
    const picture = new URL(meta(headOf(whole.text), 'og:image') ?? '').pathname

    const [packed, bare, seen] = await Promise.all([
      sendRequest(path, { headers: facebook }),
      sendRequest(path, { headers: { ...facebook, 'accept-encoding': 'deflate' } }),
      sendRequest(picture, { headers: facebook }),
    ])

    expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'gzip'])
    expect([bare.status, bare.headers['content-encoding']]).toEqual([200, undefined])
    expect([seen.status, seen.headers['content-encoding']]).toEqual([200, undefined])
    expect([packed.text, bare.text]).toEqual([whole.text, whole.text])
  })

  test(`${kind} has a title and a description of its own, as long as they are shown`, async ({
    pages,
  }) => {
    const others = await Promise.all(
      publicKinds
        .filter((each) => each !== kind)
        .map(async (each) => headOf((await sendRequest(pages[each].path)).text).title),
    )

    const head = headOf((await sendRequest(pages[kind].path)).text)

    expect(head.title).toMatch(/\p{Script=Bengali}/u)
    expect(others).not.toContain(head.title)
    expect(meta(head, 'description')).toMatch(/\p{Script=Bengali}/u)
    expect(countGraphemes(meta(head, 'description') ?? '')).toBeLessThanOrEqual(160)
  })

  test(`${kind} has its icons, for browsers and for telephones`, async ({ request, pages }) => {
    const { links } = headOf((await sendRequest(pages[kind].path)).text)
    const hrefs = ['icon', 'apple-touch-icon'].map((rel) => links.get(rel)?.[0]?.href ?? '')

    const responses = await Promise.all(hrefs.map((href) => request.get(href)))

    expect(responses.map((response) => response.headers()['content-type'])).toEqual([
      'image/svg+xml',
      'image/png',
    ])
  })
}

for (const kind of closedKinds) {
  test(`RB5 ${kind} is not indexed: page and header say noindex`, async ({ pages }) => {
    const { path, status } = pages[kind]
    const response = await sendRequest(path)
    const head = headOf(response.text)

    expect(response.status).toBe(status)
    expect(response.headers['x-robots-tag']).toBe('noindex')
    expect(meta(head, 'robots')).toBe('noindex')
    expect(canonicalOf(head)).toEqual([])
    expect(head.title).toMatch(/\p{Script=Bengali}/u)
    expect(structuredData(response.text)).toEqual([])
  })
}

test('RB5 newsroom and previews are not indexed: pages and headers say noindex', async ({
  page,
  newsroom,
}) => {
  const signIn = await page.goto('/newsroom/sign-in')
  const closed = await page.content()
  const editor = await newsroom.signIn(page, 'editor')
  const story = await newsroom.draftOf(editor)

  const preview = await page.goto(`/newsroom/preview/${story.id}/article`)
  const previewed = headOf((await preview?.text()) ?? '')

  expect(signIn?.headers()['x-robots-tag']).toBe('noindex')
  expect(meta(headOf(closed), 'robots')).toBe('noindex, nofollow')
  expect(preview?.headers()['x-robots-tag']).toBe('noindex')
  expect(meta(previewed, 'robots')).toBe('noindex, nofollow')
  expect(
    [...previewed.metas.keys()].filter((name) => /^(?:og|article|twitter):/.test(name)),
  ).toEqual([])
  expect(canonicalOf(previewed)).toEqual([])
})

test('RB1 robots.txt allows pages that say noindex', async ({ pages }) => {
  const robots = robotsParser(`${baseUrl}/robots.txt`, (await sendRequest('/robots.txt')).text)
  const closed = [
    ...closedKinds.map((kind) => pages[kind].path),
    '/newsroom/sign-in',
    `/preview/${'0'.repeat(64)}`,
  ]

  expect(closed.filter((path) => !robots.isAllowed(baseUrl + path, 'Googlebot'))).toEqual([])
})

test('OG1 a story’s tags hold its publication time, section and authors', async ({ newsroom }) => {
  const [author, topic] = [await newsroom.addContributor(), await newsroom.addTopic()]
  const story = await newsroom.publish({
    bylines: [author],
    topics: [topic],
    leadImage: await newsroom.addPicture(),
    publishedAt: new Date('2024-05-20T14:02:00Z'),
    corrections: [{ kind: 'update', note: 'নতুন তথ্য।', at: new Date('2024-05-21T03:30:00Z') }],
  })

  const { metas } = headOf((await sendRequest(story.path)).text)

  expect(Object.fromEntries([...metas].filter(([name]) => name.startsWith('article:')))).toEqual({
    'article:published_time': ['2024-05-20T20:02:00+06:00'],
    'article:modified_time': ['2024-05-21T09:30:00+06:00'],
    'article:author': [`${baseUrl}/author/${author.slug}`],
    'article:section': [story.category.name],
    'article:tag': [topic.name],
  })
  expect(metas.get('og:title')).toEqual([story.headline])
})

test('a long headline is cut at a word in the title and in the tags, and stands whole on the page', async ({
  newsroom,
}) => {
  const headline = newsroom.name(
    'উত্তরাঞ্চলের বন্যায় ক্ষতিগ্রস্ত কৃষকদের ক্ষুদ্র ঋণের সুদ মওকুফের সিদ্ধান্ত '.repeat(4).trim(),
  )
  const story = await newsroom.publish({ headline })

  const response = await sendRequest(story.path)
  const head = headOf(response.text)
  const title = meta(head, 'og:title') ?? ''

  expect(countGraphemes(title)).toBeLessThanOrEqual(110)
  expect(title).toMatch(/…$/)
  expect(`${headline} `.startsWith(`${title.slice(0, -1)} `)).toBe(true)
  expect(head.title.startsWith(`${title} | `)).toBe(true)
  expect(response.words).toContain(headline)
})

test('CP2 every page of a list is its own canonical, and its numbers lead to pages that are there', async ({
  newsroom,
}) => {
  const category = await newsroom.addCategory()
  await newsroom.publishMany(65, category)
  const path = `/${category.slug}`

  const [bare, second, newest, beyond] = await Promise.all(
    [path, `${path}/page/2`, `${path}/page/3`, `${path}/page/4`].map((each) => sendRequest(each)),
  )

  expect(canonicalOf(headOf(bare?.text ?? ''))).toEqual([baseUrl + path])
  expect(canonicalOf(headOf(second?.text ?? ''))).toEqual([`${baseUrl}${path}/page/2`])
  expect([newest?.status, newest?.headers.location]).toEqual([302, path])
  expect(beyond?.status).toBe(404)
  expect(bare?.text).toContain(`<a href="${path}/page/2"`)
})

test('CP4 the data-saver edition has the whole page as canonical address', async ({ pages }) => {
  const { path } = pages['a story']
  const { text } = await sendRequest(path, { headers: { 'save-data': 'on' } })
  const head = headOf(text)

  expect(text).toContain('<html data-lite ')
  expect(canonicalOf(head)).toEqual([baseUrl + path])
  expect([...head.links.values()].flat().filter(({ hreflang }) => hreflang)).toEqual([])
  expect(structuredData(text)).toEqual(structuredData((await sendRequest(path)).text))
})
