import { expect, test } from '@/e2e/support/fixtures'
import { type HttpResponse, sendRequest } from '@/e2e/support/http-client'
import { secondsFromNow } from '@/e2e/support/newsroom'
import { words } from '@/e2e/support/words'
import { toBengaliDigits } from '@/lib/bengali/digits'

/** As a client sends it that does not encode: UTF-8, a character a byte. */
const raw = (text: string) => Buffer.from(text).toString('latin1')

/** Addresses under a story's category and number that no story has. */
const nowhere: [what: string, addressOf: (category: string, id: number) => string][] = [
  ['letters for a number', (category) => `/${category}/abc`],
  ['a sign before the number', (category, id) => `/${category}/-${id}`],
  ['a plus before the number', (category, id) => `/${category}/%2B${id}`],
  ['a leading zero', (category, id) => `/${category}/0${id}`],
  ['the number zero', (category) => `/${category}/0`],
  ['a decimal part', (category, id) => `/${category}/${id}.0`],
  ['an exponent', (category, id) => `/${category}/${id}e0`],
  ['a hexadecimal number', (category, id) => `/${category}/0x${id.toString(16)}`],
  ['the largest number a story can have', (category) => `/${category}/2147483647`],
  ['a number larger than any story', (category) => `/${category}/2147483648`],
  ['a huge number', (category) => `/${category}/${'9'.repeat(300)}`],
  ['a cut percent-encoding', () => '/%E0%A6'],
  ['a cut percent-encoding for a number', (category) => `/${category}/%E0%A6`],
  ['a percent sign alone', () => '/%'],
  ['a percent sign before letters', (category) => `/${category}/%zz`],
  ['an overlong encoding', () => '/%C0%AF'],
  ['a NUL', () => '/%00'],
  ['a NUL after the number', (category, id) => `/${category}/${id}%00`],
  ['a NUL after the category', (category, id) => `/${category}%00/${id}`],
  ['a line feed', (category, id) => `/${category}/${id}%0A`],
  ['a hidden slash', (category, id) => `/${category}%2F${id}`],
  ['a backslash', (category, id) => `/${category}\\${id}`],
  ['dot segments', (category, id) => `/about/../${category}/${id}`],
  ['encoded dot segments', (category, id) => `/about/%2e%2e/${category}/${id}`],
  ['a single dot', (category, id) => `/./${category}/${id}`],
  ['an emoji', (category) => `/${category}/%F0%9F%98%80`],
  ['a part too many', (category, id) => `/${category}/${id}/1`],
  ['an unknown category', () => '/no-such-category'],
  ['a page of an unknown category', () => '/no-such-category/page/1'],
  ['an unknown topic', () => '/topic/no-such-topic'],
  ['an unknown author', () => '/author/no-such-author'],
  ['an author with a NUL', () => '/author/%00'],
  ['letters for a page', (category) => `/${category}/page/abc`],
  ['a page with a leading zero', (category) => `/${category}/page/01`],
  ['a page of the latest that is not there', () => '/latest/page/99999'],
  ['the largest page number', (category) => `/${category}/page/2147483647`],
  ['a path of 1,500 characters', () => `/${'a'.repeat(1_500)}`],
  ['a path of 15,000 characters', () => `/${'a'.repeat(15_000)}`],
  ['a path of 1,500 parts', () => `/${'a/'.repeat(1_500)}b`],
  ['the page for bad times', () => '/internal/unavailable'],
  ['the kept page for what is not found', () => '/internal/not-found'],
  ['the door to internal pages', () => '/internal'],
  ['a hidden file', () => '/.env'],
  ['the script of another kind of site', () => '/wp-login.php'],
]

function expectNotFoundPage(response: HttpResponse): void {
  expect(response.status).toBe(404)
  expect(response.words).toContain(words.errors.notFoundTitle)
  expect(response.words).toContain(words.errors.notFound)
}

for (const [what, addressOf] of nowhere) {
  test(`${what} leads to the page that says so`, async ({ pages }) => {
    const [, category = '', id = ''] = pages['a story'].path.split('/')

    const response = await sendRequest(addressOf(category, Number(id)))

    expectNotFoundPage(response)
  })
}

