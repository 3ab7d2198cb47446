import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import {
  at,
  hours,
  insertStories,
  minutes,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { listMostReadIds } from './most-read-queries'

let paper: TestPaper
let ids: number[]
beforeEach(async () => {
  paper = await resetToTestPaper()
  ids = await insertStories(6, {
    from: at(-hours(48)),
    stepMs: minutes(1),
    categoryIds: [paper.national.id],
  })
})

const today = '2026-03-26'
const yesterday = '2026-03-25'
const read = (index: number, day: string, count: number) =>
  db().articleReads.create({
    data: { articleId: ids[index] as number, day: new Date(day), count },
  })

describe('the most read', () => {
  test('are those of today and yesterday together, the most read first', async () => {
    await read(0, today, 5)
    await read(1, today, 3)
    await read(1, yesterday, 4)
    await read(2, yesterday, 6)

    expect(await listMostReadIds(10, noon)).toEqual([ids[1], ids[2], ids[0]])
  })

  test('are no more than asked for; of two that are read alike the newer comes first', async () => {
    for (const index of [0, 1, 2, 3]) await read(index, today, 1)

    expect(await listMostReadIds(2, noon)).toEqual([ids[3], ids[2]])
  })

  test('are not those of the day before, nor of a day to come', async () => {
    await read(0, '2026-03-24', 100)
    await read(1, '2026-03-27', 100)

    expect(await listMostReadIds(10, noon)).toEqual([])
  })

  test('are of the day in Dhaka, not in Greenwich', async () => {
    await read(0, '2026-03-25', 1)
    await read(1, '2026-03-27', 2)

    // Half past midnight of the 27th in Dhaka, still the 26th in Greenwich.
    expect(await listMostReadIds(10, new Date('2026-03-26T18:30:00Z'))).toEqual([ids[1]])
  })
})

test.each([
  ['in the middle of ten minutes', at(minutes(3)), at(minutes(10))],
  ['at their very beginning', noon, at(minutes(10))],
  ['a millisecond before the next', at(minutes(10) - 1), at(minutes(10))],
])('a document that shows them is stale from the next tenth minute: %s', async (_, now, from) => {
  const context = emptyRenderContext()

  await withRenderContext(context, () => listMostReadIds(5, now))

  expect(context.staleAt).toBe(from.getTime())
  expect([...context.ownTags, ...context.listTags]).toEqual([])
})
