import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { fillPaper } from '@/tools/synthetic-data/fill-paper'
import { NewsroomClient } from '@/tools/test-harness/processes/newsroom-client'
import { TestPostgres } from '@/tools/test-harness/processes/test-postgres'
import { WorkerProcess } from '@/tools/test-harness/processes/worker-process'

// A worker on a PostgreSQL of its own, which is stopped, frozen and started again while stories come due.
vi.setConfig({ testTimeout: 120_000 })

let postgres: TestPostgres
let desk: NewsroomClient
let db: Db
let worker: WorkerProcess

beforeAll(async () => {
  postgres = await TestPostgres.start()
  await fillPaper(postgres.url, 60)
  desk = new NewsroomClient(postgres.url)
  db = connectDb(postgres.url)
  // Nobody has to answer: what is looked at here is the worker.
  const settings = { PUBLICATION_CHECK_URL: 'http://127.0.0.1:9' }
  worker = new WorkerProcess({ databaseUrl: postgres.url, settings })
})
afterAll(async () => {
  await worker?.stop()
  await desk?.disconnect()
  await db?.$disconnect()
  await postgres?.remove()
})

const patient = { timeout: 60_000, interval: 100 }
const lateSeconds = async () => {
  const [row] = await db.$queryRaw<
    { late: number | null }[]
  >`SELECT "schedulerDelaySeconds"() AS "late"`
  return row?.late ?? null
}
const statusOf = async (id: number) =>
  (await db.article.findUniqueOrThrow({ where: { id } })).status
/** The errors that the worker has logged since then. */
const troubles = (since: number) =>
  worker.output.slice(since).split('the worker tries again').length - 1
const waitForHealthyWorker = () =>
  expect.poll(() => lateSeconds().catch(() => null), patient).toBe(0)

beforeEach(waitForHealthyWorker)

/** The worker makes up for the time that was lost, once, and does again what comes. */
async function expectGoesOn({ id }: { id: number }): Promise<void> {
  await waitForHealthyWorker()
  await expect.poll(() => statusOf(id), patient).toBe('published')
  expect(
    await db.auditEntry.count({ where: { articleId: id, command: 'finalizeScheduled' } }),
  ).toBe(1)
  // The queue too is there again: what follows is handed over and begun.
  await expect.poll(() => db.outboxEvent.count({ where: { articleId: id } }), patient).toBe(0)
  await expect
    .poll(() => db.publicationCheckRun.count({ where: { articleId: id } }), patient)
    .toBeGreaterThan(0)
  const next = await desk.schedule('তার পরের খবর', 1_500)
  await expect.poll(() => statusOf(next.id), patient).toBe('published')
  expect(worker.isRunning).toBe(true)
}

describe('PostgreSQL goes while a worker works: it says so, waits, and goes on', () => {
  test('stopped over the second a story is due, and started again', async () => {
    const story = await desk.schedule('ডেটাবেজ না থাকতে যে খবরের সময় হলো', 3_000)
    const since = worker.output.length
    await postgres.stop()

    await expect.poll(() => troubles(since), patient).toBeGreaterThan(3)
    await expect.poll(() => Date.now(), patient).toBeGreaterThan(story.publishAt.getTime())
    expect(worker.isRunning).toBe(true)
    await postgres.restart()

    await expectGoesOn(story)
  })

  test('frozen: connections stay and nothing is answered', async () => {
    const story = await desk.schedule('থমকে থাকতে যে খবরের সময় হলো', 3_000)
    const since = worker.output.length
    postgres.freeze()

    await expect.poll(() => troubles(since), patient).toBeGreaterThan(0)
    expect(worker.isRunning).toBe(true)
    postgres.thaw()

    await expectGoesOn(story)
  })

  test('restarted three times in a row', async () => {
    const story = await desk.schedule('বারবার চালু হওয়ার মাঝের খবর', 2_000)
    for (let times = 0; times < 3; times += 1) {
      const since = worker.output.length
      await postgres.stop()
      await expect.poll(() => troubles(since), patient).toBeGreaterThan(0)
      await postgres.restart()
    }

    await expectGoesOn(story)
  })
})
