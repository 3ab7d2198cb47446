import robotsParser from 'robots-parser'
import { describe, expect, test } from 'vitest'
import { type AiPolicy, aiPolicy } from '@/lib/paper/settings'
import { aiCrawlers } from './ai-crawlers'
import { robotsText } from './robots'

const site = 'https://paper.example'
const crawlers = [
  'Googlebot',
  'Googlebot-News',
  'bingbot',
  'Applebot',
  'facebookexternalhit',
  'SomethingNew',
]
const robotsOf = (policy: AiPolicy) => robotsParser(`${site}/robots.txt`, robotsText(policy, site))
const policies = aiPolicy.options

/** Who of these may read a story, under the policy. */
const admitted = (policy: AiPolicy, names: string[]) =>
  names.filter((name) => robotsOf(policy).isAllowed(`${site}/national/12`, name))

const named = (purpose: string) =>
  aiCrawlers.filter((each) => each.purpose === purpose).map(({ token }) => token)

describe('RB1 crawlers may read every page, also those that say "noindex", whatever is said to language models', () => {
  test.each([
    '/',
    '/national',
    '/national/12',
    '/national/page/3',
    '/latest',
    `/topic/${encodeURIComponent('নির্বাচন')}`,
    '/search',
    '/search?q=%E0%A6%A2',
    '/newsroom',
    '/newsroom/sign-in',
    '/preview/0123',
    '/apiary',
    '/media/7-abc/640.avif',
    '/_next/static/a.css',
    '/sitemap.xml',
    '/sitemap/2026-11.xml',
    '/news-sitemap.xml',
  ])('%s', (path) => {
    for (const policy of policies) {
      const allowed = crawlers.filter((name) => robotsOf(policy).isAllowed(site + path, name))
      expect(allowed).toEqual(crawlers)
    }
  })
})

test('RB6 the longest rule decides, whichever order they stand in, and a group of its own is all that a crawler hears', () => {
  const lines = robotsText('answersOnly', site).split('\n')
  const end = lines.indexOf('')
  const turned = [lines[0], ...lines.slice(1, end).toReversed(), ...lines.slice(end)].join('\n')

  for (const text of [lines.join('\n'), turned]) {
    const robots = robotsParser(`${site}/robots.txt`, text)
    const urls = ['/api/reads', '/apiary', '/'].map((path) => site + path)

    expect(urls.map((url) => robots.isAllowed(url, 'Googlebot'))).toEqual([false, true, true])
    expect(urls.map((url) => robots.isAllowed(url, 'GPTBot'))).toEqual([false, false, false])
  }
})

describe('crawlers stay out of what is no page of the paper', () => {
  test.each(['/api/reads', '/api/reads/7'])('%s', (path) => {
    for (const policy of policies) {
      const allowed = crawlers.filter((name) => robotsOf(policy).isAllowed(site + path, name))
      expect(allowed).toEqual([])
    }
  })
})

describe('what the paper says to those who gather for language models', () => {
  const [training, answers, request] = ['training', 'answers', 'request'].map(named)
  const all = [...(training ?? []), ...(answers ?? []), ...(request ?? [])]

  test('those that are asked about most are known', () => {
    expect(training).toEqual(
      expect.arrayContaining(['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended']),
    )
    expect(answers).toEqual(expect.arrayContaining(['OAI-SearchBot', 'PerplexityBot']))
    expect(new Set(all).size).toBe(aiCrawlers.length)
    expect(aiCrawlers.map(({ source }) => new URL(source).protocol)).toEqual(
      all.map(() => 'https:'),
    )
  })

  test('everybody may come', () => {
    expect(admitted('open', all)).toEqual(all)
  })

  test('they may answer with the paper, and not be trained with it', () => {
    expect(admitted('answersOnly', all)).toEqual([...(answers ?? []), ...(request ?? [])])
  })

  test('none may come', () => {
    expect(admitted('closed', all)).toEqual([])
  })

  test('names are the same in any case, and one group is of all who are kept out', () => {
    const text = robotsText('closed', site)

    expect(
      admitted(
        'closed',
        all.map((token) => token.toUpperCase()),
      ),
    ).toEqual([])
    expect(text.match(/^Disallow: \/$/gm)).toHaveLength(1)
  })
})

test.each(policies)(
  'RB6 under the policy %s both sitemaps are named by whole addresses, in 500 KiB',
  (policy) => {
    const text = robotsText(policy, site)

    expect(robotsOf(policy).getSitemaps()).toEqual([
      `${site}/sitemap.xml`,
      `${site}/news-sitemap.xml`,
    ])
    expect(Buffer.byteLength(text)).toBeLessThan(500 * 1024)
    // A sitemap's line belongs to no group: an empty line ends what is before it for parsers of the old school.
    expect(text).toMatch(/\n\nSitemap: /)
  },
)
