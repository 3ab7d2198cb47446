import { Parser } from 'htmlparser2'
import { expect, test } from '@/e2e/support/fixtures'
import { type HttpResponse, sendRequest } from '@/e2e/support/http-client'
import { pageKinds } from '@/e2e/support/page-kinds'

/** Scripts, and fetches that only scripts want, that are not the paper's own. */
function foreignScripts(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const isOurs = 'data-reader' in attributes
      const isData = ['application/ld+json', 'speculationrules'].includes(attributes.type ?? '')
      const isFetch = attributes.as === 'script' || attributes.rel === 'modulepreload'
      if ((name === 'script' && !isOurs && !isData) || (name === 'link' && isFetch))
        found.push(`<${name} ${JSON.stringify(attributes)}>`)
      for (const attribute of Object.keys(attributes))
        if (attribute.startsWith('on')) found.push(`<${name} ${attribute}>`)
    },
  })
  parser.end(html)
  return found
}

for (const kind of pageKinds) {
  test(`${kind} ships no framework script, the first time and ever after`, async ({ pages }) => {
    const { path, status } = pages[kind]

    const responses = [await sendRequest(path), await sendRequest(path), await sendRequest(path)]

    expect(responses.map((response) => response.status)).toEqual([status, status, status])
    expect(responses.flatMap((response) => foreignScripts(response.text))).toEqual([])
  })

  test(`${kind} fetches no script of the framework, nothing of other hosts, and sets no cookie`, async ({
    page,
    pages,
    baseURL,
  }) => {
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))

    await page.goto(pages[kind].path)
    await page.reload()

    expect(fetched.filter((url) => new URL(url).origin !== baseURL)).toEqual([])
    expect(fetched.filter((url) => /\/_next\/.*\.js/.test(url))).toEqual([])
    expect(await page.context().cookies()).toEqual([])
  })
}

test('no page has a device search its faces for an arrow or a sign that Bengali ones do not hold', async ({
  pages,
}) => {
  const responses = await Promise.all(pageKinds.map((kind) => sendRequest(pages[kind].path)))

  expect(responses.flatMap(({ text }) => text.match(/[→←›‹▾▸·•©]/g) ?? [])).toEqual([])
})

test('the very first reader of a page gets it without a framework script', async ({ newsroom }) => {
  const category = await newsroom.addCategory()
  const [story] = await newsroom.publishMany(2, category)

  const responses = await Promise.all([
    sendRequest(`/${category.slug}`),
    sendRequest(story?.path ?? ''),
  ])

  expect(responses.map((response) => response.status)).toEqual([200, 200])
  expect(responses.flatMap((response) => foreignScripts(response.text))).toEqual([])
})

test('an unchanged page is answered with 304', async ({ newsroom }) => {
  const story = await newsroom.publish()
  const first = await sendRequest(story.path, { headers: { 'accept-encoding': 'br' } })
  const etag = first.headers.etag ?? ''

  const again = await sendRequest(story.path, {
    headers: { 'accept-encoding': 'br', 'if-none-match': etag },
  })

  expect(etag).toMatch(/^"[\w-]+"$/)
  expect(again.status).toBe(304)
  expect(again.bytes).toHaveLength(0)
  expect(again.headers).toMatchObject({
    etag,
    vary: first.headers.vary,
    'cache-control': first.headers['cache-control'],
  })
})

for (const [what, condition] of [
  ['a weak validator', (etag: string) => `W/${etag}`],
  ['one validator of several', (etag: string) => `"another", ${etag}`],
  ['any validator', () => '*'],
] as const) {
  test(`${what} that still holds is answered with 304`, async ({ newsroom }) => {
    const story = await newsroom.publish()
    const { headers } = await sendRequest(story.path)

    const again = await sendRequest(story.path, {
      headers: { 'if-none-match': condition(headers.etag ?? '') },
    })

    expect(again.status).toBe(304)
  })
}

