import { describe, expect, test } from 'vitest'
import type { Crawl } from './crawl'
import { crawlFaultKinds, findFaults } from './faults'
import { type CrawledPage, isStory, type PageFacts, pathOn } from './page'
import { crawlReport } from './table'

const site = new URL('http://localhost:3000/')
const story = '/national/7'
const newsArticle = {
  '@type': 'NewsArticle',
  headline: 'খবর',
  datePublished: '2026-11-25T09:00:00+06:00',
  dateModified: '2026-11-25T09:00:00+06:00',
  author: [{ '@type': 'Person', name: 'রাহনুমা', url: 'http://localhost:3000/author/r' }],
  publisher: { '@type': 'NewsMediaOrganization', name: 'দৈনিক' },
  mainEntityOfPage: 'http://localhost:3000/national/7',
}

const page = (path: string, html: Partial<PageFacts> = {}, rest: Partial<CrawledPage> = {}) =>
  ({
    path,
    from: '/',
    status: 200,
    location: null,
    html: {
      headings: ['খবর'],
      title: `খবর ${path}`,
      description: 'খবরের সারকথা',
      canonicals: [`http://localhost:3000${path}`],
      isIndexed: true,
      jsonLd: [newsArticle],
      jsonLdFaults: [],
      links: [],
      ...html,
    },
    ...rest,
  }) satisfies CrawledPage

const crawled = (pages: CrawledPage[], rest: Partial<Crawl> = {}): Crawl => ({
  pages,
  listed: new Set(pages.map(({ path }) => path)),
  linked: new Set(pages.map(({ path }) => path)),
  forbidden: [],
  unvisited: [],
  ...rest,
})

const kindsIn = (given: Crawl) => findFaults(site, given).map(({ kind }) => kind)

test('a site where all is well has no fault', () => {
  const pages = [
    page('/'),
    page(story),
    page('/latest', { jsonLd: [] }),
    page('/search', { isIndexed: false, canonicals: [], description: '' }),
  ]
  const feed = { ...page('/feed.xml'), html: null }

  expect(findFaults(site, crawled([...pages, feed]))).toEqual([])
})

describe('a page at fault', () => {
  test.each([
    ['broken link', page(story, {}, { status: 404 })],
    ['broken link', page(story, {}, { status: 500 })],
    ['redirecting link', page('/old', {}, { status: 301, location: '/new', html: null })],
    ['not one h1', page('/', { headings: [] })],
    ['not one h1', page('/', { headings: ['ক', 'খ'] })],
    ['no title', page('/', { title: '' })],
    ['no description', page('/', { description: '' })],
    ['not its own canonical', page('/', { canonicals: [] })],
    ['not its own canonical', page('/', { canonicals: ['/'] })],
    ['not its own canonical', page('/', { canonicals: ['http://localhost:3000/a'] })],
    [
      'not its own canonical',
      page('/', { canonicals: ['http://localhost:3000/', 'http://localhost:3000/'] }),
    ],
    ['JSON-LD does not parse', page('/', { jsonLd: [null] })],
    ['JSON-LD is not valid', page('/', { jsonLdFaults: ['ERROR NewsArticel: no such type'] })],
    ['no NewsArticle', page(story, { jsonLd: [{ '@type': 'BreadcrumbList' }] })],
    ['NewsArticle lacks a field', page(story, { jsonLd: [{ ...newsArticle, author: undefined }] })],
  ] as const)('%s', (kind, given) => {
    expect(kindsIn(crawled([given]))).toEqual([kind])
  })

  test('is reported with the page that links it', () => {
    const [fault] = findFaults(site, crawled([page('/gone', {}, { status: 410, from: '/latest' })]))

    expect(fault).toEqual({ kind: 'broken link', what: '/gone on /latest: 410' })
  })

  test('a NewsArticle is found in a graph too', () => {
    expect(kindsIn(crawled([page(story, { jsonLd: [{ '@graph': [newsArticle] }] })]))).toEqual([])
  })
})

describe('stories among each other', () => {
  test('no two have one title', () => {
    const pages = [
      page(story, { title: 'এক' }),
      page('/sports/8', { title: 'এক' }),
      page('/a', { title: 'এক' }),
    ]

    expect(kindsIn(crawled(pages))).toEqual(['title of two stories'])
  })

  test('every linked story is in a sitemap, every one of a sitemap linked', () => {
    const rest = { listed: new Set(['/', '/sports/8']), linked: new Set(['/', story]) }

    expect(kindsIn(crawled([page('/')], rest))).toEqual([
      'story in no sitemap',
      'story that no page links',
    ])
  })

  test('an unlinked story is not reported before all lists were read', () => {
    const rest = { listed: new Set(['/', '/sports/8']), unvisited: ['/latest/page/9'] }

    expect(kindsIn(crawled([page('/')], rest))).toEqual([])
  })

  test('a site without a sitemap lacks it', () => {
    expect(kindsIn(crawled([page('/')], { listed: new Set() }))).toEqual(['no sitemap'])
  })
})

test.each([
  ['/national/7', true],
  ['/topic/7', false],
  ['/author/7', false],
  ['/national/page/7', false],
  ['/national', false],
  ['/national/07', false],
])('whether %s is a story’s address: %s', (path, is) => {
  expect(isStory(path)).toBe(is)
})

test.each([
  ['/a?x=1#y', '/a'],
  ['b', '/national/b'],
  ['http://localhost:3000/c', '/c'],
  ['https://elsewhere.example/', null],
  ['mailto:a@example.com', null],
  ['http://[', null],
])('the link %s leads to %s', (href, path) => {
  expect(pathOn(site, href, '/national/7')).toBe(path)
})

test('the table counts every kind and shows the first of each', () => {
  const pages = Array.from({ length: 7 }, (_, index) => page(`/p${index}`, { title: '' }))
  const given = crawled(pages)

  const table = crawlReport(given, findFaults(site, given), 2_000).join('\n')

  for (const kind of crawlFaultKinds) expect(table).toContain(kind)
  expect(table).toMatch(/no title +7\n {4}\/p0\n(?: {4}\/p\d\n){4} {4}and 2 more/)
})
