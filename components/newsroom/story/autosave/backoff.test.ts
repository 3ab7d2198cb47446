import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Backoff } from './backoff'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

describe('typed text is sent', () => {
  test('when typing pauses, and at the latest four seconds after it began', () => {
    const backoff = new Backoff()
    backoff.markDirty()

    expect(backoff.nextDelayMs(false)).toBe(800)
    vi.setSystemTime(3_500)
    expect(backoff.nextDelayMs(false)).toBe(500)
    vi.setSystemTime(60_000)
    expect(backoff.nextDelayMs(false)).toBe(0)
  })

  test('again after a failure, with a growing delay that is reset when the network is back', () => {
    const backoff = new Backoff()

    expect([1, 2, 3, 4, 5, 6].map(() => backoff.nextDelayMs(true))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000,
    ])
    backoff.reset()
    expect(backoff.nextDelayMs(true)).toBe(500)
  })
})
