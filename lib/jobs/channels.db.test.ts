import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noteChange } from '@/lib/articles/edit-commands'
import {
  moveStory,
  publishStory,
  restoreStory,
  scheduleStory,
  withdrawStory,
} from '@/lib/articles/publish-commands'
import { mergeCategories, renameCategory } from '@/lib/categories/commands'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { mergeContributors, mergeTopics } from '@/lib/people/keep-commands'
import { serve } from '@/scripts/test/http'
import {
  addStories,
  addStory,
  at,
  emptyPaper,
  hours,
  type TestPaper,
} from '@/scripts/test/little-paper'
import { admin, editor } from '@/scripts/test/newsroom'
import type { Channel } from './channel'
import { indexNowTo } from './index-now'
import { Queue } from './queue'
import { retryJob } from './queue-commands'
import { listQueued } from './queue-queries'

/** What a stand-in was told, as it came over the line. */
type Heard = { url: string; type: string | undefined; body: string }
/** How a stand-in answers; one that is silent does not. */
type Manner = { status: number; retryAfter?: string } | 'silent'

const siteUrl = 'https://paper.example'
const key = 'Ab12-CdEf34'
const patient = { timeout: 15_000, interval: 50 }

let paper: TestPaper
let heard: Heard[]
let manner: Manner
let server: Server
let faults: unknown[]
const running: Queue[] = []