/** What is not a reader's document, or looks as if it were not. */
const outside = [
  '/no-such-file.txt',
  '/picture.png',
  '/national.xml',
  '/media',
  '/media/1/2/3',
  '/media/%E0%A6/160.jpg',
  '/media/%00/160.jpg',
  '/newsroom/%E0%A6',
  '/api/no-such-door',
  '/api/%E0%A6',
  '/_next',
  '/_next/no-such-thing',
  '/_next/static/no-such-file.js',
  '/_next/static/%E0%A6',
  '/_next/static/../../package.json',
  '/_next/image?url=%2Fno-such-picture&w=640&q=75',
  '/_next/image?url=%E0%A6&w=640&q=75',
]

for (const path of outside) {
  test(`${path} is no reader's page, and says so without a framework's script`, async () => {
    const response = await sendRequest(path)

    expect([400, 404]).toContain(response.status)
    expect(response.text).not.toMatch(/<script(?![^>]*(?:data-reader|speculationrules))/)
  })
}

test('whoever is not signed in is redirected to the sign-in page from every address of the newsroom', async () => {
  const response = await sendRequest('/newsroom/no-such-page')

  expect(response.status).toBe(307)
  expect(response.headers).toMatchObject({
    location: `/newsroom/sign-in?to=${encodeURIComponent('/newsroom/no-such-page')}`,
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  })
})

/** The same page under another writing of its address. */
const otherWritings: [what: string, addressOf: (path: string) => string][] = [
  ['upper case', (path) => path.toUpperCase()],
  ['a trailing slash', (path) => `${path}/`],
  ['double slashes', (path) => path.replaceAll('/', '//')],
  ['double and trailing slashes', (path) => `/${path}///`],
  ['needless percent-encoding', (path) => path.replace('e', '%65')],
  ['all of it at once, and a query', (path) => `/${path.toUpperCase()}//?utm_source=x`],
]

for (const [what, addressOf] of otherWritings) {
  test(`a story's address with ${what} redirects to its one address`, async ({ pages }) => {
    const { path } = pages['a story']

    const response = await sendRequest(addressOf(path))

    expect(response.status).toBe(301)
    expect(response.headers.location).toBe(path)
  })
}

test('a story asked for under another category leads to its own', async ({ newsroom }) => {
  const story = await newsroom.publish()
  const other = await newsroom.addCategory()

  const first = await sendRequest(`/${other.slug}/${story.id}`)
  const second = await sendRequest(`/${other.slug}/${story.id}`)

  expect([first.status, second.status]).toEqual([301, 301])
  expect([first.headers.location, second.headers.location]).toEqual([story.path, story.path])
})

test('an address that has moved leads on', async ({ newsroom }) => {
  const story = await newsroom.publish()
  const old = `/old-site${story.path}`
  expect((await sendRequest(old)).status).toBe(404)

  await newsroom.moveAddress(old, story.path)

  await expect.poll(async () => (await sendRequest(old)).headers.location).toBe(story.path)
  expect((await sendRequest(old)).status).toBe(301)
})

test('an address never leads off the site', async () => {
  const responses = await Promise.all(
    ['//evil.example/x', '/\\evil.example', '///evil.example//', '//evil.example'].map((path) =>
      sendRequest(path),
    ),
  )

  const locations = responses.map((response) => response.headers.location ?? '/')
  expect(locations.filter((location) => !/^\/(?![/\\])/.test(location))).toEqual([])
})

test('thousands of query parameters show the same page', async ({ newsroom }) => {
  const story = await newsroom.publish()
  const query = Array.from({ length: 2_000 }, (_, index) => `a${index % 10}=1`).join('&')

  const plain = await sendRequest(story.path)
  const tracked = await sendRequest(`${story.path}?${query}`)

  expect(tracked.status).toBe(200)
  expect(tracked.text).toBe(plain.text)
})

test('a number with a sign too many or in Bengali digits leads to the story, also without encoding', async ({
  newsroom,
}) => {
  const { id, category, path } = await newsroom.publish()
  const inBengali = toBengaliDigits(id)
  const shared = [
    `${path}%20`,
    `${path}%E0%A5%A4`,
    `${path})`,
    `/${category.slug}/${encodeURIComponent(inBengali)}`,
    raw(`/${category.slug}/${inBengali}`),
    raw(`${path}।`),
  ]

  const responses = await Promise.all(shared.map((each) => sendRequest(each)))

  expect(responses.map(({ status, headers }) => [status, headers.location])).toEqual(
    shared.map(() => [301, path]),
  )
})

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
  test(`${method} is no way to read a story`, async ({ pages }) => {
    const response = await sendRequest(pages['a story'].path, { method })

    expect(response.status).toBe(405)
    expect(response.headers.allow).toBe('GET, HEAD')
  })
}

