import { expect, test } from 'vitest'
import { median, quantile } from './quantile'

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

test.each([
  [hundred, 0.5, 50],
  [hundred, 0.95, 95],
  [hundred, 0.99, 99],
  [hundred, 1, 100],
  [hundred, 0, 1],
  [[7], 0.99, 7],
  [[1, 2], 0.95, 2],
])('the value that a share of them does not exceed', (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected)
})

test('of nothing there is none', () => {
  expect(quantile([], 0.5)).toBeNaN()
})

test('the middle one is one of them, and the values stay in their order', () => {
  const values = [9, 1, 5]

  expect(median(values)).toBe(5)
  expect(values).toEqual([9, 1, 5])
})
