import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { ProofItem } from '@/lib/jobs/proof'
import { freePort } from '@/scripts/free-port'
import { Instance } from '@/scripts/real/instance'
import { makePaper, type OwnPaper } from '@/scripts/real/paper'
import { WorkerProcess, type WorkerWish } from '@/scripts/real/worker'

// The publishing clock with real processes: what readers get, and what is written down, while workers die and lie.
vi.setConfig({ testTimeout: 120_000 })

let paper: OwnPaper
let db: Db
let app: Instance
const workers: WorkerProcess[] = []

beforeAll(async () => {
  paper = await makePaper(env.DATABASE_URL ?? '', 60)
  db = connectDb(paper.url)
  app = await Instance.start({ databaseUrl: paper.url })
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})
afterAll(async () => {
  await app?.stop()
  await db?.$disconnect()
  await paper?.remove()
})

function work(wish: Omit<WorkerWish, 'databaseUrl'> = {}): WorkerProcess {
  const worker = new WorkerProcess({ databaseUrl: paper.url, ...wish })
  workers.push(worker)
  return worker
}

const patient = { timeout: 40_000, interval: 50 }
const lateSeconds = async () => {
  const [row] = await db.$queryRaw<{ late: number | null }[]>`SELECT "clockLateSeconds"() AS "late"`
  return row?.late ?? null
}
const settledTimes = (articleId: number) =>
  db.auditEntry.count({ where: { articleId, act: 'settleDue' } })
const isSettled = async (id: number) =>
  (await db.article.findUniqueOrThrow({ where: { id } })).status === 'published'
const fromNow = (ms: number) => new Date(Date.now() + ms)

/** Until a worker gives signs of life again. */
async function untilWell(): Promise<void> {
  await db.heartbeat.deleteMany()
  await expect.poll(lateSeconds, patient).toBe(0)
}

test('without a worker a story is public at its second and lists follow; the alarm says so and a worker makes up for it', async () => {
  const story = await paper.desk.plan('ঠিক সময়ের খবর', 4_000)
  const lists = ['/', '/latest', '/national']
  for (const path of lists) await app.ask(path)
  expect((await app.ask(story.path)).status).toBe(404)

  await expect.poll(async () => (await app.ask(story.path)).status, patient).toBe(200)
  const publicAtMs = story.publishAt.getTime()
  expect(Date.now() - publicAtMs).toBeGreaterThanOrEqual(0)
  expect(Date.now() - publicAtMs).toBeLessThan(1_500)
  await expect
    .poll(async () => {
      const answers = await Promise.all(lists.map((path) => app.ask(path)))
      return answers.every(({ text }) => text.includes(story.path))
    }, patient)
    .toBe(true)
  expect(Date.now() - publicAtMs).toBeLessThan(10_000)
  expect(await isSettled(story.id)).toBe(false)
  await db.heartbeat.create({ data: { name: 'clock', at: fromNow(-3_000) } })
  await expect.poll(lateSeconds, patient).toBeGreaterThan(5)
  await expect.poll(async () => (await app.health()).clock, patient).toBeGreaterThan(5)

  work()

  await expect.poll(() => isSettled(story.id), patient).toBe(true)
  await expect.poll(lateSeconds, patient).toBe(0)
  await expect.poll(async () => (await app.health()).clock, patient).toBe(0)
  expect(await settledTimes(story.id)).toBe(1)
})

describe('a story goes live exactly once', () => {
  test('with two workers, and one of them killed at the second it is due', async () => {
    const first = work()
    work()
    await untilWell()
    const stories = await Promise.all(
      [0, 1, 2, 3].map((at) => paper.desk.plan(`খবর ${at}`, 3_000 + at * 250)),
    )

    await expect.poll(async () => (await app.ask(stories[0]?.path ?? '')).status, patient).toBe(200)
    await first.kill()

    for (const { id } of stories) await expect.poll(() => isSettled(id), patient).toBe(true)
    await expect.poll(() => db.followUp.count(), patient).toBe(0)
    expect(await Promise.all(stories.map(({ id }) => settledTimes(id)))).toEqual([1, 1, 1, 1])
    expect(await jobsOf(stories.map(({ id }) => id))).toEqual([1, 1, 1, 1])
  })

  test.each([
    ['an hour ahead', 3_600_000],
    ['an hour behind', -3_600_000],
  ])('by a worker whose own clock is %s', async (_, clockShiftMs) => {
    work({ clockShiftMs })
    await untilWell()
    const early = await paper.desk.plan('আধা ঘণ্টা পরের খবর', 1_800_000)
    const due = await paper.desk.plan('এখনকার খবর', 2_000)

    await expect.poll(() => isSettled(due.id), patient).toBe(true)

    expect(await isSettled(early.id)).toBe(false)
    expect(await settledTimes(due.id)).toBe(1)
    expect(await lateSeconds()).toBe(0)
  })
})

/** How many jobs came of each story's going live. */
async function jobsOf(ids: number[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number; count: number }[]>`
    SELECT (data ->> 'articleId')::int AS "id", count(*)::int AS "count" FROM "jobs"."job"
    WHERE data ->> 'act' = 'settleDue' GROUP BY 1`
  return ids.map((id) => rows.find((row) => row.id === id)?.count ?? 0)
}

test('a worker that is killed in the middle of a job leaves it to another', async () => {
  // Nobody answers there: the look at the pages takes its time.
  const silent = { PROOF_URL: `http://127.0.0.1:${await freePort()}` }
  // What earlier tests left to be looked at would come first.
  await db.$executeRaw`DELETE FROM "jobs"."job"`
  const first = work({ settings: silent })
  await untilWell()
  const story = await paper.desk.draft('পড়ে যাওয়া কর্মীর খবর')
  await paper.desk.publish(story)
  await expect
    .poll(() => db.proof.count({ where: { articleId: story.id, doneAt: null } }), patient)
    .toBe(1)

  await first.kill()
  // As on another machine: it must know the paper's own address, which sitemaps name.
  const settings = {
    SITE_URL: `http://localhost:${app.port}`,
    PROOF_URL: `http://127.0.0.1:${app.port}`,
  }
  work({ settings })

  await expect
    .poll(() => statesOf(story.id), { timeout: 90_000, interval: 100 })
    .toEqual([expect.arrayContaining(['shown'])])
  expect((await statesOf(story.id)).flat().filter((state) => state !== 'shown')).toEqual([])
})

/** What was found on each page, by each look at the story. */
async function statesOf(articleId: number): Promise<string[][]> {
  const looks = await db.proof.findMany({ where: { articleId, doneAt: { not: null } } })
  return looks.map(({ items }) => (items as ProofItem[]).map(({ state }) => state))
}

test('a server that works as well ends its work in time when it is stopped, and is begun where it was', async () => {
  const wish = { databaseUrl: paper.url, settings: { WORKER: 'on' } }
  const both = await Instance.start(wish)
  await untilWell()
  const story = await paper.desk.plan('থামার সময়ের খবর', 1_500)

  const began = performance.now()
  await both.stop()
  const tookMs = performance.now() - began
  const again = await Instance.start(wish)
  await expect.poll(() => isSettled(story.id), patient).toBe(true)
  await again.stop()

  expect(tookMs).toBeLessThan(15_000)
  expect(await settledTimes(story.id)).toBe(1)
  expect(again.said).not.toContain('the worker broke')
})
