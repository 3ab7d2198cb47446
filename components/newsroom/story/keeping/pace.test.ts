import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Pace } from './pace'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

describe('what was typed is sent', () => {
  test('when typing pauses, and at the latest four seconds after it began', () => {
    const pace = new Pace()
    pace.begin()

    expect(pace.nextMs(false)).toBe(800)
    vi.setSystemTime(3_500)
    expect(pace.nextMs(false)).toBe(500)
    vi.setSystemTime(60_000)
    expect(pace.nextMs(false)).toBe(0)
  })

  test('again after a failure, each time later, and soon once the line was there', () => {
    const pace = new Pace()

    expect([1, 2, 3, 4, 5, 6].map(() => pace.nextMs(true))).toEqual([
      ...[500, 1_000, 2_000, 4_000, 8_000, 8_000],
    ])
    pace.calm()
    expect(pace.nextMs(true)).toBe(500)
  })
})
