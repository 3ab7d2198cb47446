import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import {
  closeRecorded,
  explainStatement,
  recordDatabase,
  statementsOf,
} from '@/tools/test-harness/fixtures/recorded-db'
import { wholeText } from '@/tools/test-harness/fixtures/sitemap-reader'
import {
  at,
  emptyDatabase,
  hours,
  insertStories,
  noon,
  resetToTestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import type { SitemapFile } from './sitemap'
import { findSitemap, newsSitemap, sitemapIndex } from './sitemap-files'

/** Three years of a paper that brings a story an hour, in two of whose months are more. */
const stories = 26_000
const site = 'https://paper.example'
const setUpMs = 120_000

beforeAll(async () => {
  recordDatabase()
  const { national, sports, person, flood } = await resetToTestPaper()
  const references = { contributorId: person.id, topicId: flood.id }
  const categoryIds = [national.id, sports.id]
  await insertStories(stories, {
    from: at(-hours(stories)),
    stepMs: hours(1),
    categoryIds,
    ...references,
  })
  await insertStories(11_000, {
    from: at(-hours(9_000)),
    stepMs: 1_000,
    categoryIds,
    ...references,
  })
  await db().$executeRaw`VACUUM ANALYZE`
}, setUpMs)

afterAll(async () => {
  await emptyDatabase()
  await closeRecorded()
})

const file = async (named: SitemapFile) => wholeText((await findSitemap(named, site, noon)) ?? [])

const large = ['Article', 'Byline', 'ArticleTopic']

/** What is made, and at how many rows of the large tables the database may look for it. */
const cases: [string, () => Promise<unknown>, number][] = [
  // A look for each month, and one for what is planned.
  ['the list of files', async () => wholeText(await sitemapIndex(site, noon)), 200],
  ['a month', () => file({ kind: 'stories', month: '2024-05', part: 1 }), 800],
  [
    'the end of a month of two files',
    () => file({ kind: 'stories', month: '2025-03', part: 2 }),
    14_000,
  ],
  ['the sections', () => file({ kind: 'sections' }), 20],
  ['the topics', () => file({ kind: 'topics', part: 1 }), 20],
  ['the authors', () => file({ kind: 'authors', part: 1 }), 20],
  ['the news', async () => wholeText(await newsSitemap(site, noon)), 200],
]

describe('a file costs what stands in it, not what the archive holds', () => {
  test.each(cases)('%s', async (_, make, mostRows) => {
    const statements = (await statementsOf(make)).filter(({ text }) => /SELECT/.test(text))
    const scans = []
    for (const statement of statements) scans.push(...(await explainStatement(statement)))
    const ofLarge = scans.filter(({ table }) => large.includes(table))

    expect(ofLarge.length).toBeGreaterThan(0)
    expect(ofLarge.filter(({ by }) => by === 'Seq Scan')).toEqual([])
    expect(ofLarge.reduce((sum, { rowsLookedAt }) => sum + rowsLookedAt, 0)).toBeLessThan(mostRows)
  })
})
