import Ajv from 'ajv'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import jsonFeedSchema from 'jsonfeed-schema/schema-v1.1.json' with { type: 'json' }
import RssParser from 'rss-parser'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { type FeedFormat, feedFormats, type StoryFeed } from './feed'
import { feedOf, feedOptions, picture, siteUrl, storyOf, storyPublicAt } from './feed-fixtures'
import { writeFeed } from './write-feed'

/** An element of a text that the strict parser found well-formed, namespaces among it. */
type Found = { name: string; uri: string; attributes: Record<string, string>; text: string }

/** @throws Error for what is not well-formed XML with namespaces */
function elementsOf(xml: string): Found[] {
  const all: Found[] = []
  const open: Found[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value])
    const found = { name, uri, attributes: Object.fromEntries(values), text: '' }
    all.push(found)
    open.push(found)
  })
  const addText = (text: string) => {
    const top = open.at(-1)
    if (top) top.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return all
}

const named = (all: Found[], name: string) => all.filter((each) => each.name === name)
const textsOf = (all: Found[], name: string) => named(all, name).map(({ text }) => text)
const write = (feed: StoryFeed, format: FeedFormat, hub: string | null = null) =>
  writeFeed(feed, format, { ...feedOptions, hub })
const isJsonFeed = new Ajv({ strict: false, validateFormats: false }).compile(jsonFeedSchema)

const notedChangeAt = new Date('2026-03-26T09:30:00Z')
const correctedStory = storyOf({
  notedChangeAt,
  image: picture,
  corrections: [{ kind: 'correction', note: 'সংখ্যাটি ৪২ হবে।', at: notedChangeAt }],
})
const full = feedOf(
  [correctedStory, storyOf({ id: 11, standfirst: null, bylines: [], topics: [] })],
  {
    enclosures: { 12: { path: '/media/7-abcdef/1280.jpg', bytes: 54_321 } },
  },
)

test('RS1 a feed is RSS 2.0 with one channel that has a title, a link and a description', () => {
  const all = elementsOf(write(full, 'xml'))

  expect(all[0]).toMatchObject({ name: 'rss', attributes: { version: '2.0' } })
  expect(named(all, 'channel')).toHaveLength(1)
  expect(textsOf(all, 'title')[0]).toBe('পরীক্ষা পত্রিকা')
  expect(textsOf(all, 'link')[0]).toBe('https://paper.example')
  expect(textsOf(all, 'description')[0]).toBe('শুধু পরীক্ষার জন্য')
})

describe('RS2 a story is named for good', () => {
  const idsOf = (format: FeedFormat, overrides: Parameters<typeof storyOf>[0]) =>
    write(feedOf([storyOf(overrides)]), format).match(/tag:paper\.example,2026:story:\d+/g)

  test.each(feedFormats)(
    'by feed.%s: neither an update, a new headline nor another category changes it',
    (format) => {
      const before = idsOf(format, {})

      expect(before).toEqual(['tag:paper.example,2026:story:12'])
      expect(
        idsOf(format, {
          headline: 'অন্য শিরোনাম',
          category: { slug: 'country', name: 'সারাদেশ' },
          notedChangeAt,
        }),
      ).toEqual(before)
    },
  )

  test('by a guid that is no address, with the date of its first publication', () => {
    const all = elementsOf(write(full, 'xml'))

    expect(named(all, 'guid').map(({ attributes }) => attributes.isPermaLink)).toEqual([
      'false',
      'false',
    ])
    expect(textsOf(all, 'pubDate')).toEqual([
      'Thu, 26 Mar 2026 06:00:00 GMT',
      'Thu, 26 Mar 2026 06:00:00 GMT',
    ])
  })
})

