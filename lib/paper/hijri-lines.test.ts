import { expect, test } from 'vitest'
import { readHijriLines, writeHijriLines } from './hijri-lines'

test.each([
  ['nothing', '', {}],
  ['Bengali digits', '১৪৪৭-৩ = -২', { '1447-3': -2 }],
  [
    'Latin digits, a colon, a nought before',
    '1447-03: 1\r\n1447-12:+0',
    { '1447-3': 1, '1447-12': 0 },
  ],
  ['a dash of a phone', '১৪৪৭-৯ = −১', { '1447-9': -1 }],
  ['a word', 'রমজান = -১', null],
  ['a line too much', '১৪৪৭-৩ = -২\nx', null],
])('%s', (_, typed, expected) => {
  expect(readHijriLines(typed)).toEqual(expected)
})

test('what is written is read as it was', () => {
  const offsets = { '1447-12': 1, '1447-3': -2 }

  expect(writeHijriLines(offsets)).toBe('১৪৪৭-৩ = -২\n১৪৪৭-১২ = ১')
  expect(readHijriLines(writeHijriLines(offsets))).toEqual(offsets)
})
