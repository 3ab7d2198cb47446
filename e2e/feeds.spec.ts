import RssParser from 'rss-parser'
import { expect, test } from '@/e2e/support/fixtures'
import { baseUrl, sendRequest } from '@/e2e/support/http-client'
import { type Newsroom, paragraph, secondsFromNow } from '@/e2e/support/newsroom'
import { words } from '@/e2e/support/words'
import { articlePath } from '@/lib/content-model/article'
import { feedFormats, feedPath, feedTypes } from '@/lib/feeds/feed'

const itemsOf = async (path: string) =>
  (await new RssParser().parseString((await sendRequest(path)).text)).items
const linksOf = async (path: string) => (await itemsOf(path)).map(({ link }) => link)
const addressOf = (path: string) => baseUrl + path
// Lists follow within ten seconds (docs/decisions/005).
const soon = { timeout: 10_000, intervals: [100] }

/** A story that stands in a category, a topic and at an author of its own, and where it is listed. */
async function publishListed(newsroom: Newsroom, given: Parameters<Newsroom['publish']>[0] = {}) {
  const category = await newsroom.addCategory()
  const topic = await newsroom.addTopic()
  const author = await newsroom.addContributor()
  const story = await newsroom.publish({
    category,
    topics: [topic],
    bylines: [author],
    ...given,
  })
  const lists = [`/${category.slug}`, `/topic/${topic.slug}`, `/author/${author.slug}`]
  return { story, category, topic, author, lists }
}

test('RS1 AT1 JF1 the paper, each category, topic and author have a feed in three languages', async ({
  newsroom,
}) => {
  const { lists, story } = await publishListed(newsroom, { publishedAt: new Date() })
  const paths = ['/', ...lists].flatMap((list) =>
    feedFormats.map((format) => feedPath(list, format)),
  )

  for (const path of paths) {
    await expect
      .poll(async () => (await sendRequest(path)).text, soon)
      .toContain(addressOf(story.path))
  }
  const types = await Promise.all(
    paths.map(async (path) => (await sendRequest(path)).headers['content-type']),
  )
  expect(types).toEqual(
    ['/', ...lists].flatMap(() =>
      feedFormats.map((format) => `${feedTypes[format]}; charset=utf-8`),
    ),
  )
})

test('a program finds the feed of a list from its page, and a reader the paper’s from any', async ({
  page,
  newsroom,
}) => {
  const { story, lists } = await publishListed(newsroom)
  const links = page.locator('link[rel="alternate"][type="application/rss+xml"]')

  for (const [path, feed] of [
    ['/', '/feed.xml'],
    ['/latest', '/feed.xml'],
    ...lists.map((list) => [list, feedPath(list, 'xml')]),
  ] as [string, string][]) {
    await page.goto(path)
    await expect(links).toHaveCount(1)
    expect(new URL((await links.getAttribute('href')) ?? '', page.url()).pathname).toBe(feed)
    await expect(links).toHaveAttribute('title', /\p{Script=Bengali}/u)
  }
  await page.goto(story.path)
  await expect(page.getByRole('link', { name: words.site.feed })).toHaveAttribute(
    'href',
    '/feed.xml',
  )
})

test('RS3 a reader’s program has the whole story, its author and its picture as long as it says', async ({
  newsroom,
}) => {
  const headline = newsroom.name('র‍্যাব & “পুলিশ” <বৈঠক>')
  const { story, lists, author } = await publishListed(newsroom, {
    headline,
    standfirst: 'তিন দিনে পানি কমেছে।',
    body: [paragraph('প্রথম কথা।'), paragraph('শেষ কথা।')],
    leadImage: await newsroom.addPicture(),
  })
  const path = feedPath(lists[0] ?? '', 'xml')
  // Its length is known once the picture was made.
  await expect.poll(async () => (await itemsOf(path))[0]?.enclosure, soon).toBeDefined()

  const [item, ...others] = await itemsOf(path)
  const picture = await sendRequest(new URL(item?.enclosure?.url ?? '').pathname)

  expect(others).toEqual([])
  expect(item).toMatchObject({
    title: headline,
    link: addressOf(story.path),
    creator: author.name,
    guid: `tag:${new URL(baseUrl).hostname},2026:story:${story.id}`,
    contentSnippet: 'তিন দিনে পানি কমেছে।',
  })
  expect(item?.['content:encoded']).toContain('<p>প্রথম কথা।</p><p>শেষ কথা।</p>')
  expect(picture.status).toBe(200)
  expect(item?.enclosure?.length).toBe(String(picture.bytes.length))
})