test('a reader with an old copy gets the new page whole', async ({ newsroom }) => {
  const story = await newsroom.publish()
  const { headers } = await sendRequest(story.path)
  const changed = newsroom.name('নতুন শিরোনাম')

  await newsroom.changeHeadline(story, changed)

  const condition = { headers: { 'if-none-match': headers.etag ?? '' } }
  await expect.poll(async () => (await sendRequest(story.path, condition)).status).toBe(200)
  expect((await sendRequest(story.path, condition)).words).toContain(changed)
})

test('a page of status 404 or 410 is never answered with 304', async ({ newsroom }) => {
  const story = await newsroom.publish()
  await newsroom.withdraw(story)
  const [gone, missing] = [await sendRequest(story.path), await sendRequest('/no-such-page')]
  const asking = (response: HttpResponse) => ({
    headers: { 'if-none-match': response.headers.etag ?? '' },
  })

  const again = [
    await sendRequest(story.path, asking(gone)),
    await sendRequest('/no-such-page', asking(missing)),
  ]

  expect(again.map((response) => response.status)).toEqual([410, 404])
})

const encodings: [accepted: string | null, used: string | undefined][] = [
  ['gzip', 'gzip'],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=1.0, gzip;q=0.8', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['deflate', undefined],
  ['identity', undefined],
  ['gzip;q=0', undefined],
  ['', undefined],
  [null, undefined],
]

for (const [accepted, used] of encodings) {
  test(`a program that takes ${JSON.stringify(accepted)} gets the page in ${used ?? 'plain bytes'}`, async ({
    pages,
  }) => {
    const { path } = pages['a story']
    const headers: Record<string, string> = accepted === null ? {} : { 'accept-encoding': accepted }

    const response = await sendRequest(path, { headers })

    expect(response.headers['content-encoding']).toBe(used)
    expect(response.headers['content-length']).toBe(String(response.bytes.length))
    expect(response.headers.vary?.toLowerCase()).toBe('accept-encoding, save-data')
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.words).toContain('শেষ অনুচ্ছেদ।'.normalize('NFC'))
  })
}

test('simultaneous requests get the same bytes', async ({ newsroom }) => {
  const { path } = await newsroom.publish()
  const category = path.replace(/\/\d+$/, '')

  const responses = await Promise.all(Array.from({ length: 20 }, () => sendRequest(category)))

  expect(responses.map((response) => response.status)).toEqual(responses.map(() => 200))
  expect(new Set(responses.map((response) => response.text)).size).toBe(1)
  expect(new Set(responses.map((response) => response.headers.etag)).size).toBe(1)
})

test('a changed headline stands on the story at once, and in the lists within ten seconds', async ({
  newsroom,
}) => {
  const category = await newsroom.addCategory()
  const topic = await newsroom.addTopic()
  const author = await newsroom.addContributor()
  const words = { category, topics: [topic], bylines: [author] }
  const story = await newsroom.publish({ ...words, publishedAt: new Date() })
  const neighbour = await newsroom.publish(words)
  const lists = [
    '/',
    '/latest',
    `/${category.slug}`,
    `/topic/${topic.slug}`,
    `/author/${author.slug}`,
    neighbour.path,
  ]
  const listing = async (headline: string) => {
    const responses = await Promise.all(lists.map((list) => sendRequest(list)))
    return lists.filter((_, index) => responses[index]?.words.includes(headline))
  }
  await expect.poll(() => listing(story.headline), { timeout: 10_000 }).toEqual(lists)
  const changed = newsroom.name('বদলানো শিরোনাম')

  await newsroom.changeHeadline(story, changed)

  const own = async () => (await sendRequest(story.path)).words.includes(changed)
  await expect.poll(own, { timeout: 1_000, intervals: [50] }).toBe(true)
  await expect.poll(() => listing(changed), { timeout: 10_000 }).toEqual(lists)
  expect(await listing(story.headline)).toEqual([])
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  for (const kind of pageKinds) {
    test(`${kind} is all there`, async ({ page, pages }) => {
      const { path } = pages[kind]
      const { text } = await sendRequest(path)
      const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1]?.replace(/<[^>]+>/g, '') ?? ''

      await page.goto(path)

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.getByRole('banner')).toBeVisible()
      await expect(page.getByRole('main')).toBeVisible()
      await expect(page.getByRole('contentinfo')).toBeVisible()
    })
  }
})
