import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { ProbeResult } from '@/lib/publication-check/publication-check'
import { freePort } from '@/tools/process/free-port'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { type WorkerOptions, WorkerProcess } from '@/tools/test-harness/processes/worker-process'

// The scheduler with real processes: what readers get, and what is written down, while workers die and lie.
vi.setConfig({ testTimeout: 120_000 })

let paper: FilledPaper
let db: Db
let app: ServerInstance
const workers: WorkerProcess[] = []

beforeAll(async () => {
  paper = await makeFilledPaper(env.DATABASE_URL ?? '', 60)
  db = connectDb(paper.url)
  app = await ServerInstance.start({ databaseUrl: paper.url })
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})
afterAll(async () => {
  await app?.stop()
  await db?.$disconnect()
  await paper?.remove()
})

function work(options: Omit<WorkerOptions, 'databaseUrl'> = {}): WorkerProcess {
  const worker = new WorkerProcess({ databaseUrl: paper.url, ...options })
  workers.push(worker)
  return worker
}

const patient = { timeout: 40_000, interval: 50 }
const lateSeconds = async () => {
  const [row] = await db.$queryRaw<
    { late: number | null }[]
  >`SELECT "schedulerDelaySeconds"() AS "late"`
  return row?.late ?? null
}
const finalizedTimes = (articleId: number) =>
  db.auditEntry.count({ where: { articleId, command: 'finalizeScheduled' } })
const isFinalized = async (id: number) =>
  (await db.article.findUniqueOrThrow({ where: { id } })).status === 'published'
const fromNow = (ms: number) => new Date(Date.now() + ms)

/** Until a worker gives signs of life again. */
async function waitForHealthyWorker(): Promise<void> {
  await db.heartbeat.deleteMany()
  await expect.poll(lateSeconds, patient).toBe(0)
}

test('without a worker a story is public at its second and lists follow; the alarm says so and a worker makes up for it', async () => {
  const story = await paper.newsroom.schedule('ঠিক সময়ের খবর', 4_000)
  const lists = ['/', '/latest', '/national']
  for (const path of lists) await app.request(path)
  expect((await app.request(story.path)).status).toBe(404)

  await expect.poll(async () => (await app.request(story.path)).status, patient).toBe(200)
  const publicAtMs = story.publishAt.getTime()
  expect(Date.now() - publicAtMs).toBeGreaterThanOrEqual(0)
  expect(Date.now() - publicAtMs).toBeLessThan(1_500)
  await expect
    .poll(async () => {
      const answers = await Promise.all(lists.map((path) => app.request(path)))
      return answers.every(({ text }) => text.includes(story.path))
    }, patient)
    .toBe(true)
  expect(Date.now() - publicAtMs).toBeLessThan(10_000)
  expect(await isFinalized(story.id)).toBe(false)
  await db.heartbeat.create({ data: { name: 'scheduler', at: fromNow(-3_000) } })
  await expect.poll(lateSeconds, patient).toBeGreaterThan(5)
  await expect.poll(async () => (await app.health()).clock, patient).toBeGreaterThan(5)

  work()

  await expect.poll(() => isFinalized(story.id), patient).toBe(true)
  await expect.poll(lateSeconds, patient).toBe(0)
  await expect.poll(async () => (await app.health()).clock, patient).toBe(0)
  expect(await finalizedTimes(story.id)).toBe(1)
})

describe('a story goes live exactly once', () => {
  test('with two workers, and one of them killed at the second it is due', async () => {
    const first = work()
    work()
    await waitForHealthyWorker()
    const stories = await Promise.all(
      [0, 1, 2, 3].map((at) => paper.newsroom.schedule(`খবর ${at}`, 3_000 + at * 250)),
    )

    await expect
      .poll(async () => (await app.request(stories[0]?.path ?? '')).status, patient)
      .toBe(200)
    await first.kill()

    for (const { id } of stories) await expect.poll(() => isFinalized(id), patient).toBe(true)
    await expect.poll(() => db.outboxEvent.count(), patient).toBe(0)
    expect(await Promise.all(stories.map(({ id }) => finalizedTimes(id)))).toEqual([1, 1, 1, 1])
    expect(await jobsOf(stories.map(({ id }) => id))).toEqual([1, 1, 1, 1])
  })

  test.each([
    ['an hour ahead', 3_600_000],
    ['an hour behind', -3_600_000],
  ])('by a worker whose own clock is %s', async (_, clockShiftMs) => {
    work({ clockSkewMs: clockShiftMs })
    await waitForHealthyWorker()
    const early = await paper.newsroom.schedule('আধা ঘণ্টা পরের খবর', 1_800_000)
    const due = await paper.newsroom.schedule('এখনকার খবর', 2_000)

    await expect.poll(() => isFinalized(due.id), patient).toBe(true)

    expect(await isFinalized(early.id)).toBe(false)
    expect(await finalizedTimes(due.id)).toBe(1)
    expect(await lateSeconds()).toBe(0)
  })
})

/** How many jobs came of each story's going live. */
async function jobsOf(ids: number[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number; count: number }[]>`
    SELECT (data ->> 'articleId')::int AS "id", count(*)::int AS "count" FROM "jobs"."job"
    WHERE data ->> 'command' = 'finalizeScheduled' GROUP BY 1`
  return ids.map((id) => rows.find((row) => row.id === id)?.count ?? 0)
}

test('a worker that is killed in the middle of a job leaves it to another', async () => {
  // Nobody answers there: the look at the pages takes its time.
  const silent = { PUBLICATION_CHECK_URL: `http://127.0.0.1:${await freePort()}` }
  // What earlier tests left to be looked at would come first.
  await db.$executeRaw`DELETE FROM "jobs"."job"`
  const first = work({ settings: silent })
  await waitForHealthyWorker()
  const story = await paper.newsroom.draft('পড়ে যাওয়া কর্মীর খবর')
  await paper.newsroom.publish(story)
  await expect
    .poll(
      () => db.publicationCheckRun.count({ where: { articleId: story.id, doneAt: null } }),
      patient,
    )
    .toBe(1)

  await first.kill()
  // As on another machine: it must know the paper's own address, which sitemaps name.
  const settings = {
    SITE_URL: `http://localhost:${app.port}`,
    PUBLICATION_CHECK_URL: `http://127.0.0.1:${app.port}`,
  }
  work({ settings })

  await expect
    .poll(() => statesOf(story.id), { timeout: 90_000, interval: 100 })
    .toEqual([expect.arrayContaining(['shown'])])
  expect((await statesOf(story.id)).flat().filter((state) => state !== 'shown')).toEqual([])
})

/** What was found on each page, by each look at the story. */
async function statesOf(articleId: number): Promise<string[][]> {
  const checks = await db.publicationCheckRun.findMany({
    where: { articleId, doneAt: { not: null } },
  })
  return checks.map(({ results }) => (results as ProbeResult[]).map(({ state }) => state))
}

test('a server that works as well ends its work in time when it is stopped, and is begun where it was', async () => {
  const options = { databaseUrl: paper.url, settings: { WORKER: 'on' } }
  const both = await ServerInstance.start(options)
  await waitForHealthyWorker()
  const story = await paper.newsroom.schedule('থামার সময়ের খবর', 1_500)

  const began = performance.now()
  await both.stop()
  const tookMs = performance.now() - began
  const again = await ServerInstance.start(options)
  await expect.poll(() => isFinalized(story.id), patient).toBe(true)
  await again.stop()

  expect(tookMs).toBeLessThan(15_000)
  expect(await finalizedTimes(story.id)).toBe(1)
  expect(again.output).not.toContain('the worker broke')
})
