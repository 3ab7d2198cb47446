import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publishStory } from '@/lib/articles/publish-commands'
import { db } from '@/lib/db/client'
import { announceBy } from '@/lib/document/announce'
import { expire } from '@/lib/document/expire'
import { env } from '@/lib/env'
import { addStory, emptyPaper, noon, type TestPaper } from '@/scripts/test/little-paper'
import { editor } from '@/scripts/test/newsroom'
import { Line } from './line'
import { News } from './news'
import { callRoll, listenerName } from './roll-call'
import { TagTimes } from './tag-times'

const url = env.DATABASE_URL ?? ''

/** A press's ear, with what it has heard. */
async function openPress() {
  const tagTimes = new TagTimes()
  const news = new News({ url, tagTimes, onError: () => undefined })
  await news.listen()
  open.push(news)
  return { tagTimes, news, since: tagTimes.now }
}

async function openLine(config: pg.ClientConfig = {}): Promise<Line> {
  const line = new Line({ connectionString: url, ...config })
  await line.client.connect()
  return line
}

let paper: TestPaper
let open: News[]
let caller: Line
beforeEach(async () => {
  paper = await emptyPaper()
  open = []
  caller = await openLine()
})
afterEach(async () => {
  announceBy(undefined)
  await Promise.all(open.map((news) => news.stop()))
  await caller.client.end()
})

describe('who calls the roll after a change', () => {
  test('returns when every press has heard of it', async () => {
    const presses = [await openPress(), await openPress(), await openPress()]

    for (let change = 0; change < 20; change += 1) {
      await expire(db(), [`article:${change}`])
      const areAllTold = await callRoll(caller)

      // Without waiting: what is not true now would be too late for a reader who asks now.
      expect(areAllTold).toBe(true)
      for (const { tagTimes, since } of presses) {
        expect(tagTimes.isStale([`article:${change}`], since)).toBe(true)
      }
    }
  })

  test('waits for nobody where no press runs', async () => {
    const began = performance.now()

    expect(await callRoll(caller, 10_000)).toBe(true)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('hears when a press does not answer, and waits no longer than it said', async () => {
    const deaf = await openLine({ application_name: listenerName })

    const areAllTold = await callRoll(caller, 50)
    await deaf.client.end()

    expect(areAllTold).toBe(false)
  })

  test('does not wait for a press that has gone', async () => {
    const { news } = await openPress()
    await openPress()
    await news.stop()

    expect(await callRoll(caller, 10_000)).toBe(true)
  })

  test('hears of its own call only', async () => {
    await openPress()
    const callers = await Promise.all(Array.from({ length: 5 }, () => openLine()))

    const answers = await Promise.all(callers.map((each) => callRoll(each, 10_000)))
    for (const { client } of callers) await client.end()

    expect(answers).toEqual([true, true, true, true, true])
  })
})

describe('a command that runs in the press’s own process', () => {
  test('returns when this press and every other have heard', async () => {
    const own = await openPress()
    const other = await openPress()
    announceBy(async () => void (await own.news.areAllTold()))
    const id = await addStory(paper, { status: 'draft', publishAt: null, publishedAt: null })

    await publishStory(db(), editor, { id, expectedVersion: null }, noon)

    expect(own.tagTimes.isStale([`article:${id}`], own.since)).toBe(true)
    expect(other.tagTimes.isStale([`article:${id}`], other.since)).toBe(true)
  })

  test('is told which tags to take as stale, should the line be broken', async () => {
    const told: string[][] = []
    announceBy(async (tags) => void told.push(tags))
    const id = await addStory(paper, { status: 'draft', publishAt: null, publishedAt: null })

    await publishStory(db(), editor, { id, expectedVersion: null }, noon)

    expect(told).toEqual([
      [`article:${id}`, 'front', 'latest', 'category:national', 'month:2026-03'],
    ])
  })
})

test('a press without a line cannot tell', async () => {
  const news = new News({ url, tagTimes: new TagTimes(), onError: () => undefined })

  expect(await news.areAllTold()).toBe(false)
})