test('RS3 it names itself, its language, the authors, the whole text and the picture with its length', () => {
  const all = elementsOf(write(full, 'xml'))

  expect(named(all, 'atom:link')).toMatchObject([
    {
      uri: 'http://www.w3.org/2005/Atom',
      attributes: {
        rel: 'self',
        href: 'https://paper.example/feed.xml',
        type: 'application/rss+xml',
      },
    },
  ])
  expect(textsOf(all, 'language')).toEqual(['bn'])
  expect(named(all, 'dc:creator')).toMatchObject([
    { uri: 'http://purl.org/dc/elements/1.1/', text: 'রাহনুমা শারমিন' },
  ])
  expect(named(all, 'content:encoded')[0]).toMatchObject({
    uri: 'http://purl.org/rss/1.0/modules/content/',
    text: expect.stringContaining('<p>প্রথম অনুচ্ছেদ।</p><p><b>সংশোধন:</b>'),
  })
  expect(named(all, 'enclosure').map(({ attributes }) => attributes)).toEqual([
    { url: 'https://paper.example/media/7-abcdef/1280.jpg', length: '54321', type: 'image/jpeg' },
  ])
})

test('RS3 the whole text stands in CDATA, whatever is in it', () => {
  const body = [{ kind: 'paragraph' as const, content: [{ text: 'ক ]]> খ <b> & গ' }] }]
  const xml = write(feedOf([storyOf({ body })]), 'xml')
  const [text = ''] = textsOf(elementsOf(xml), 'content:encoded')

  expect(xml).toContain('<content:encoded><![CDATA[')
  expect(text).toContain('<p>ক ]]> খ &#x3C;b> &#x26; গ</p>')
})

test('RS3 a reader’s program of another make reads all of it', async () => {
  const read = await new RssParser().parseString(write(full, 'xml'))

  expect(read).toMatchObject({
    title: 'পরীক্ষা পত্রিকা',
    language: 'bn',
    feedUrl: 'https://paper.example/feed.xml',
  })
  expect(read.items).toHaveLength(2)
  expect(read.items[0]).toMatchObject({
    title: correctedStory.headline,
    link: 'https://paper.example/national/12',
    guid: 'tag:paper.example,2026:story:12',
    creator: 'রাহনুমা শারমিন',
    contentSnippet: correctedStory.standfirst,
    categories: ['জাতীয়', 'বন্যা'],
    enclosure: { length: '54321', type: 'image/jpeg' },
    isoDate: storyPublicAt.toISOString(),
  })
})

test('AT1 an Atom feed and its entries have id, title, updated and an author', async () => {
  const xml = write(full, 'atom')
  const all = elementsOf(xml)
  const read = await new RssParser().parseString(xml)

  expect(all[0]).toMatchObject({ name: 'feed', uri: 'http://www.w3.org/2005/Atom' })
  expect(textsOf(all, 'id').toSorted()).toEqual([
    'tag:paper.example,2026:feed:/',
    'tag:paper.example,2026:story:11',
    'tag:paper.example,2026:story:12',
  ])
  expect(textsOf(all, 'updated').toSorted()).toEqual([
    storyPublicAt.toISOString(),
    notedChangeAt.toISOString(),
    notedChangeAt.toISOString(),
  ])
  expect(textsOf(all, 'published')).toEqual([
    storyPublicAt.toISOString(),
    storyPublicAt.toISOString(),
  ])
  expect(textsOf(all, 'name')).toEqual(['পরীক্ষা পত্রিকা', 'রাহনুমা শারমিন'])
  expect(read.items.map(({ title, link, id }) => ({ title, link, id }))).toEqual([
    {
      title: correctedStory.headline,
      link: 'https://paper.example/national/12',
      id: 'tag:paper.example,2026:story:12',
    },
    {
      title: correctedStory.headline,
      link: 'https://paper.example/national/11',
      id: 'tag:paper.example,2026:story:11',
    },
  ])
})

test('JF1 a JSON feed is what its schema wants', () => {
  const feed = JSON.parse(write(full, 'json', 'https://hub.example/'))

  expect(isJsonFeed(feed), JSON.stringify(isJsonFeed.errors)).toBe(true)
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://paper.example/feed.json',
    home_page_url: 'https://paper.example',
    language: 'bn',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [
      {
        id: 'tag:paper.example,2026:story:12',
        url: 'https://paper.example/national/12',
        content_html: expect.stringContaining('<p>প্রথম অনুচ্ছেদ।</p>'),
        date_published: storyPublicAt.toISOString(),
        date_modified: notedChangeAt.toISOString(),
        authors: [{ name: 'রাহনুমা শারমিন', url: 'https://paper.example/author/rahnuma' }],
        attachments: [{ mime_type: 'image/jpeg', size_in_bytes: 54_321 }],
      },
      { id: 'tag:paper.example,2026:story:11' },
    ],
  })
})

