import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import messages from '@/messages/bn.json'
import { waitForAcks } from '@/tools/database/wait-for-acks'
import { fillPaper } from '@/tools/synthetic-data/fill-paper'
import { LoadGenerator, roundRobin } from '@/tools/test-harness/processes/load-generator'
import { NewsroomClient } from '@/tools/test-harness/processes/newsroom-client'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { TestPostgres } from '@/tools/test-harness/processes/test-postgres'

// A production server on a PostgreSQL of its own, which is stopped, frozen and started again while readers come.
const dataDir = mkdtempSync(join(tmpdir(), 'dainik-outage-'))
let postgres: TestPostgres
let app: ServerInstance
let desk: NewsroomClient
let cachedPaths: string[]
let uncachedPaths: () => string

beforeAll(async () => {
  postgres = await TestPostgres.start()
  await fillPaper(postgres.url, 400)
  app = await ServerInstance.start({ databaseUrl: postgres.url, dataDir })
  desk = new NewsroomClient(postgres.url)
  const paths = await desk.paths(400)
  cachedPaths = [
    '/',
    '/latest',
    '/national',
    '/no-such-page',
    '/robots.txt',
    '/sitemap.xml',
    ...paths.slice(0, 20),
  ]
  uncachedPaths = roundRobin(paths.slice(20))
})
afterAll(async () => {
  await desk?.disconnect()
  await app?.kill()
  await postgres?.remove()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const path of cachedPaths) await app.request(path)
})

const soon = { timeout: 10_000, interval: 20 }
const databaseIs = (state: string) =>
  vi.waitFor(async () => expect((await app.health()).database).toBe(state), soon)

/** Readers of kept pages and of others, while `happen` does. */
async function whileReadersCome(happen: () => Promise<void>) {
  const cachedResponses = new LoadGenerator(app.port, {
    perSecond: 50,
    next: roundRobin(cachedPaths),
  })
  const uncachedResponses = new LoadGenerator(app.port, {
    perSecond: 10,
    next: uncachedPaths,
    headers: {},
  })
  await happen()
  const seen = {
    cachedPaths: await cachedResponses.stop(),
    uncachedPaths: await uncachedResponses.stop(),
  }
  return { ...seen, failures: [...cachedResponses.failures, ...uncachedResponses.failures] }
}
type Seen = Awaited<ReturnType<typeof whileReadersCome>>

/** The Bengali page for bad times, and when to come back. */
const isRetryable = ({ status, headers, text }: Seen['uncachedPaths'][number]) =>
  status === 503 &&
  headers['retry-after'] === '30' &&
  text.includes('<html lang="bn"') &&
  text.includes(messages.errors.unavailableTitle)

/** What holds in every outage. */
function expectNobodyLost({ cachedPaths, uncachedPaths, failures }: Seen): void {
  const usual = (path: string) => (path === '/no-such-page' ? 404 : 200)
  const lost = cachedPaths.filter(({ status, path }) => status !== usual(path))
  const refused = uncachedPaths.filter(({ status }) => status !== 200)

  expect(failures).toEqual([])
  expect(lost.map(({ path, status }) => `${path} ${status}`)).toEqual([])
  expect(refused.filter((each) => !isRetryable(each)).map(({ path }) => path)).toEqual([])
  expect(Math.max(...[...cachedPaths, ...uncachedPaths].map(({ ms }) => ms))).toBeLessThan(5_000)
}

/** All is as it was, without a hand: what was never made is made, and news arrive. */
async function expectHealed(): Promise<void> {
  await databaseIs('connected')
  const story = await desk.draft('সব ঠিক হয়েছে')
  expect((await app.request(uncachedPaths())).status).toBe(200)
  expect((await app.request(story.path)).status).toBe(404)
  await desk.publish(story)
  await waitForAcks(postgres.url)
  expect((await app.request(story.path)).status).toBe(200)
}

describe('PostgreSQL goes while readers come: what was served is served, the rest is told to come back', () => {
  test('stopped', async () => {
    const seen = await whileReadersCome(async () => {
      await wait(500)
      await postgres.stop()
      await wait(2_000)
    })

    expectNobodyLost(seen)
    expect(seen.uncachedPaths.map(({ status }) => status)).toContain(503)
    await postgres.restart()
    await expectHealed()
  })

  test('frozen: it takes connections and never answers', async () => {
    const seen = await whileReadersCome(async () => {
      await wait(500)
      postgres.freeze()
      await databaseIs('gone')
      await wait(1_000)
    })

    expectNobodyLost(seen)
    expect(seen.uncachedPaths.map(({ status }) => status)).toContain(503)
    postgres.thaw()
    await expectHealed()
  })

  test('restarted', async () => {
    const seen = await whileReadersCome(async () => {
      await wait(500)
      await postgres.stop()
      await postgres.restart()
      await databaseIs('connected')
      await wait(500)
    })

    expectNobodyLost(seen)
    await expectHealed()
  })

  test('the newsroom says when to come again', async () => {
    const page = '/newsroom/link/0123456789012345678901234567890123456789012'
    await postgres.stop()

    const { status, headers } = await app.request(page)

    expect([status, headers['retry-after']]).toEqual([503, '5'])
    await postgres.restart()
    await databaseIs('connected')
    expect((await app.request(page)).status).toBe(404)
  })

  test('right after a publication: old lists stand in', async () => {
    await desk.publish(await desk.draft('শেষ মুহূর্তের খবর'))
    await waitForAcks(postgres.url)
    await postgres.stop()

    const answers = await Promise.all(
      ['/', '/latest', '/national'].map((path) => app.request(path)),
    )

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await postgres.restart()
    await expectHealed()
  })
})

test('HT1 started anew while the database is down, the server reads from its disk what it served before', async () => {
  await app.stop()
  await postgres.stop()

  app = await ServerInstance.start({ databaseUrl: postgres.url, dataDir })
  const pages = cachedPaths.filter((path) => path !== '/no-such-page')
  const answers = await Promise.all(pages.map((path) => app.request(path)))
  const other = await app.request('/culture/page/1')

  expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200))
  expect([other.status, other.headers['retry-after']]).toEqual([503, '30'])
  await postgres.restart()
  await expectHealed()
})

test('RB7 begun while the database is down, with nothing kept, the server answers robots.txt, and lets none in whom the paper may keep out', async () => {
  await postgres.stop()

  const fresh = await ServerInstance.start({ databaseUrl: postgres.url })
  const robots = await fresh.request('/robots.txt')
  const sitemap = await fresh.request('/sitemap.xml')
  await fresh.stop()
  await postgres.restart()

  expect(robots.status).toBe(200)
  expect(robots.text).toMatch(/^User-agent: GPTBot$/m)
  expect(robots.text).toMatch(/^Sitemap: http.+\/sitemap\.xml$/m)
  expect([sitemap.status, sitemap.headers['retry-after']]).toEqual([503, '30'])
})
