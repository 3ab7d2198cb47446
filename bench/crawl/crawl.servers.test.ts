import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { runSeed } from '@/tools/database/run-seed'
import { makeScratchDatabase } from '@/tools/test-harness/papers/scratch-database'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { type Crawl, crawl } from './crawl'
import { findFaults } from './faults'
import { isStory } from './page'

// The sample paper as a crawler finds it, small: `npm run crawl` is the same on as many pages as one likes.
let paper: Awaited<ReturnType<typeof makeScratchDatabase>>
let app: ServerInstance
let site: URL
let crawled: Crawl

beforeAll(async () => {
  paper = await makeScratchDatabase(env.DATABASE_URL ?? '', `crawl_${process.pid}`)
  await runSeed(paper.url)
  app = await ServerInstance.start({ databaseUrl: paper.url })
  site = new URL(`http://localhost:${app.port}/`)
  crawled = await crawl({ site, maxPages: 200 })
}, 180_000)
afterAll(async () => {
  await app?.stop()
  await paper?.drop()
})

test('a bot without scripts finds nothing wrong with the sample paper', () => {
  expect(findFaults(site, crawled)).toEqual([])
})

test('it has seen stories and lists, and nothing that robots.txt forbids', () => {
  const paths = crawled.pages.map(({ path }) => path)

  expect(paths.filter(isStory).length).toBeGreaterThan(20)
  expect(paths).toEqual(expect.arrayContaining(['/', '/latest', '/about']))
  expect(paths.length).toBeLessThanOrEqual(200)
  expect(paths.filter((path) => path.startsWith('/newsroom'))).toEqual([])
})
