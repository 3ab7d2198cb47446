import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ReadCount, ReadCounter } from './read-counter'

// Half past eleven at night in Dhaka.
const lateEvening = Date.parse('2026-03-26T17:30:00Z')
const today = '2026-03-26'

beforeEach(() => {
  vi.useFakeTimers({ now: lateEvening })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Counts into a table that a test can break. */
function open(maxPending?: number) {
  const table = { written: [] as ReadCount[][], failure: null as Error | null }
  const onError = vi.fn()
  const readCounter = new ReadCounter({
    write: async (counts) => {
      if (table.failure) throw table.failure
      table.written.push(counts)
    },
    onError,
    ...(maxPending !== undefined && { maxPending }),
  })
  return { reads: readCounter, table, onError }
}

const addTimes = (readCounter: ReadCounter, id: number, times: number) => {
  for (let at = 0; at < times; at += 1) readCounter.add(id)
}
const passing = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000)

test('readings are written together, at most every thirty seconds, and not at all when there are none', async () => {
  const { reads: readCounter, table } = open()

  addTimes(readCounter, 7, 1_000)
  await passing(29)
  const before = table.written.length
  addTimes(readCounter, 8, 2)
  await passing(600)

  expect(before).toBe(0)
  expect(table.written).toEqual([
    [
      { id: 7, day: today, count: 1_000 },
      { id: 8, day: today, count: 2 },
    ],
  ])
})

test('each reading belongs to its own day in Dhaka', async () => {
  const { reads: readCounter, table } = open()

  vi.setSystemTime(Date.parse('2026-03-26T17:59:59.999Z'))
  readCounter.add(7)
  vi.setSystemTime(Date.parse('2026-03-26T18:00:00Z'))
  readCounter.add(7)
  await passing(30)

  expect(table.written).toEqual([
    [
      { id: 7, day: '2026-03-26', count: 1 },
      { id: 7, day: '2026-03-27', count: 1 },
    ],
  ])
})

test('a dead database loses nothing: what was counted before and meanwhile is written when it is back', async () => {
  const { reads: readCounter, table, onError } = open()
  table.failure = new Error('the database does not answer')

  addTimes(readCounter, 7, 3)
  await passing(30)
  addTimes(readCounter, 7, 2)
  readCounter.add(9)
  await passing(60)
  table.failure = null
  await passing(30)

  expect(onError).toHaveBeenCalledTimes(3)
  expect(table.written).toEqual([
    [
      { id: 7, day: today, count: 5 },
      { id: 9, day: today, count: 1 },
    ],
  ])
  expect(readCounter.pendingCount).toBe(0)
})

test('the number of counted stories is bounded; stories already counted go on being counted', async () => {
  const { reads: readCounter, table } = open(2)
  table.failure = new Error('the database does not answer')

  for (const id of [1, 2, 3, 1]) readCounter.add(id)
  await passing(30)
  for (const id of [4, 2]) readCounter.add(id)
  const pendingIds = readCounter.pendingCount
  table.failure = null
  await passing(30)

  expect(pendingIds).toBe(2)
  expect(table.written).toEqual([
    [
      { id: 1, day: today, count: 2 },
      { id: 2, day: today, count: 2 },
    ],
  ])
})

test('at shutdown pending readings are written, and nothing after that', async () => {
  const { reads: readCounter, table } = open()

  readCounter.add(7)
  await readCounter.stop()
  readCounter.add(8)
  await passing(600)

  expect(table.written).toEqual([[{ id: 7, day: today, count: 1 }]])
})