test('WS1 where there is a hub a feed names it, and itself once', () => {
  const links = (format: FeedFormat, name: string) =>
    named(elementsOf(write(full, format, 'https://hub.example/')), name)
      .map(({ attributes: { rel, href } }) => `${rel} ${href}`)
      .filter((link) => /^(?:self|hub) /.test(link))

  expect(links('xml', 'atom:link')).toEqual([
    'self https://paper.example/feed.xml',
    'hub https://hub.example/',
  ])
  expect(links('atom', 'link')).toEqual([
    'self https://paper.example/feed.atom',
    'hub https://hub.example/',
  ])
  expect(write(full, 'xml')).not.toContain('hub')
})

describe('a list without a story has a feed', () => {
  test.each(['xml', 'atom'] as const)('feed.%s', (format) => {
    const all = elementsOf(write(feedOf([], { listPath: '/topic/flood' }), format))

    expect(textsOf(all, 'title')).toEqual(['পরীক্ষা পত্রিকা'])
  })

  test('feed.json', () => {
    const feed = JSON.parse(write(feedOf([], { listPath: '/topic/flood' }), 'json'))

    expect(isJsonFeed(feed)).toBe(true)
    expect(feed).toMatchObject({
      home_page_url: `${siteUrl}/topic/flood`,
      feed_url: `${siteUrl}/topic/flood/feed.json`,
      items: [],
    })
  })
})

test('RS3 the signs < and & in a headline that are no markup are not escaped twice', () => {
  const headline = 'দর <৫০, R & D, ৫ < ৭'

  const xml = write(feedOf([storyOf({ headline })]), 'xml')

  expect(textsOf(elementsOf(xml), 'title')[1]).toBe(headline)
})

describe('whatever text normalization lets through is read as it was written', () => {
  const pieces = [
    'র‍্যাব',
    'সেট্‌স',
    'বাংলাদেশ',
    'ক্ষ',
    '&',
    '&amp;',
    '<',
    '>',
    '<b>',
    '</title>',

    ']]>',
    '<![CDATA[',
    '-->',
    '"',
    "'",
    '&#0;',
    '%',
    '\\',
    '👨‍👩‍👧',
    '১২',
    '؀',
    '\u00a0',
    '|',
    '।',
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => normalizeText(parts.join(' ')).replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '')

  /** What a reader's program shows that takes the text for HTML, as RSS has it. */
  const shownAsHtml = (html = '') => {
    let shown = ''
    const parser = new Parser({ ontext: (part) => (shown += part) })
    parser.end(html)
    return shown
  }

  test.each(['xml', 'atom'] as const)('in feed.%s', (format) => {
    fc.assert(
      fc.property(text, text, (headline, standfirst) => {
        const body = [{ kind: 'paragraph' as const, content: [{ text: standfirst }] }]
        const feed = feedOf([storyOf({ headline, standfirst, body })])

        const all = elementsOf(write(feed, format))

        const shown = (each?: string) => (format === 'xml' ? shownAsHtml(each) : each)
        expect(shown(textsOf(all, 'title')[1])).toBe(headline)
        const summary = textsOf(all, format === 'xml' ? 'description' : 'summary').at(-1)
        expect(shown(summary)).toBe(standfirst)
      }),
    )
  })

  test('in feed.json', () => {
    fc.assert(
      fc.property(text, text, (headline, standfirst) => {
        const feed = JSON.parse(write(feedOf([storyOf({ headline, standfirst })]), 'json'))

        expect(isJsonFeed(feed)).toBe(true)
        expect(feed.items[0]).toMatchObject({ title: headline, summary: standfirst })
      }),
    )
  })
})
