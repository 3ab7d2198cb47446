import robotsParser from 'robots-parser'
import { describe, expect, test } from 'vitest'
import { robotsText } from './robots'

const site = 'https://paper.example'
const crawlers = ['Googlebot', 'bingbot', 'facebookexternalhit', 'SomethingNew']
const robots = robotsParser(`${site}/robots.txt`, robotsText())

describe('RB1 crawlers may read every page, also those that say "noindex"', () => {
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
  ])('%s', (path) => {
    expect(crawlers.map((name) => robots.isAllowed(site + path, name))).toEqual(
      crawlers.map(() => true),
    )
  })
})

describe('crawlers stay out of what is no page of the paper', () => {
  test.each(['/api/reads', '/api/reads/7'])('%s', (path) => {
    expect(crawlers.map((name) => robots.isAllowed(site + path, name))).toEqual(
      crawlers.map(() => false),
    )
  })
})

test('a sitemap is named where there is one', () => {
  const text = robotsText([`${site}/sitemap.xml`, `${site}/sitemap/news.xml`])

  expect(robotsParser(`${site}/robots.txt`, text).getSitemaps()).toEqual([
    `${site}/sitemap.xml`,
    `${site}/sitemap/news.xml`,
  ])
  expect(robots.getSitemaps()).toEqual([])
})
