import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { invalidate } from '@/lib/invalidation/invalidate'
import { emptyDatabase } from '@/tools/test-harness/fixtures/test-paper'
import { listenerApplicationName } from './acknowledgements'
import { InvalidationListener } from './invalidation-listener'
import { TagVersions } from './tag-versions'

// A broken connection is opened again after a second.
const patient = { timeout: 8_000, interval: 20 }

let tagVersions: TagVersions
let errors: unknown[]
let listener: InvalidationListener

const openListener = (url: string) =>
  new InvalidationListener({ url, tagVersions, onError: (error) => errors.push(error) })

beforeEach(async () => {
  await emptyDatabase()
  tagVersions = new TagVersions()
  errors = []
  listener = openListener(env.DATABASE_URL ?? '')
})
afterEach(() => listener.stop())

/** Connections of this database that listen; a server has one. */
async function listeners(): Promise<number[]> {
  const rows = await db().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = ${listenerApplicationName}`
  return rows.map(({ pid }) => pid)
}

async function breakConnection(): Promise<void> {
  await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patient)
  for (const pid of await listeners())
    await db().$queryRaw`SELECT pg_terminate_backend(${pid}::int)`
}

const isStale = (tag: string, since: number) => tagVersions.isStale([tag], since)

test('a server knows how far its clock is from the database’s', async () => {
  const offsets: number[] = []
  const actual = Date.now
  listener = new InvalidationListener({
    url: env.DATABASE_URL ?? '',
    tagVersions,
    onClockOffset: (ms) => offsets.push(ms),
    onError: (error) => errors.push(error),
  })
  vi.spyOn(Date, 'now').mockImplementation(() => actual() + 120_000)

  await listener.listen()
  vi.restoreAllMocks()

  expect(offsets[0]).toBeGreaterThan(-121_000)
  expect(offsets[0]).toBeLessThan(-119_000)
})

describe('a server receives every change', () => {
  test('as soon as it is committed', async () => {
    await listener.listen()
    const since = tagVersions.current

    await invalidate(db(), ['article:7'])

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
    expect(isStale('article:8', since)).toBe(false)
  })

  test('a page rendered before it began to listen may be stale', async () => {
    const since = tagVersions.current
    await invalidate(db(), ['article:7'])

    await listener.listen()

    expect(isStale('article:7', since)).toBe(true)
  })

  test('it catches up with changes made while its connection was broken', async () => {
    await listener.listen()
    const since = tagVersions.current

    await breakConnection()
    await invalidate(db(), ['article:7'])

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
    expect(isStale('article:8', since)).toBe(false)
    expect(errors.length).toBeGreaterThan(0)
  })

  test('it catches up with a change committed at the moment the connection broke', async () => {
    await listener.listen()
    const since = tagVersions.current

    await db().$transaction(async (tx) => {
      await invalidate(tx, ['article:7'])
      await breakConnection()
    })

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
  })

  test('after a broken connection it listens again, over one connection', async () => {
    await listener.listen()
    await breakConnection()
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patient)
    const since = tagVersions.current

    await invalidate(db(), ['front'])

    await vi.waitFor(() => expect(isStale('front', since)).toBe(true), patient)
    expect(await listeners()).toHaveLength(1)
  })
})

describe('whether the database answers', () => {
  test('is known at any time', async () => {
    const before = [listener.isConnected, await listener.isResponsive()]
    await listener.listen()
    const during = [listener.isConnected, await listener.isResponsive()]
    await breakConnection()
    await vi.waitFor(() => expect(listener.isConnected).toBe(false), patient)

    expect([before, during]).toEqual([
      [false, false],
      [true, true],
    ])
    expect(await listener.isResponsive()).toBe(false)
  })

  test('a waiting caller is notified when the database goes down', async () => {
    const gone = vi.fn()
    listener = new InvalidationListener({
      url: env.DATABASE_URL ?? '',
      tagVersions,
      onDisconnected: gone,
      onError: () => {},
    })
    await listener.listen()

    await breakConnection()

    await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce(), patient)
  })
})

describe('a server that stops', () => {
  test('leaves no connection open', async () => {
    await listener.listen()

    await listener.stop()

    await vi.waitFor(async () => expect(await listeners()).toEqual([]), patient)
  })

  test('while it is connecting, leaves no connection open either', async () => {
    const listening = listener.listen()

    await listener.stop()
    await listening

    await vi.waitFor(async () => expect(await listeners()).toEqual([]), patient)
  })
})

test('an absent database is logged and tried again, and does not stop the server', async () => {
  listener = openListener('postgresql://nobody:x@127.0.0.1:1/none')

  await listener.listen()
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(1), patient)

  expect(errors[0]).toMatchObject({ code: 'ECONNREFUSED' })
})
