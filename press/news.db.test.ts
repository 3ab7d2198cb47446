import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { expire } from '@/lib/document/expire'
import { env } from '@/lib/env'
import { emptyDatabase } from '@/scripts/test/little-paper'
import { News } from './news'
import { listenerName } from './roll-call'
import { TagTimes } from './tag-times'

// A broken line is taken up again after a second.
const patient = { timeout: 8_000, interval: 20 }

let tagTimes: TagTimes
let errors: unknown[]
let news: News

const newsFrom = (url: string) =>
  new News({ url, tagTimes, onError: (error) => errors.push(error) })

beforeEach(async () => {
  await emptyDatabase()
  tagTimes = new TagTimes()
  errors = []
  news = newsFrom(env.DATABASE_URL ?? '')
})
afterEach(() => news.stop())

/** Connections of this database that listen; a press has one. */
async function listeners(): Promise<number[]> {
  const rows = await db().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = ${listenerName}`
  return rows.map(({ pid }) => pid)
}

async function breakLine(): Promise<void> {
  await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patient)
  for (const pid of await listeners())
    await db().$queryRaw`SELECT pg_terminate_backend(${pid}::int)`
}

const isStale = (tag: string, since: number) => tagTimes.isStale([tag], since)

describe('a press hears of every change', () => {
  test('as soon as it is committed', async () => {
    await news.listen()
    const since = tagTimes.now

    await expire(db(), ['article:7'])

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
    expect(isStale('article:8', since)).toBe(false)
  })

  test('what was made before it began to listen may be old', async () => {
    const since = tagTimes.now
    await expire(db(), ['article:7'])

    await news.listen()

    expect(isStale('article:7', since)).toBe(true)
  })

  test('it catches up with what happened while its line was broken', async () => {
    await news.listen()
    const since = tagTimes.now

    await breakLine()
    await expire(db(), ['article:7'])

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
    expect(isStale('article:8', since)).toBe(false)
    expect(errors.length).toBeGreaterThan(0)
  })

  test('even with a change that was committed at the moment the line broke', async () => {
    await news.listen()
    const since = tagTimes.now

    await db().$transaction(async (session) => {
      await expire(session, ['article:7'])
      await breakLine()
    })

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
  })

  test('after a broken line it hears on, over one line', async () => {
    await news.listen()
    await breakLine()
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patient)
    const since = tagTimes.now

    await expire(db(), ['front'])

    await vi.waitFor(() => expect(isStale('front', since)).toBe(true), patient)
    expect(await listeners()).toHaveLength(1)
  })
})

describe('whether the database answers', () => {
  test('is known at any time', async () => {
    const before = [news.isConnected, await news.isAnswering()]
    await news.listen()
    const during = [news.isConnected, await news.isAnswering()]
    await breakLine()
    await vi.waitFor(() => expect(news.isConnected).toBe(false), patient)

    expect([before, during]).toEqual([
      [false, false],
      [true, true],
    ])
    expect(await news.isAnswering()).toBe(false)
  })

  test('who waits for it is told when it goes', async () => {
    const gone = vi.fn()
    news = new News({ url: env.DATABASE_URL ?? '', tagTimes, onGone: gone, onError: () => {} })
    await news.listen()

    await breakLine()

    await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce(), patient)
  })
})

describe('a press that stops', () => {
  test('leaves no line behind', async () => {
    await news.listen()

    await news.stop()

    await vi.waitFor(async () => expect(await listeners()).toEqual([]), patient)
  })

  test('while it is connecting, leaves no line behind either', async () => {
    const listening = news.listen()

    await news.stop()
    await listening

    await vi.waitFor(async () => expect(await listeners()).toEqual([]), patient)
  })
})

test('a database that is not there is reported and asked again, and stops nothing', async () => {
  news = newsFrom('postgresql://nobody:x@127.0.0.1:1/none')

  await news.listen()
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(1), patient)

  expect(errors[0]).toMatchObject({ code: 'ECONNREFUSED' })
})
