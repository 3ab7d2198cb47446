import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { invalidate } from '@/lib/invalidation/invalidate'
import { setInvalidationBarrier } from '@/lib/invalidation/invalidation-barrier'
import { publishStory } from '@/lib/newsroom/publish/publish-commands'
import { ListenConnection } from '@/server/database/listen-connection'
import { editor } from '@/tools/test-harness/fixtures/actors'
import {
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { listenerApplicationName, requestAcks } from './acknowledgements'
import { InvalidationListener } from './invalidation-listener'
import { TagVersions } from './tag-versions'

const url = env.DATABASE_URL ?? ''

/** A server's ear, with what it has heard. */
async function openListener() {
  const tagVersions = new TagVersions()
  const listener = new InvalidationListener({ url, tagVersions, onError: () => undefined })
  await listener.listen()
  open.push(listener)
  return { tagVersions, listener, since: tagVersions.current }
}

async function openConnection(config: pg.ClientConfig = {}): Promise<ListenConnection> {
  const connection = new ListenConnection({ connectionString: url, ...config })
  await connection.client.connect()
  return connection
}

let paper: TestPaper
let open: InvalidationListener[]
let caller: ListenConnection
beforeEach(async () => {
  paper = await resetToTestPaper()
  open = []
  caller = await openConnection()
})
afterEach(async () => {
  setInvalidationBarrier(undefined)
  await Promise.all(open.map((listener) => listener.stop()))
  await caller.client.end()
})

describe('a request for acknowledgements after a change', () => {
  test('returns when every server has applied the change', async () => {
    const listeners = [await openListener(), await openListener(), await openListener()]

    for (let change = 0; change < 20; change += 1) {
      await invalidate(db(), [`article:${change}`])
      const haveAllAcked = await requestAcks(caller)

      // Without waiting: what is not true now would be too late for a reader who asks now.
      expect(haveAllAcked).toBe(true)
      for (const { tagVersions, since } of listeners) {
        expect(tagVersions.isStale([`article:${change}`], since)).toBe(true)
      }
    }
  })

  test('does not wait where no server runs', async () => {
    const began = performance.now()

    expect(await requestAcks(caller, 10_000)).toBe(true)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('reports a server that does not answer, and waits no longer than its timeout', async () => {
    const deaf = await openConnection({ application_name: listenerApplicationName })

    const haveAllAcked = await requestAcks(caller, 50)
    await deaf.client.end()

    expect(haveAllAcked).toBe(false)
  })

  test('does not wait for a server that has stopped', async () => {
    const { listener } = await openListener()
    await openListener()
    await listener.stop()

    expect(await requestAcks(caller, 10_000)).toBe(true)
  })

  test('receives the acknowledgements of its own request only', async () => {
    await openListener()
    const callers = await Promise.all(Array.from({ length: 5 }, () => openConnection()))

    const answers = await Promise.all(callers.map((each) => requestAcks(each, 10_000)))
    for (const { client } of callers) await client.end()

    expect(answers).toEqual([true, true, true, true, true])
  })
})

describe('a command that runs in the server’s own process', () => {
  test('returns when this server and every other have acknowledged', async () => {
    const own = await openListener()
    const other = await openListener()
    setInvalidationBarrier(async () => void (await own.listener.haveAllAcked()))
    const id = await insertStory(paper, { status: 'draft', publishAt: null, publishedAt: null })

    await runCommand(db(), editor, publishStory, { id, expectedVersion: null }, noon)

    expect(own.tagVersions.isStale([`article:${id}`], own.since)).toBe(true)
    expect(other.tagVersions.isStale([`article:${id}`], other.since)).toBe(true)
  })

  test('receives the tags to invalidate when the connection is broken', async () => {
    const received: string[][] = []
    setInvalidationBarrier(async (tags) => void received.push(tags))
    const id = await insertStory(paper, { status: 'draft', publishAt: null, publishedAt: null })

    await runCommand(db(), editor, publishStory, { id, expectedVersion: null }, noon)

    expect(received).toEqual([
      [`article:${id}`, 'front', 'latest', 'category:national', 'month:2026-03'],
    ])
  })
})

test('a server without a connection cannot confirm', async () => {
  const listener = new InvalidationListener({
    url,
    tagVersions: new TagVersions(),
    onError: () => undefined,
  })

  expect(await listener.haveAllAcked()).toBe(false)
})
