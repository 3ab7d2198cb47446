import { expect, test } from 'vitest'
import { nextMidnight } from './next-midnight'

test.each([
  ['an afternoon', '2026-11-23T08:00:00Z', '2026-11-23T18:00:00Z'],
  ['the last second of a day', '2026-11-23T17:59:59Z', '2026-11-23T18:00:00Z'],
  ['midnight itself', '2026-11-23T18:00:00Z', '2026-11-24T18:00:00Z'],
  ['the end of a month', '2026-02-28T12:00:00Z', '2026-02-28T18:00:00Z'],
  ['the end of a year', '2026-12-31T17:00:00Z', '2026-12-31T18:00:00Z'],
  ['summer time in Dhaka, 2009', '2009-07-01T12:00:00Z', '2009-07-01T17:00:00Z'],
])('after %s comes the midnight of Dhaka', (_, instant, midnight) => {
  expect(nextMidnight(new Date(instant)).toISOString()).toBe(new Date(midnight).toISOString())
})
