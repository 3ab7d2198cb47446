import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ReadCount, Reads } from './reads'

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
function open(mostRemembered?: number) {
  const table = { written: [] as ReadCount[][], failure: null as Error | null }
  const onError = vi.fn()
  const reads = new Reads({
    write: async (counts) => {
      if (table.failure) throw table.failure
      table.written.push(counts)
    },
    onError,
    ...(mostRemembered !== undefined && { mostRemembered }),
  })
  return { reads, table, onError }
}

const addTimes = (reads: Reads, id: number, times: number) => {
  for (let at = 0; at < times; at += 1) reads.add(id)
}
const passing = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000)

test('readings are written together, at most every thirty seconds, and not at all when there are none', async () => {
  const { reads, table } = open()

  addTimes(reads, 7, 1_000)
  await passing(29)
  const before = table.written.length
  addTimes(reads, 8, 2)
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
  const { reads, table } = open()

  vi.setSystemTime(Date.parse('2026-03-26T17:59:59.999Z'))
  reads.add(7)
  vi.setSystemTime(Date.parse('2026-03-26T18:00:00Z'))
  reads.add(7)
  await passing(30)

  expect(table.written).toEqual([
    [
      { id: 7, day: '2026-03-26', count: 1 },
      { id: 7, day: '2026-03-27', count: 1 },
    ],
  ])
})

test('a dead database loses nothing: what was counted before and meanwhile is written when it is back', async () => {
  const { reads, table, onError } = open()
  table.failure = new Error('the database does not answer')

  addTimes(reads, 7, 3)
  await passing(30)
  addTimes(reads, 7, 2)
  reads.add(9)
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
  expect(reads.waiting).toBe(0)
})

test('only so many stories are remembered; those that are go on being counted', async () => {
  const { reads, table } = open(2)
  table.failure = new Error('the database does not answer')

  for (const id of [1, 2, 3, 1]) reads.add(id)
  await passing(30)
  for (const id of [4, 2]) reads.add(id)
  const remembered = reads.waiting
  table.failure = null
  await passing(30)

  expect(remembered).toBe(2)
  expect(table.written).toEqual([
    [
      { id: 1, day: today, count: 2 },
      { id: 2, day: today, count: 2 },
    ],
  ])
})

test('at the end what is waiting is written, and nothing after that', async () => {
  const { reads, table } = open()

  reads.add(7)
  await reads.stop()
  reads.add(8)
  await passing(600)

  expect(table.written).toEqual([[{ id: 7, day: today, count: 1 }]])
})
