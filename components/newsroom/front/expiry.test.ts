import { expect, test } from 'vitest'
import { expiryOf, fromDateTimeLocal, toDateTimeLocal } from './expiry'

const noon = new Date('2026-03-26T06:00:00Z')

test('ends are counted from now, by the paper’s clock', () => {
  expect(expiryOf('hour', noon)).toEqual(new Date('2026-03-26T07:00:00Z'))
  expect(expiryOf('threeHours', noon)).toEqual(new Date('2026-03-26T09:00:00Z'))
  expect(expiryOf('midnight', noon)).toEqual(new Date('2026-03-26T18:00:00Z'))
})

test('a field of a browser holds the paper’s hour, wherever the browser stands', () => {
  expect(toDateTimeLocal(noon)).toBe('2026-03-26T12:00')
  expect(fromDateTimeLocal('2026-03-26T12:00')).toEqual(noon)
})

test.each(['', '2026-03-26', '2026-02-31T10:00', 'x'])('“%s” is no hour', (value) => {
  expect(fromDateTimeLocal(value)).toBeNull()
})
