import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mergeCategories, renameCategory } from '@/lib/categories/commands'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { noteChange } from '@/lib/newsroom/publish/edit-commands'
import {
  moveStory,
  publishStory,
  restoreStory,
  scheduleStory,
  withdrawStory,
} from '@/lib/newsroom/publish/publish-commands'
import { retryJob } from '@/lib/queue/queue-commands'
import { listQueued } from '@/lib/queue/queue-queries'
import { mergeContributors, mergeTopics } from '@/lib/taxonomy/edit-commands'
import { JobQueue } from '@/lib/worker/job-queue'
import { admin, editor } from '@/tools/test-harness/fixtures/actors'
import { startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import {
  at,
  hours,
  insertStories,
  insertStory,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { createIndexNowChannel } from './index-now'
import type { NotificationChannel } from './notification-channel'

/** What a stand-in was told, as it came over the line. */
type ReceivedRequest = { url: string; type: string | undefined; body: string }
/** How a stand-in answers; one that is silent does not. */
type StubReply = { status: number; retryAfter?: string } | 'silent'

const siteUrl = 'https://paper.example'
const key = 'Ab12-CdEf34'
const waitOptions = { timeout: 15_000, interval: 50 }

let paper: TestPaper
let received: ReceivedRequest[]
let stubReply: StubReply
let server: Server
let errors: unknown[]
const running: JobQueue[] = []

beforeEach(async () => {
  paper = await resetToTestPaper()
  received = []
  errors = []
  stubReply = { status: 200 }
  server = await startHttpServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      const body = Buffer.concat(parts).toString()
      received.push({ url: req.url ?? '', type: req.headers['content-type'], body })
      if (stubReply === 'silent') return
      const { status, retryAfter } = stubReply
      res.writeHead(status, retryAfter === undefined ? {} : { 'Retry-After': retryAfter }).end()
    })
  })
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((queue) => queue.stop()))
  await db().$executeRaw`DELETE FROM "jobs"."job"`
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const stubUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/indexnow`

/** IndexNow as the paper has it, told at once. */
const testChannel = (given: Partial<NotificationChannel> = {}): NotificationChannel => ({
  ...createIndexNowChannel({ key, url: stubUrl(), siteUrl }),
  batchDelaySeconds: 0,
  ...given,
})

async function open(channel: NotificationChannel = testChannel()): Promise<JobQueue> {
  const queue = await JobQueue.start({
    url: env.DATABASE_URL ?? '',
    db: db(),
    jobs: [],
    channels: [channel],
    onError: (error) => errors.push(error),
  })
  running.push(queue)
  return queue
}

const now = () => new Date()
const draft = () => insertStory(paper, { status: 'draft', publishAt: null, publishedAt: null })
const ref = async (id: number) => {
  const { version } = await db().article.findUniqueOrThrow({ where: { id } })
  return { id, expectedVersion: version }
}
async function publish(): Promise<number> {
  const id = await draft()
  expect(await runCommand(db(), editor, publishStory, await ref(id), now())).toMatchObject({
    ok: true,
  })
  return id
}

const addressesIn = ({ body }: ReceivedRequest): string[] => JSON.parse(body).urlList
const waitForRequests = (count: number) => vi.waitUntil(() => received.length >= count, waitOptions)
const waitUntilDelivered = () =>
  expect
    .poll(async () => [await db().pendingNotification.count(), await listQueued()], waitOptions)
    .toEqual([0, []])

describe('IN1 search engines are told', () => {
  test('what the protocol wants to know, and nothing else', async () => {
    const queue = await open()
    const id = await publish()

    await queue.dispatchOutbox()
    await waitUntilDelivered()

    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      url: '/indexnow',
      type: 'application/json; charset=utf-8',
    })
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      host: 'paper.example',
      key,
      keyLocation: `https://paper.example/${key}.txt`,
      urlList: [`https://paper.example/national/${id}`],
    })
  })

  test('of a moved story under both its addresses, and of a withdrawn one', async () => {
    const queue = await open()
    const moved = await insertStory(paper)
    const withdrawn = await insertStory(paper)
    const move = { ...(await ref(moved)), category: 'sports' }
    await runCommand(db(), editor, moveStory, move, now())
    const reason = 'ভুল খবর'
    await runCommand(db(), editor, withdrawStory, { ...(await ref(withdrawn)), reason }, now())

    await queue.dispatchOutbox()
    await waitUntilDelivered()

    expect(received.flatMap(addressesIn).toSorted()).toEqual(
      [`/national/${moved}`, `/national/${withdrawn}`, `/sports/${moved}`]
        .map((path) => siteUrl + path)
        .toSorted(),
    )
  })

  test('of a correction that was noted', async () => {
    const queue = await open()
    const id = await insertStory(paper)
    const note = { kind: 'correction', note: 'সংখ্যাটি ৪২ হবে।' } as const
    await runCommand(db(), editor, noteChange, { ...(await ref(id)), ...note }, now())

    await queue.dispatchOutbox()
    await waitUntilDelivered()

    expect(received.flatMap(addressesIn)).toEqual([`${siteUrl}/national/${id}`])
  })

  test('of a renamed category: of its list and its stories, where they were and where they are', async () => {
    const queue = await open()
    const [first, second] = [await insertStory(paper), await insertStory(paper)]
    await insertStory(paper, { categoryId: paper.sports.id })
    await draft()
    await runCommand(db(), admin, renameCategory, { slug: 'national', newSlug: 'desh' })
    await runCommand(db(), admin, renameCategory, { slug: 'desh', newSlug: 'bangladesh' })

    await queue.dispatchOutbox()
    await waitUntilDelivered()

    const slugs = ['national', 'desh', 'bangladesh']
    const paths = slugs.flatMap((slug) => ['', `/${first}`, `/${second}`].map((end) => slug + end))
    expect(received.flatMap(addressesIn).toSorted()).toEqual(
      paths.map((path) => `${siteUrl}/${path}`).toSorted(),
    )
  })

  test('of merged categories, topics and authors', async () => {
    const queue = await open()
    const { flood, election, person, desk } = paper
    const id = await insertStory(paper, { categoryId: paper.dhaka.id })
    await runCommand(db(), admin, mergeCategories, { slug: 'dhaka', into: 'sports' }, now())
    await runCommand(db(), editor, mergeTopics, { id: flood.id, intoId: election.id }, now())
    await runCommand(db(), editor, mergeContributors, { id: person.id, intoId: desk.id }, now())

    await queue.dispatchOutbox()
    await waitUntilDelivered()

    const categories = ['/country', '/dhaka', '/sports', `/dhaka/${id}`, `/sports/${id}`]
    const names = [flood, election].map(({ slug }) => `/topic/${slug}`)
    const authors = [person, desk].map(({ slug }) => `/author/${slug}`)
    expect(received.flatMap(addressesIn).toSorted()).toEqual(
      [...categories, ...names, ...authors].map((path) => siteUrl + path).toSorted(),
    )
  })

  test('of a category of many stories by requests of no more than 10,000 addresses, each once', async () => {
    const queue = await open()
    const categoryIds = [paper.national.id]
    await insertStories(9_003, { from: at(-hours(4)), stepMs: 1_000, categoryIds })
    await runCommand(db(), admin, renameCategory, { slug: 'national', newSlug: 'desh' })
    stubReply = { status: 429 }
    await queue.dispatchOutbox()
    await expect
      .poll(shown, waitOptions)
      .toMatchObject({ fault: 'IndexNow answers 429', waiting: 9_005 })

    stubReply = { status: 200 }
    await letTry()
    await waitUntilDelivered()

    const requests = received.slice(1).map(addressesIn)
    expect(requests.map((urls) => urls.length)).toEqual([8_002, 8_000, 2_006])
    expect(new Set(requests.flat()).size).toBe(2 * 9_004)
  }, 60_000)

  test('of many publications within a few seconds by one request', async () => {
    const queue = await open(testChannel({ batchDelaySeconds: 2 }))
    const ids: number[] = []
    for (let count = 0; count < 12; count += 1) {
      ids.push(await publish())
      await queue.dispatchOutbox()
    }

    await waitUntilDelivered()

    expect(received.map((each) => addressesIn(each).length)).toEqual([12])
    expect(received.flatMap(addressesIn)).toEqual(ids.map((id) => `${siteUrl}/national/${id}`))
  })

  test('once by all workers together', async () => {
    const queues = [await open(), await open()]
    await publish()

    await Promise.all([...queues, ...queues].map((queue) => queue.dispatchOutbox()))
    await waitUntilDelivered()

    expect(received).toHaveLength(1)
  })

  test('nothing of a story that readers do not have yet: its address is nobody’s business', async () => {
    const queue = await open()
    const id = await draft()
    const publishAt = new Date(Date.now() + 3_600_000)
    await runCommand(db(), editor, scheduleStory, { ...(await ref(id)), publishAt }, now())
    await runCommand(db(), editor, moveStory, { ...(await ref(id)), category: 'sports' }, now())

    await queue.dispatchOutbox()
    await waitUntilDelivered()

    expect(await db().outboxEvent.count()).toBe(0)
    expect(received).toEqual([])
  })

  test('of a story that is back where it stood', async () => {
    const queue = await open()
    const id = await insertStory(paper, { status: 'withdrawn', withdrawnAt: now() })
    await runCommand(db(), editor, restoreStory, await ref(id), now())

    await queue.dispatchOutbox()
    await waitUntilDelivered()

    expect(received.flatMap(addressesIn)).toEqual([`${siteUrl}/national/${id}`])
  })

  test('nothing by a paper without a key: no job is even made', async () => {
    const queue = await open(createIndexNowChannel({ key: undefined, url: stubUrl(), siteUrl }))
    await publish()

    await queue.dispatchOutbox()

    expect(await db().pendingNotification.count()).toBe(0)
    expect(await listQueued()).toEqual([])
    expect(received).toEqual([])
  })
})

