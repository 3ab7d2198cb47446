import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import {
  hours,
  insertStory,
  minutes,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { runScheduler } from './scheduler'
import { findSchedulerDelaySeconds } from './scheduler-queries'

let paper: TestPaper
let errors: unknown[]
beforeEach(async () => {
  paper = await resetToTestPaper()
  errors = []
})
afterEach(() => void vi.useRealTimers())

const fromNow = (ms: number) => new Date(Date.now() + ms)
const planned = (publishAt: Date) =>
  insertStory(paper, { status: 'scheduled', publishAt, publishedAt: null })
const runOnce = () =>
  runScheduler(db(), { dispatchOutbox: null, onError: (error) => errors.push(error) })
const read = (id: number) => db().article.findUniqueOrThrow({ where: { id } })
const countAuditEntries = (articleId: number) => db().auditEntry.count({ where: { articleId } })

describe('a tick of the scheduler', () => {
  test('finalizes a story with its planned time, not with the time of the tick', async () => {
    const publishAt = fromNow(-minutes(3))
    const id = await planned(publishAt)

    await runOnce()

    expect(await read(id)).toMatchObject({ status: 'published', publishedAt: publishAt })
    expect(await db().auditEntry.findMany({ where: { articleId: id } })).toMatchObject([
      { command: 'finalizeScheduled', actorId: 'scheduler' },
    ])
    expect(await db().outboxEvent.findMany()).toMatchObject([
      { articleId: id, command: 'finalizeScheduled' },
    ])
  })

  test('leaves a story whose planned time has not come', async () => {
    const id = await planned(fromNow(minutes(1)))

    await runOnce()

    expect(await read(id)).toMatchObject({ status: 'scheduled', publishedAt: null })
  })

  test('leaves a story under embargo', async () => {
    const id = await planned(fromNow(-minutes(1)))
    await db().article.update({ where: { id }, data: { embargoUntil: fromNow(minutes(1)) } })

    await runOnce()

    expect(await read(id)).toMatchObject({ status: 'scheduled' })
  })

  test('one of several concurrent ticks finalizes a story, and the audit trail has one entry', async () => {
    const ids = [await planned(fromNow(-minutes(2))), await planned(fromNow(-minutes(1)))]

    await Promise.all(Array.from({ length: 6 }, runOnce))
    await runOnce()

    expect(await Promise.all(ids.map(countAuditEntries))).toEqual([1, 1])
    expect(await db().outboxEvent.count()).toBe(2)
    expect(errors).toEqual([])
  })

  test('a story that cannot be finalized does not delay others', async () => {
    const broken = await planned(fromNow(-minutes(2)))
    const sound = await planned(fromNow(-minutes(1)))
    await db().$executeRawUnsafe(
      `ALTER TABLE "OutboxEvent" ADD CONSTRAINT "test_refuses" CHECK ("articleId" <> ${broken}) NOT VALID`,
    )

    await runOnce().finally(
      () => db().$executeRaw`ALTER TABLE "OutboxEvent" DROP CONSTRAINT "test_refuses"`,
    )

    expect(await read(sound)).toMatchObject({ status: 'published' })
    expect(await read(broken)).toMatchObject({ status: 'scheduled' })
    expect(errors).toHaveLength(1)
  })

  test.each([
    ['an hour ahead', hours(1), 'scheduled'],
    ['a day behind', -hours(24), 'scheduled'],
  ])('goes by the database’s clock while its own is %s', async (_, shift, status) => {
    const early = await planned(fromNow(minutes(30)))
    const due = await planned(fromNow(-minutes(1)))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + shift })

    await runOnce()

    expect(await read(early)).toMatchObject({ status })
    expect(await read(due)).toMatchObject({ status: 'published' })
    expect(await findSchedulerDelaySeconds()).toBe(0)
  })
})

describe('the scheduler’s delay', () => {
  const beatOf = (ms: number) =>
    db().heartbeat.create({ data: { name: 'scheduler', at: fromNow(-ms) } })

  test('is unknown when it was never started', async () => {
    expect(await findSchedulerDelaySeconds()).toBeNull()
  })

  test('is zero right after a tick', async () => {
    await runOnce()

    expect(await findSchedulerDelaySeconds()).toBe(0)
  })

  test('is the age of its last heartbeat', async () => {
    await beatOf(40_000)

    expect(await findSchedulerDelaySeconds()).toBeGreaterThanOrEqual(40)
  })

  test('is that of an overdue story, even with a recent heartbeat', async () => {
    await beatOf(0)
    await planned(fromNow(-20_000))

    expect(await findSchedulerDelaySeconds()).toBeGreaterThanOrEqual(20)
  })

  test('is that of an overdue row of the outbox', async () => {
    const articleId = await insertStory(paper)
    await beatOf(0)
    await db().outboxEvent.create({
      data: { articleId, command: 'publishStory', at: fromNow(-50_000) },
    })

    expect(await findSchedulerDelaySeconds()).toBeGreaterThanOrEqual(50)
  })
})
