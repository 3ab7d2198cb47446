import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { addStory, emptyPaper, hours, minutes, type TestPaper } from '@/scripts/test/little-paper'
import { tick } from './clock'
import { findClockLate } from './clock-queries'

let paper: TestPaper
let faults: unknown[]
beforeEach(async () => {
  paper = await emptyPaper()
  faults = []
})
afterEach(() => void vi.useRealTimers())

const fromNow = (ms: number) => new Date(Date.now() + ms)
const planned = (publishAt: Date) =>
  addStory(paper, { status: 'scheduled', publishAt, publishedAt: null })
const turn = () => tick(db(), { handOver: null, onError: (error) => faults.push(error) })
const read = (id: number) => db().article.findUniqueOrThrow({ where: { id } })
const trailOf = (articleId: number) => db().auditEntry.count({ where: { articleId } })

describe('a turn of the publishing clock', () => {
  test('writes down what has become public, at its hour and not at its own', async () => {
    const publishAt = fromNow(-minutes(3))
    const id = await planned(publishAt)

    await turn()

    expect(await read(id)).toMatchObject({ status: 'published', publishedAt: publishAt })
    expect(await db().auditEntry.findMany({ where: { articleId: id } })).toMatchObject([
      { act: 'settleDue', actorId: 'clock' },
    ])
    expect(await db().followUp.findMany()).toMatchObject([{ articleId: id, act: 'settleDue' }])
  })

  test('leaves what waits for its hour', async () => {
    const id = await planned(fromNow(minutes(1)))

    await turn()

    expect(await read(id)).toMatchObject({ status: 'scheduled', publishedAt: null })
  })

  test('leaves what waits for its source’s hour', async () => {
    const id = await planned(fromNow(-minutes(1)))
    await db().article.update({ where: { id }, data: { embargoUntil: fromNow(minutes(1)) } })

    await turn()

    expect(await read(id)).toMatchObject({ status: 'scheduled' })
  })

  test('of many at once one settles a story, and the trail has one entry', async () => {
    const ids = [await planned(fromNow(-minutes(2))), await planned(fromNow(-minutes(1)))]

    await Promise.all(Array.from({ length: 6 }, turn))
    await turn()

    expect(await Promise.all(ids.map(trailOf))).toEqual([1, 1])
    expect(await db().followUp.count()).toBe(2)
    expect(faults).toEqual([])
  })

  test('a story that cannot be settled keeps no other waiting', async () => {
    const broken = await planned(fromNow(-minutes(2)))
    const sound = await planned(fromNow(-minutes(1)))
    await db().$executeRawUnsafe(
      `ALTER TABLE "FollowUp" ADD CONSTRAINT "test_refuses" CHECK ("articleId" <> ${broken}) NOT VALID`,
    )

    await turn().finally(
      () => db().$executeRaw`ALTER TABLE "FollowUp" DROP CONSTRAINT "test_refuses"`,
    )

    expect(await read(sound)).toMatchObject({ status: 'published' })
    expect(await read(broken)).toMatchObject({ status: 'scheduled' })
    expect(faults).toHaveLength(1)
  })

  test.each([
    ['an hour ahead', hours(1), 'scheduled'],
    ['a day behind', -hours(24), 'scheduled'],
  ])('goes by the database’s clock while its own is %s', async (_, shift, status) => {
    const early = await planned(fromNow(minutes(30)))
    const due = await planned(fromNow(-minutes(1)))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + shift })

    await turn()

    expect(await read(early)).toMatchObject({ status })
    expect(await read(due)).toMatchObject({ status: 'published' })
    expect(await findClockLate()).toBe(0)
  })
})

describe('by how much the clock is behind', () => {
  const beatOf = (ms: number) =>
    db().heartbeat.create({ data: { name: 'clock', at: fromNow(-ms) } })

  test('is not known while it was never started', async () => {
    expect(await findClockLate()).toBeNull()
  })

  test('is nothing right after a turn', async () => {
    await turn()

    expect(await findClockLate()).toBe(0)
  })

  test('is the age of its last sign of life', async () => {
    await beatOf(40_000)

    expect(await findClockLate()).toBeGreaterThanOrEqual(40)
  })

  test('is that of the story that should have been settled, though the clock beats', async () => {
    await beatOf(0)
    await planned(fromNow(-20_000))

    expect(await findClockLate()).toBeGreaterThanOrEqual(20)
  })

  test('is that of what should have been handed over', async () => {
    const articleId = await addStory(paper)
    await beatOf(0)
    await db().followUp.create({ data: { articleId, act: 'publishStory', at: fromNow(-50_000) } })

    expect(await findClockLate()).toBeGreaterThanOrEqual(50)
  })
})