/** What the newsroom sees of the one job. */
const shown = async () => {
  const [job] = await listQueued()
  return job && { name: job.name, state: job.state, fault: job.fault, waiting: job.waiting }
}

const secondsUntilNext = async () => {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM "start_after" - now())::float8 AS "seconds" FROM "jobs"."job" WHERE "name" = 'indexNow'`
  return row?.seconds ?? 0
}

/** The hour of the next try has come. */
const letTry = () =>
  db().$executeRaw`UPDATE "jobs"."job" SET "start_after" = now() WHERE "state" = 'retry'`

describe('when they cannot be told', () => {
  test.each([
    ['are broken', { status: 500 } as const, 'IndexNow answers 500'],
    ['have enough', { status: 429 } as const, 'IndexNow answers 429'],
  ])('because they %s, it is seen in the newsroom and tried again later', async (_, how, fault) => {
    const queue = await open()
    stubReply = how
    const id = await publish()
    await queue.dispatchOutbox()
    await expect
      .poll(shown, waitOptions)
      .toEqual({ name: 'indexNow', state: 'waiting', fault, waiting: 1 })
    expect(await secondsUntilNext()).toBeGreaterThan(3)

    stubReply = { status: 202 }
    await letTry()
    await waitUntilDelivered()

    expect(received.map(addressesIn)).toEqual([
      [`${siteUrl}/national/${id}`],
      [`${siteUrl}/national/${id}`],
    ])
  })

  test('because nobody is there, likewise', async () => {
    const channel = testChannel()
    const queue = await open(channel)
    server.close()
    await publish()
    await queue.dispatchOutbox()

    await expect
      .poll(shown, waitOptions)
      .toMatchObject({ state: 'waiting', fault: expect.stringMatching(/does not answer$/) })
    expect(await db().pendingNotification.count()).toBe(1)
  })

  test('they are left alone for as long as they ask, and what happens meanwhile is gathered', async () => {
    const queue = await open()
    stubReply = { status: 429, retryAfter: '1800' }
    await publish()
    await queue.dispatchOutbox()
    await expect.poll(shown, waitOptions).toMatchObject({ fault: 'IndexNow answers 429' })
    expect(await secondsUntilNext()).toBeGreaterThan(1_700)

    await publish()
    await queue.dispatchOutbox()
    await queue.dispatchOutbox()
    expect(await shown()).toMatchObject({ state: 'waiting', waiting: 2 })
    stubReply = { status: 200 }
    await letTry()
    await waitUntilDelivered()

    expect(received.map((each) => addressesIn(each).length)).toEqual([1, 2])
  })

  test.each([400, 403, 422])(
    'because of us (%i) it is not tried again before somebody says so',
    async (status) => {
      const queue = await open()
      stubReply = { status }
      await publish()
      await queue.dispatchOutbox()
      await expect.poll(shown, waitOptions).toEqual({
        name: 'indexNow',
        state: 'failed',
        fault: `IndexNow answers ${status}`,
        waiting: 1,
      })
      await queue.dispatchOutbox()
      expect(received).toHaveLength(1)

      stubReply = { status: 200 }
      const [failed] = await listQueued()
      expect(await runCommand(db(), editor, retryJob, { id: failed?.id ?? '' })).toMatchObject({
        ok: true,
      })
      await waitUntilDelivered()

      expect(received).toHaveLength(2)
    },
  )

  test('what failed for good is told with the next publication, and two jobs never stand there', async () => {
    const queue = await open()
    stubReply = { status: 403 }
    const first = await publish()
    await queue.dispatchOutbox()
    await expect.poll(shown, waitOptions).toMatchObject({ state: 'failed' })
    const [failed] = await listQueued()

    stubReply = { status: 200 }
    const second = await publish()
    await queue.dispatchOutbox()
    const late = await runCommand(db(), editor, retryJob, { id: failed?.id ?? '' })
    await waitUntilDelivered()

    expect(late).toEqual({ ok: false, reason: 'noSuchJob' })
    expect(addressesIn(received[1] as ReceivedRequest)).toEqual(
      [first, second].map((id) => `${siteUrl}/national/${id}`),
    )
  })

  test('because the worker was stopped in the middle, the next one tells it', async () => {
    const queue = await open()
    stubReply = 'silent'
    await publish()
    await queue.dispatchOutbox()
    await waitForRequests(1)
    await queue.stop()
    running.splice(0)
    expect(await db().pendingNotification.count()).toBe(1)

    stubReply = { status: 200 }
    await open()
    await letTry()
    await waitUntilDelivered()

    expect(received).toHaveLength(2)
  })
})

test('what waits for one who is no longer set up is dropped', async () => {
  const queue = await open()
  stubReply = { status: 500 }
  await publish()
  await queue.dispatchOutbox()
  await expect.poll(shown, waitOptions).toMatchObject({ fault: 'IndexNow answers 500' })
  await queue.stop()
  running.splice(0)

  await open(createIndexNowChannel({ key: undefined, url: stubUrl(), siteUrl }))

  expect(await db().pendingNotification.count()).toBe(0)
  expect(await listQueued()).toEqual([])
})
