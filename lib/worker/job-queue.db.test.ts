import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { queueSchema, type StoryJob, type StoryJobPayload } from '@/lib/queue/job'
import { retryJob } from '@/lib/queue/queue-commands'
import { listQueued } from '@/lib/queue/queue-queries'
import { editor, reporter } from '@/tools/test-harness/fixtures/actors'
import {
  insertStory,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { JobQueue } from './job-queue'

let paper: TestPaper
let done: StoryJobPayload[]
let errors: unknown[]
const running: JobQueue[] = []

beforeEach(async () => {
  paper = await resetToTestPaper()
  done = []
  errors = []
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((queue) => queue.stop()))
  await db().$executeRaw`DELETE FROM "jobs"."job"`
})

/** A queue whose one job follows from publishing, and does what is told. */
async function open(
  run: StoryJob['run'] = async (payload) => {
    done.push(payload)
    return { summary: 'done' }
  },
) {
  const job: StoryJob = {
    name: 'publicationCheck',
    isTriggeredBy: (command) => command === 'publishStory',
    run,
  }
  const url = env.DATABASE_URL ?? ''
  const queue = await JobQueue.start({
    url,
    db: db(),
    jobs: [job],
    onError: (error) => errors.push(error),
  })
  running.push(queue)
  return queue
}

async function addFollowUp(command = 'publishStory'): Promise<number> {
  const articleId = await insertStory(paper)
  await db().outboxEvent.create({ data: { articleId, command } })
  return articleId
}

describe('the job that a publication starts', () => {
  test('is queued and run', async () => {
    const queue = await open()
    const articleId = await addFollowUp()

    expect(await queue.dispatchOutbox()).toBe(1)

    await vi.waitUntil(() => done.length > 0, { timeout: 10_000 })
    expect(done).toEqual([{ articleId, command: 'publishStory' }])
    expect(await db().outboxEvent.count()).toBe(0)
  })

  test('is queued once, also when several workers read the outbox at the same time', async () => {
    const queues = [await open(), await open()]
    const ids = [await addFollowUp(), await addFollowUp(), await addFollowUp()]

    const counts = await Promise.all([...queues, ...queues].map((queue) => queue.dispatchOutbox()))

    expect(counts.reduce((a, b) => a + b)).toBe(3)
    await vi.waitUntil(() => done.length === 3, { timeout: 10_000 })
    expect(done.map(({ articleId }) => articleId).toSorted()).toEqual(ids)
  })

  test('is run when an earlier release queued it, however long it has waited or failed', async () => {
    const queue = await open()
    await queue.stop()
    const boss = new PgBoss({ connectionString: env.DATABASE_URL ?? '', schema: queueSchema })
    await boss.start()
    await boss.createQueue('prove')
    for (let articleId = 1; articleId <= 120; articleId++)
      await boss.send('prove', { articleId, act: 'publishStory' })
    const [first, second] = await boss.fetch('prove', { batchSize: 2 })
    await boss.complete('prove', first?.id ?? '')
    await boss.fail('prove', second?.id ?? '')

    await open()

    const [moved] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(DISTINCT "data" ->> 'articleId')::int AS "count" FROM "jobs"."job" WHERE "name" = 'publicationCheck'`
    expect(moved?.count).toBe(119)
    await vi.waitUntil(() => done.length > 0, { timeout: 10_000 })
    expect(await boss.getQueue('prove')).toBeNull()
    await boss.stop({ graceful: false })
  })

  test('is absent after a command that starts no job', async () => {
    const queue = await open()
    await addFollowUp('moveStory')

    await queue.dispatchOutbox()

    expect(await db().outboxEvent.count()).toBe(0)
    expect(await listQueued()).toEqual([])
  })
})

describe('a job that fails', () => {
  const failing: StoryJob['run'] = async () => {
    throw new Error('পাতা খোলেনি')
  }

  test('is retried later, and keeps its error', async () => {
    const queue = await open(failing)
    const articleId = await addFollowUp()

    await queue.dispatchOutbox()

    await expect
      .poll(listQueued, { timeout: 10_000 })
      .toMatchObject([
        { name: 'publicationCheck', state: 'waiting', articleId, tries: 1, fault: 'পাতা খোলেনি' },
      ])
  })

  test('for good is retried by an editor, and not by a reporter', async () => {
    const queue = await open(failing)
    await addFollowUp()
    await queue.dispatchOutbox()
    await expect.poll(listQueued, { timeout: 10_000 }).toMatchObject([{ tries: 1 }])
    await db().$executeRaw`UPDATE "jobs"."job" SET "state" = 'failed', "completed_on" = now()`
    const [failed] = await listQueued()

    const refused = await runCommand(db(), reporter, retryJob, { id: failed?.id ?? '' })
    const outcome = await runCommand(db(), editor, retryJob, { id: failed?.id ?? '' })
    const again = await runCommand(db(), editor, retryJob, { id: failed?.id ?? '' })

    expect(failed).toMatchObject({ state: 'failed' })
    expect(refused).toEqual({ ok: false, reason: 'notAllowed' })
    expect(outcome.ok).toBe(true)
    expect(again).toEqual({ ok: false, reason: 'noSuchJob' })
  })

  test.each([['not-a-number'], ['00000000-0000-4000-8000-000000000000']])(
    'is not found under %s',
    async (id) => {
      await open()

      expect(await runCommand(db(), editor, retryJob, { id })).toMatchObject({ ok: false })
    },
  )
})
