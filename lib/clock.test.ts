import { describe, expect, test } from 'vitest'
import { measuredOffset } from './clock'

describe('the offset of the database clock', () => {
  test.each([
    ['a quick answer of the same clock', 1_000, 1_002, 1_001, 0],
    ['a slow answer that was read at its beginning', 1_000, 1_100, 1_000, 0],
    ['a slow answer that was read at its end', 1_000, 1_100, 1_100, 0],
    ['a clock two minutes ahead', 1_000, 1_004, 121_002, 120_000],
    ['a clock two minutes behind', 200_000, 200_004, 80_002, -120_000],
    ['a clock ahead by more than the answer took', 1_000, 1_010, 1_025, 20],
  ])('%s', (_, askedAt, answeredAt, database, offset) => {
    expect(measuredOffset({ askedAt, answeredAt, database })).toBe(offset)
  })
})
