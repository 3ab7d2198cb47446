import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import {
  articleAddresses,
  benchPageKinds,
  longestLists,
  type PageAddresses,
  pageAddresses,
} from '../papers/page-addresses'
import type { OpenPaper } from '../papers/sized-paper'
import { isOver } from '../report/figures'
import { countStatements, noCacheSettings, renderFigures, timeRenders } from './renders'

// What `npm run bench` does among a million stories, among six hundred.
const stories = 600
let own: FilledPaper
let paper: OpenPaper
let addresses: PageAddresses

beforeAll(async () => {
  own = await makeFilledPaper(env.DATABASE_URL ?? '', stories)
  paper = { stories, folder: '', url: own.url }
  const articles = await articleAddresses(own.url, { stories, count: 50 })
  addresses = pageAddresses(articles, await longestLists(own.url))
})
afterAll(() => own?.remove())

test('a render on a production server asks the database no more often than it may, whatever the page', async () => {
  const figures = await countStatements(paper, addresses)

  expect(figures.map(({ name }) => name)).toEqual(
    benchPageKinds.map((kind) => `${kind}, statements`),
  )
  expect(figures.filter(isOver)).toEqual([])
  expect(figures.filter(({ value }) => value === 0)).toEqual([])
})

test('every request is a render where nothing is kept', async () => {
  const app = await ServerInstance.start({ databaseUrl: paper.url, settings: noCacheSettings })
  const { renders: before } = await app.health()

  const times = await timeRenders([{ paper, app, addresses }], 2, 1)
  const { renders: after, documents } = await app.health()
  await app.stop()

  expect(after.made - before.made).toBe(3 * benchPageKinds.length)
  expect(documents.documents).toBe(0)
  expect(renderFigures(times, paper, paper)).toHaveLength(2 * benchPageKinds.length)
})
