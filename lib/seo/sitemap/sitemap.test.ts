import { describe, expect, test } from 'vitest'
import { readSitemap, wholeText } from '@/tools/test-harness/fixtures/sitemap-reader'
import {
  maxUrlsInFile,
  readSitemapFile,
  type SitemapEntry,
  type SitemapFile,
  sitemapPath,
} from './sitemap'
import { sitemapIndexXml, urlsetXml } from './sitemap-xml'

describe('a file has one address', () => {
  test.each<[SitemapFile, string]>([
    [{ kind: 'sections' }, '/sitemap/sections.xml'],
    [{ kind: 'stories', month: '2026-11', part: 1 }, '/sitemap/2026-11.xml'],
    [{ kind: 'stories', month: '2026-11', part: 12 }, '/sitemap/2026-11-12.xml'],
    [{ kind: 'topics', part: 1 }, '/sitemap/topics.xml'],
    [{ kind: 'authors', part: 2 }, '/sitemap/authors-2.xml'],
    [{ kind: 'news', part: 3 }, '/sitemap/news-3.xml'],
  ])('%j', (file, path) => {
    expect(sitemapPath(file)).toBe(path)
    expect(readSitemapFile(path.slice('/sitemap/'.length))).toEqual(file)
  })

  test.each([
    '2026-13.xml',
    '2026-11',
    '2026-11-1.xml',
    '2026-11-0.xml',
    '2026-11-02.xml',
    '26-11.xml',
    'sections-2.xml',
    'topics-1.xml',
    'topics-x.xml',
    'stories.xml',
    '',
    '২০২৬-১১.xml',
    '2026-11-99999999999.xml',
    '../2026-11.xml',
    '2026-11.xml.xml',
  ])('%j is none', (name) => {
    expect(readSitemapFile(name)).toBeNull()
  })
})

test('SM1 a file is far under what the protocol allows, in addresses and in bytes', async () => {
  const longest = {
    path: `/${'c'.repeat(60)}/2147483647`,
    changedAt: new Date('2026-11-25T00:00:00Z'),
    pictures: Array.from({ length: 20 }, () => '/media/2147483647-abcdef/1280.jpg'),
  }
  const siteUrl = `https://${'p'.repeat(63)}.example`
  const entry = await textOf([longest], 'image', siteUrl)

  expect(maxUrlsInFile).toBeLessThan(50_000)
  expect(Buffer.byteLength(entry) * maxUrlsInFile).toBeLessThan(52_428_800)
})

test('SM2 an index of as many files as it may name is far under 50 MB, and half a billion stories stand in them', () => {
  const mostFiles = 50_000
  const siteUrl = `https://${'p'.repeat(63)}.example`
  const file = {
    path: sitemapPath({ kind: 'stories', month: '2026-11', part: 99_999 }),
    changedAt: new Date('2026-11-25T00:00:00Z'),
  }

  const text = sitemapIndexXml(
    Array.from({ length: mostFiles }, () => file),
    siteUrl,
  )

  expect(Buffer.byteLength(text)).toBeLessThan(52_428_800)
  expect(mostFiles * maxUrlsInFile).toBe(500_000_000)
})

const textOf = (
  entries: SitemapEntry[],
  uses: 'image' | 'news',
  siteUrl = 'https://paper.example',
  paperName = 'দৈনিক "সকাল" & <সন্ধ্যা>',
) => wholeText(urlsetXml([entries], uses, { siteUrl, paperName }))

describe('SM3 what is written is read as it was meant', () => {
  const headline = `"আইন" ও 'শৃঙ্খলা' < > & ]]> \u0007`
  const story = {
    path: '/national/7',
    changedAt: new Date('2026-11-24T18:00:00Z'),
    news: { headline, publishedAt: new Date('2026-11-24T17:59:59Z') },
  }

  test('with every character that XML knows another way for, and none that it has no place for', async () => {
    const xml = await textOf([story], 'news')

    expect(xml).toContain('&quot;আইন&quot; ও &apos;শৃঙ্খলা&apos; &lt; &gt; &amp; ]]&gt; <')
    expect(readSitemap(xml).entries[0]?.news).toEqual({
      name: 'দৈনিক "সকাল" & <সন্ধ্যা>',
      language: 'bn',
      date: '2026-11-24T23:59:59+06:00',
      title: headline.slice(0, -1),
    })
  })

  test('in UTF-8, in the protocol’s namespace', async () => {
    const xml = await textOf(
      [{ path: '/national/7', changedAt: null, pictures: ['/media/7-abcdef/640.jpg'] }],
      'image',
    )

    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset /)
    expect(readSitemap(xml)).toMatchObject({
      root: 'urlset',
      attributes: {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
      },
    })
  })
})

test('SM5 an address is in one Unicode form and percent-encoded', async () => {
  // The letter of one code point, and the one made of two, are one letter.
  const paths = ['/topic/\u09dfাহিয়া', '/topic/\u09af\u09bcাহি\u09af\u09bcা']
  const xml = await textOf(
    paths.map((path) => ({ path, changedAt: null })),
    'image',
  )
  const [precomposed = '', split = ''] = readSitemap(xml).entries.map(({ loc }) => loc)

  expect(precomposed).toBe(split)
  expect(precomposed).toMatch(/^https:\/\/paper\.example\/topic\/(?:%[0-9A-F]{2})+$/)
})

test('SM6 a file of which nobody knows when it changed says nothing of it', () => {
  const files = [
    { path: '/sitemap/a.xml', changedAt: new Date('2009-07-01T00:00:00Z') },
    { path: '/sitemap/b.xml', changedAt: null },
  ]

  const { root, entries } = readSitemap(sitemapIndexXml(files, 'https://paper.example'))

  expect(root).toBe('sitemapindex')
  expect(entries.map(({ loc, lastmod }) => [loc, lastmod])).toEqual([
    // Bangladesh kept +07:00 that summer.
    ['https://paper.example/sitemap/a.xml', '2009-07-01T07:00:00+07:00'],
    ['https://paper.example/sitemap/b.xml', null],
  ])
})

test('NS10 without news the file is empty, and still a file', async () => {
  const xml = await textOf([], 'news')

  expect(readSitemap(xml)).toMatchObject({ root: 'urlset', entries: [] })
})
