import { expect, test } from 'vitest'
import { seeded } from './seeded-random'

test('the same seed gives the same numbers', () => {
  const [one, other] = [seeded(7), seeded(7)]

  expect(Array.from({ length: 5 }, one.next)).toEqual(Array.from({ length: 5 }, other.next))
})

test.each([1, 2, 21])(
  'a tail of %i reaches its first and its last, and nothing beyond',
  (count) => {
    const random = seeded(1)

    const drawn = new Set(Array.from({ length: 5_000 }, () => random.tail(count)))

    expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n))
  },
)
