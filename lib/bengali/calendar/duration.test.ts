import { expect, test } from 'vitest'
import { formatDuration } from './duration'

const minute = 60_000

test.each([
  [0, 'এক মিনিটের কম'],
  [59_999, 'এক মিনিটের কম'],
  [minute, '১ মিনিট'],
  [59 * minute + 59_999, '৫৯ মিনিট'],
  [60 * minute, '১ ঘণ্টা'],
  [61 * minute, '১ ঘণ্টা ১ মিনিট'],
  [24 * 60 * minute, '১ দিন'],
  [(49 * 60 + 59) * minute, '২ দিন ১ ঘণ্টা'],
])('%i ms is said as %s', (ms, expected) => {
  expect(formatDuration(ms)).toBe(expected)
})
