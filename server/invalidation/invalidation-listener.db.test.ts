import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { invalidate } from '@/lib/invalidation/invalidate'
import { emptyDatabase } from '@/tools/test-harness/fixtures/test-paper'
import { listenerApplicationName } from './acknowledgements'
import { InvalidationListener } from './invalidation-listener'
import { TagVersions } from './tag-versions'

// A broken line is taken up again after a second.
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

describe('a server hears of every change', () => {
  test('as soon as it is committed', async () => {
    await listener.listen()
    const since = tagVersions.current

    await invalidate(db(), ['article:7'])

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
    expect(isStale('article:8', since)).toBe(false)
  })

  test('what was made before it began to listen may be old', async () => {
    const since = tagVersions.current
    await invalidate(db(), ['article:7'])

    await listener.listen()

    expect(isStale('article:7', since)).toBe(true)
  })

  test('it catches up with what happened while its line was broken', async () => {
    await listener.listen()
    const since = tagVersions.current

    await breakConnection()
    await invalidate(db(), ['article:7'])

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
    expect(isStale('article:8', since)).toBe(false)
    expect(errors.length).toBeGreaterThan(0)
  })

  test('even with a change that was committed at the moment the line broke', async () => {
    await listener.listen()
    const since = tagVersions.current

    await db().$transaction(async (tx) => {
      await invalidate(tx, ['article:7'])
      await breakConnection()
    })

    await vi.waitFor(() => expect(isStale('article:7', since)).toBe(true), patient)
  })

  test('after a broken line it hears on, over one line', async () => {
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

  test('who waits for it is told when it goes', async () => {
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
  test('leaves no line behind', async () => {
    await listener.listen()

    await listener.stop()

    await vi.waitFor(async () => expect(await listeners()).toEqual([]), patient)
  })

  test('while it is connecting, leaves no line behind either', async () => {
    const listening = listener.listen()

    await listener.stop()
    await listening

    await vi.waitFor(async () => expect(await listeners()).toEqual([]), patient)
  })
})

test('a database that is not there is reported and asked again, and stops nothing', async () => {
  listener = openListener('postgresql://nobody:x@127.0.0.1:1/none')

  await listener.listen()
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(1), patient)

  expect(errors[0]).toMatchObject({ code: 'ECONNREFUSED' })
})
