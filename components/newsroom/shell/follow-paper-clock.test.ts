import { globSync, readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { paperNow, setClockOffset } from '@/lib/clock'
import { followPaperClock } from './follow-paper-clock'

afterEach(() => {
  vi.useRealTimers()
  setClockOffset(0)
})

test('a browser whose clock is twenty minutes fast has the present of the server', () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-26T06:20:00Z') })

  followPaperClock(Date.parse('2026-03-26T06:00:00Z'))
  vi.advanceTimersByTime(60_000)

  expect(paperNow()).toEqual(new Date('2026-03-26T06:01:00Z'))
})

test('no component of the newsroom asks the browser’s clock for the present', () => {
  const files = globSync('components/newsroom/**/*.{ts,tsx}').filter(
    (file) => !file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('new Date()'),
  )

  expect(files).toEqual([])
})