beforeEach(async () => {
  paper = await emptyPaper()
  heard = []
  faults = []
  manner = { status: 200 }
  server = await serve((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      const body = Buffer.concat(parts).toString()
      heard.push({ url: req.url ?? '', type: req.headers['content-type'], body })
      if (manner === 'silent') return
      const { status, retryAfter } = manner
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

const standIn = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/indexnow`

/** IndexNow as the paper has it, told at once. */
const told = (given: Partial<Channel> = {}): Channel => ({
  ...indexNowTo({ key, url: standIn(), siteUrl }),
  gatherSeconds: 0,
  ...given,
})

async function open(channel: Channel = told()): Promise<Queue> {
  const queue = await Queue.start({
    ...{ url: env.DATABASE_URL ?? '', db: db(), jobs: [], channels: [channel] },
    onError: (error) => faults.push(error),
  })
  running.push(queue)
  return queue
}

const now = () => new Date()
const draft = () => addStory(paper, { status: 'draft', publishAt: null, publishedAt: null })
const ref = async (id: number) => {
  const { version } = await db().article.findUniqueOrThrow({ where: { id } })
  return { id, expectedVersion: version }
}
async function publish(): Promise<number> {
  const id = await draft()
  expect(await publishStory(db(), editor, await ref(id), now())).toMatchObject({ ok: true })
  return id
}

const addressesIn = ({ body }: Heard): string[] => JSON.parse(body).urlList
const untilHeard = (count: number) => vi.waitUntil(() => heard.length >= count, patient)
const untilTold = () =>
  expect.poll(async () => [await db().ping.count(), await listQueued()], patient).toEqual([0, []])

describe('IN1 search engines are told', () => {
  test('what the protocol wants to know, and nothing else', async () => {
    const queue = await open()
    const id = await publish()

    await queue.handOver()
    await untilTold()

    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatchObject({
      url: '/indexnow',
      type: 'application/json; charset=utf-8',
    })
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      host: 'paper.example',
      key,
      keyLocation: `https://paper.example/${key}.txt`,
      urlList: [`https://paper.example/national/${id}`],
    })
  })

  test('of a moved story under both its addresses, and of a withdrawn one', async () => {
    const queue = await open()
    const moved = await addStory(paper)
    const withdrawn = await addStory(paper)
    const move = { ...(await ref(moved)), category: 'sports' }
    await moveStory(db(), editor, move, now())
    const reason = 'ভুল খবর'
    await withdrawStory(db(), editor, { ...(await ref(withdrawn)), reason }, now())

    await queue.handOver()
    await untilTold()

    expect(heard.flatMap(addressesIn).toSorted()).toEqual(
      [`/national/${moved}`, `/national/${withdrawn}`, `/sports/${moved}`]
        .map((path) => siteUrl + path)
        .toSorted(),
    )
  })

  test('of a correction that was noted', async () => {
    const queue = await open()
    const id = await addStory(paper)
    const note = { kind: 'correction', note: 'সংখ্যাটি ৪২ হবে।' } as const
    await noteChange(db(), editor, { ...(await ref(id)), ...note }, now())

    await queue.handOver()
    await untilTold()

    expect(heard.flatMap(addressesIn)).toEqual([`${siteUrl}/national/${id}`])
  })

  test('of a renamed category: of its list and its stories, where they were and where they are', async () => {
    const queue = await open()
    const [first, second] = [await addStory(paper), await addStory(paper)]
    await addStory(paper, { categoryId: paper.sports.id })
    await draft()
    await renameCategory(db(), admin, { slug: 'national', newSlug: 'desh' })
    await renameCategory(db(), admin, { slug: 'desh', newSlug: 'bangladesh' })

    await queue.handOver()
    await untilTold()

    const slugs = ['national', 'desh', 'bangladesh']
    const paths = slugs.flatMap((slug) => ['', `/${first}`, `/${second}`].map((end) => slug + end))
    expect(heard.flatMap(addressesIn).toSorted()).toEqual(
      paths.map((path) => `${siteUrl}/${path}`).toSorted(),
    )
  })

  test('of merged categories, topics and authors', async () => {
    const queue = await open()
    const { flood, election, person, desk } = paper
    const id = await addStory(paper, { categoryId: paper.dhaka.id })
    await mergeCategories(db(), admin, { slug: 'dhaka', into: 'sports' }, now())
    await mergeTopics(db(), editor, { id: flood.id, intoId: election.id }, now())
    await mergeContributors(db(), editor, { id: person.id, intoId: desk.id }, now())

    await queue.handOver()
    await untilTold()

    const categories = ['/country', '/dhaka', '/sports', `/dhaka/${id}`, `/sports/${id}`]
    const names = [flood, election].map(({ slug }) => `/topic/${slug}`)
    const authors = [person, desk].map(({ slug }) => `/author/${slug}`)
    expect(heard.flatMap(addressesIn).toSorted()).toEqual(
      [...categories, ...names, ...authors].map((path) => siteUrl + path).toSorted(),
    )
  })

  test('of a category of many stories by requests of no more than 10,000 addresses, each once', async () => {
    const queue = await open()
    const categoryIds = [paper.national.id]
    await addStories(9_003, { from: at(-hours(4)), stepMs: 1_000, categoryIds })
    await renameCategory(db(), admin, { slug: 'national', newSlug: 'desh' })
    manner = { status: 429 }
    await queue.handOver()
    await expect
      .poll(shown, patient)
      .toMatchObject({ fault: 'IndexNow answers 429', waiting: 9_005 })

    manner = { status: 200 }
    await letTry()
    await untilTold()

    const requests = heard.slice(1).map(addressesIn)
    expect(requests.map((urls) => urls.length)).toEqual([8_002, 8_000, 2_006])
    expect(new Set(requests.flat()).size).toBe(2 * 9_004)
  }, 60_000)

  test('of many publications within a few seconds by one request', async () => {
    const queue = await open(told({ gatherSeconds: 2 }))
    const ids: number[] = []
    for (let count = 0; count < 12; count += 1) {
      ids.push(await publish())
      await queue.handOver()
    }

    await untilTold()

    expect(heard.map((each) => addressesIn(each).length)).toEqual([12])
    expect(heard.flatMap(addressesIn)).toEqual(ids.map((id) => `${siteUrl}/national/${id}`))
  })

  test('once by all workers together', async () => {
    const queues = [await open(), await open()]
    await publish()

    await Promise.all([...queues, ...queues].map((queue) => queue.handOver()))
    await untilTold()

    expect(heard).toHaveLength(1)
  })

  test('nothing of a story that readers do not have yet: its address is nobody’s business', async () => {
    const queue = await open()
    const id = await draft()
    const publishAt = new Date(Date.now() + 3_600_000)
    await scheduleStory(db(), editor, { ...(await ref(id)), publishAt }, now())
    await moveStory(db(), editor, { ...(await ref(id)), category: 'sports' }, now())

    await queue.handOver()
    await untilTold()

    expect(await db().followUp.count()).toBe(0)
    expect(heard).toEqual([])
  })

  test('of a story that is back where it stood', async () => {
    const queue = await open()
    const id = await addStory(paper, { status: 'withdrawn', withdrawnAt: now() })
    await restoreStory(db(), editor, await ref(id), now())

    await queue.handOver()
    await untilTold()

    expect(heard.flatMap(addressesIn)).toEqual([`${siteUrl}/national/${id}`])
  })

  test('nothing by a paper without a key: no job is even made', async () => {
    const queue = await open(indexNowTo({ key: undefined, url: standIn(), siteUrl }))
    await publish()

    await queue.handOver()

    expect(await db().ping.count()).toBe(0)
    expect(await listQueued()).toEqual([])
    expect(heard).toEqual([])
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
    manner = how
    const id = await publish()
    await queue.handOver()
    await expect
      .poll(shown, patient)
      .toEqual({ name: 'indexNow', state: 'waiting', fault, waiting: 1 })
    expect(await secondsUntilNext()).toBeGreaterThan(3)

    manner = { status: 202 }
    await letTry()
    await untilTold()

    expect(heard.map(addressesIn)).toEqual([
      [`${siteUrl}/national/${id}`],
      [`${siteUrl}/national/${id}`],
    ])
  })

  test('because nobody is there, likewise', async () => {
    const channel = told()
    const queue = await open(channel)
    server.close()
    await publish()
    await queue.handOver()

    await expect
      .poll(shown, patient)
      .toMatchObject({ state: 'waiting', fault: expect.stringMatching(/does not answer$/) })
    expect(await db().ping.count()).toBe(1)
  })

  test('they are left alone for as long as they ask, and what happens meanwhile is gathered', async () => {
    const queue = await open()
    manner = { status: 429, retryAfter: '1800' }
    await publish()
    await queue.handOver()
    await expect.poll(shown, patient).toMatchObject({ fault: 'IndexNow answers 429' })
    expect(await secondsUntilNext()).toBeGreaterThan(1_700)

    await publish()
    await queue.handOver()
    await queue.handOver()
    expect(await shown()).toMatchObject({ state: 'waiting', waiting: 2 })
    manner = { status: 200 }
    await letTry()
    await untilTold()

    expect(heard.map((each) => addressesIn(each).length)).toEqual([1, 2])
  })

  test.each([400, 403, 422])(
    'because of us (%i) it is not tried again before somebody says so',
    async (status) => {
      const queue = await open()
      manner = { status }
      await publish()
      await queue.handOver()
      await expect.poll(shown, patient).toEqual({
        name: 'indexNow',
        state: 'failed',
        fault: `IndexNow answers ${status}`,
        waiting: 1,
      })
      await queue.handOver()
      expect(heard).toHaveLength(1)

      manner = { status: 200 }
      const [failed] = await listQueued()
      expect(await retryJob(db(), editor, { id: failed?.id ?? '' })).toMatchObject({ ok: true })
      await untilTold()

      expect(heard).toHaveLength(2)
    },
  )

  test('what failed for good is told with the next publication, and two jobs never stand there', async () => {
    const queue = await open()
    manner = { status: 403 }
    const first = await publish()
    await queue.handOver()
    await expect.poll(shown, patient).toMatchObject({ state: 'failed' })
    const [failed] = await listQueued()

    manner = { status: 200 }
    const second = await publish()
    await queue.handOver()
    const late = await retryJob(db(), editor, { id: failed?.id ?? '' })
    await untilTold()

    expect(late).toEqual({ ok: false, reason: 'noSuchJob' })
    expect(addressesIn(heard[1] as Heard)).toEqual(
      [first, second].map((id) => `${siteUrl}/national/${id}`),
    )
  })

  test('because the worker was stopped in the middle, the next one tells it', async () => {
    const queue = await open()
    manner = 'silent'
    await publish()
    await queue.handOver()
    await untilHeard(1)
    await queue.stop()
    running.splice(0)
    expect(await db().ping.count()).toBe(1)

    manner = { status: 200 }
    await open()
    await letTry()
    await untilTold()

    expect(heard).toHaveLength(2)
  })
})

test('what waits for one who is no longer set up is dropped', async () => {
  const queue = await open()
  manner = { status: 500 }
  await publish()
  await queue.handOver()
  await expect.poll(shown, patient).toMatchObject({ fault: 'IndexNow answers 500' })
  await queue.stop()
  running.splice(0)

  await open(indexNowTo({ key: undefined, url: standIn(), siteUrl }))

  expect(await db().ping.count()).toBe(0)
  expect(await listQueued()).toEqual([])
})
