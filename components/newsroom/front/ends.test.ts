import { expect, test } from 'vitest'
import { endOf, fromField, toField } from './ends'

const noon = new Date('2026-03-26T06:00:00Z')

test('ends are counted from now, by the paper’s clock', () => {
  expect(endOf('hour', noon)).toEqual(new Date('2026-03-26T07:00:00Z'))
  expect(endOf('threeHours', noon)).toEqual(new Date('2026-03-26T09:00:00Z'))
  expect(endOf('midnight', noon)).toEqual(new Date('2026-03-26T18:00:00Z'))
})

test('a field of a browser holds the paper’s hour, wherever the browser stands', () => {
  expect(toField(noon)).toBe('2026-03-26T12:00')
  expect(fromField('2026-03-26T12:00')).toEqual(noon)
})

test.each(['', '2026-03-26', '2026-02-31T10:00', 'x'])('“%s” is no hour', (value) => {
  expect(fromField(value)).toBeNull()
})