test('HT1 an unchanged feed is a response of a few bytes, compressed where the client accepts it', async ({
  newsroom,
}) => {
  const { lists } = await publishListed(newsroom)
  const path = feedPath(lists[0] ?? '', 'xml')
  const packed = { 'accept-encoding': 'gzip' }
  await sendRequest(path)
  await expect
    .poll(async () => (await sendRequest(path)).headers['last-modified'], soon)
    .toBeDefined()

  const plain = await sendRequest(path)
  const whole = await sendRequest(path, { headers: packed })
  const again = await Promise.all([
    sendRequest(path, { headers: { ...packed, 'if-none-match': whole.headers.etag ?? '' } }),
    sendRequest(path, { headers: { 'if-modified-since': plain.headers['last-modified'] ?? '' } }),
  ])

  expect(whole.headers['content-encoding']).toBe('gzip')
  expect(whole.text).toBe(plain.text)
  expect(again.map(({ status, bytes }) => [status, bytes.length])).toEqual([
    [304, 0],
    [304, 0],
  ])
})

test('a withdrawn story leaves every feed within ten seconds', async ({ newsroom }) => {
  const { story, lists } = await publishListed(newsroom, { publishedAt: new Date() })
  const paths = ['/', ...lists].flatMap((list) =>
    feedFormats.map((format) => feedPath(list, format)),
  )
  for (const path of paths) {
    await expect
      .poll(async () => (await sendRequest(path)).text, soon)
      .toContain(addressOf(story.path))
  }

  await newsroom.withdraw(story)

  await expect
    .poll(async () => {
      const texts = await Promise.all(paths.map(async (path) => (await sendRequest(path)).text))
      return paths.filter((_, at) => texts[at]?.includes(addressOf(story.path)))
    }, soon)
    .toEqual([])
})

test('a planned story is in the feed from its hour on, not before', async ({ newsroom }) => {
  const category = await newsroom.addCategory()
  const path = feedPath(`/${category.slug}`, 'xml')
  const story = await newsroom.schedule({ category, publishAt: secondsFromNow(4) })

  const before = await linksOf(path)

  expect(before).toEqual([])
  await expect
    .poll(() => linksOf(path), { ...soon, timeout: 15_000 })
    .toEqual([addressOf(story.path)])
})

test('a category’s feed holds what stands in those under it', async ({ newsroom }) => {
  const above = await newsroom.addCategory()
  const below = await newsroom.addCategory(above)
  const story = await newsroom.publish({ category: below })

  await expect
    .poll(() => linksOf(feedPath(`/${above.slug}`, 'xml')), soon)
    .toEqual([addressOf(story.path)])
})

test('the thirty newest stories are in a feed, and no headline without a story', async ({
  newsroom,
}) => {
  const category = await newsroom.addCategory()
  const stories = await newsroom.publishMany(45, category)
  const newest = stories.toReversed()
  await newsroom.publishHeadline({ category, publishedAt: new Date() })

  await expect
    .poll(() => linksOf(feedPath(`/${category.slug}`, 'xml')), soon)
    .toEqual(newest.slice(0, 30).map((story) => addressOf(articlePath(story))))
})

test('a feed moves with its list, and there is none where there is no list', async ({
  newsroom,
}) => {
  const { topic } = await publishListed(newsroom)
  await newsroom.moveAddress('/topic/e2e-old-feed', `/topic/${topic.slug}`)

  const responses = await Promise.all([
    sendRequest('/topic/e2e-old-feed/feed.atom'),
    sendRequest('/topic/e2e-no-such-topic/feed.xml'),
    sendRequest('/e2e-no-such-category/feed.json'),
    sendRequest('/Feed.XML?utm_source=x'),
  ])

  expect(responses.map(({ status, headers }) => [status, headers.location])).toEqual([
    [301, `/topic/${topic.slug}/feed.atom`],
    [404, undefined],
    [404, undefined],
    [301, '/feed.xml'],
  ])
})