test('HEAD has the status and headers of GET, without the page', async ({ newsroom }) => {
  const story = await newsroom.publish()
  const paths = [story.path, '/no-such-page', story.path.toUpperCase()]

  const heads = await Promise.all(paths.map((path) => sendRequest(path, { method: 'HEAD' })))
  const gets = await Promise.all(paths.map((path) => sendRequest(path)))

  const comparable = ({ status, headers: { date: _, ...headers } }: HttpResponse) => ({
    status,
    headers,
  })
  expect(heads.map(comparable)).toEqual(gets.map(comparable))
  expect(heads.map((head) => head.bytes.length)).toEqual([0, 0, 0])
})

/** A page that is whole without any script: the words, the masthead with its menu, the footer. */
function expectWholePage(response: HttpResponse, title: string): void {
  expect(response.text).toContain('<html lang="bn">')
  expect(response.text).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`))
  expect(response.text).toMatch(/<header[\s\S]*href="\/national"[\s\S]*<\/header>/)
  expect(response.text).toMatch(/<footer[\s\S]*href="\/about"[\s\S]*<\/footer>/)
  expect(response.text).toContain('</html>')
}

test('a missing page answers 404 with a whole document, on the first and on later requests', async ({
  newsroom,
}) => {
  const category = await newsroom.addCategory()
  const path = `/${category.slug}/2147483600`

  const responses = [await sendRequest(path), await sendRequest(path), await sendRequest(path)]

  for (const response of responses) {
    expect(response.status).toBe(404)
    expectWholePage(response, words.errors.notFoundTitle)
  }
})

test('a page that is not there shows the newest stories and the way home', async ({ page }) => {
  await page.goto('/no-such-page')

  const latest = page.getByRole('region', { name: words.list.latest, exact: true })

  await expect(latest.getByRole('listitem')).toHaveCount(8)
  await expect(page).toHaveTitle(new RegExp(words.errors.notFoundTitle))
  await page.getByRole('link', { name: words.errors.toHome }).click()
  await expect(page).toHaveURL('/')
})

test('a withdrawn story answers 410 with a whole page, and leaves every list', async ({
  newsroom,
}) => {
  const category = await newsroom.addCategory()
  const topic = await newsroom.addTopic()
  const story = await newsroom.publish({ category, topics: [topic], publishedAt: new Date() })
  const lists = [`/${category.slug}`, `/topic/${topic.slug}`, '/', '/latest']
  const listing = async () => {
    const responses = await Promise.all(lists.map((list) => sendRequest(list)))
    return lists.filter((_, index) => responses[index]?.text.includes(`"${story.path}"`))
  }
  await expect.poll(listing, { timeout: 10_000 }).toEqual(lists)

  await newsroom.withdraw(story)

  const responses = [await sendRequest(story.path), await sendRequest(story.path)]
  for (const response of responses) {
    expect(response.status).toBe(410)
    expectWholePage(response, words.article.withdrawnTitle)
    expect(response.words).not.toContain(story.headline)
  }
  await expect.poll(listing, { timeout: 10_000 }).toEqual([])
})

test('a planned story is not there before its hour, and is there after it with nothing else happening', async ({
  newsroom,
}) => {
  const category = await newsroom.addCategory()
  const list = `/${category.slug}`
  await sendRequest(list)
  const story = await newsroom.schedule({ category, publishAt: secondsFromNow(2) })

  const before = await sendRequest(story.path)

  expect(before.status).toBe(404)
  expect(before.words).not.toContain(story.headline)
  await expect
    .poll(async () => (await sendRequest(story.path)).status, { timeout: 6_000 })
    .toBe(200)
  await expect.poll(async () => (await sendRequest(list)).words).toContain(story.headline)
})

test('an embargo holds a story back after its planned hour', async ({ newsroom }) => {
  const story = await newsroom.schedule({
    publishAt: secondsFromNow(-60),
    embargoUntil: secondsFromNow(2),
  })

  const before = await sendRequest(story.path)

  expect(before.status).toBe(404)
  await expect
    .poll(async () => (await sendRequest(story.path)).status, { timeout: 6_000 })
    .toBe(200)
})

test('a draft is not public', async ({ newsroom }) => {
  const story = await newsroom.draft()

  const response = await sendRequest(story.path)

  expectNotFoundPage(response)
  expect(response.words).not.toContain(story.headline)
})
