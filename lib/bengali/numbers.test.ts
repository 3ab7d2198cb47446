import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatDateOrdinal,
  formatLargeNumber,
  formatMoney,
  formatNumber,
  formatOrdinal,
  formatPercent,
  parseNumber,
} from './numbers'

describe('numbers stand in lakh and crore groups', () => {
  test.each([
    [0, '০'],
    [-0, '০'],
    [7, '৭'],
    [999, '৯৯৯'],
    [1000, '১,০০০'],
    [100000, '১,০০,০০০'],
    [12345678, '১,২৩,৪৫,৬৭৮'],
    [1234567890, '১,২৩,৪৫,৬৭,৮৯০'],
    [-1500, '-১,৫০০'],
    [7.5, '৭.৫'],
    [1 / 3, '০.৩৩৩'],
    [10n ** 18n, '১০,০০,০০,০০,০০,০০,০০,০০,০০০'],
  ])('%s → %s', (value, printed) => {
    expect(formatNumber(value)).toBe(printed)
  })

  test('decimals are as asked', () => {
    expect(formatNumber(3, { min: 2 })).toBe('৩.০০')
    expect(formatNumber(2.345, { max: 1 })).toBe('২.৩')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is refused', (value) => {
    expect(() => formatNumber(value)).toThrow(RangeError)
  })
})

describe('places in an order', () => {
  test.each(
    '১ম ২য় ৩য় ৪র্থ ৫ম ৬ষ্ঠ ৭ম ৮ম ৯ম ১০ম ১১তম ১২তম'
      .split(' ')
      .map((printed, i) => [i + 1, printed] as const),
  )('%i → %s', (n, printed) => {
    expect(formatOrdinal(n)).toBe(printed)
  })

  test.each([
    [21, '২১তম'],
    [100, '১০০তম'],
    [1000, '১,০০০তম'],
    [0, '০তম'],
  ])('%i → %s', (n, printed) => {
    expect(formatOrdinal(n)).toBe(printed)
  })
})

describe('days of the month as they are said', () => {
  test.each([
    [1, '১লা'],
    [2, '২রা'],
    [3, '৩রা'],
    [4, '৪ঠা'],
    [5, '৫ই'],
    [18, '১৮ই'],
    [19, '১৯শে'],
    [20, '২০শে'],
    [21, '২১শে'],
    [31, '৩১শে'],
    [32, '৩২শে'],
  ])('%i → %s', (day, expected) => {
    expect(formatDateOrdinal(day)).toBe(expected)
  })

  test.each([0, 33, 1.5])('%s is no day', (day) => {
    expect(() => formatDateOrdinal(day)).toThrow(RangeError)
  })
})

describe('a large number never claims more than there is', () => {
  test.each([
    [0, '০'],
    [999, '৯৯৯'],
    [1000, '১ হাজার'],
    [1500, '১.৫ হাজার'],
    [1999, '১.৯ হাজার'],
    [99_999, '৯৯.৯ হাজার'],
    [100_000, '১ লাখ'],
    [250_000, '২.৫ লাখ'],
    [9_999_999, '৯৯.৯ লাখ'],
    [12_000_000, '১.২ কোটি'],
    [170_000_000, '১৭ কোটি'],
    [1e11, '১০,০০০ কোটি'],
    [999_999_999_999, '৯৯,৯৯৯.৯ কোটি'],
    [1e12, '১ লাখ কোটি'],
    [7.97e12, '৭.৯ লাখ কোটি'],
    [-250_000, '-২.৫ লাখ'],
    [-99_999, '-৯৯.৯ হাজার'],
  ])('%s → %s', (value, printed) => {
    expect(formatLargeNumber(value)).toBe(printed)
  })

  test('what is printed reads back as the same or less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), (value) => {
        const read = parseNumber(formatLargeNumber(value)) ?? Number.NaN
        expect(read).toBeLessThanOrEqual(value)
        expect(read).toBeGreaterThanOrEqual(value * 0.9)
      }),
    )
  })
})

describe('money', () => {
  test.each([
    [500, 'sign', '৳৫০০'],
    [1234567.5, 'sign', '৳১২,৩৪,৫৬৭.৫০'],
    [-3.5, 'sign', '-৳৩.৫০'],
    [-0.001, 'sign', '৳০'],
    [0.999, 'sign', '৳১'],
    [1500, 'words', '১,৫০০ টাকা'],
    [1500.5, 'words', '১,৫০০ টাকা ৫০ পয়সা'],
    [0.05, 'words', '৫ পয়সা'],
    [-2, 'words', '-২ টাকা'],
    [15_000_000, 'large', '১.৫ কোটি টাকা'],
    [7.97e12, 'large', '৭.৯ লাখ কোটি টাকা'],
  ] as const)('%s as %s → %s', (taka, style, printed) => {
    expect(formatMoney(taka, style)).toBe(printed)
  })
})

describe('shares', () => {
  test.each([
    [74, 'sign', '৭৪%'],
    [7.25, 'sign', '৭.৩%'],
    [74.5, 'words', '৭৪.৫ শতাংশ'],
    [-0.01, 'sign', '০%'],
  ] as const)('%s as %s → %s', (percent, style, printed) => {
    expect(formatPercent(percent, style)).toBe(printed)
  })
})

describe('a number is read however it is written', () => {
  test.each([
    ['২৮', 28],
    ['28', 28],
    ['২8', 28],
    ['০৮', 8],
    ['১,২৩,৪৫,৬৭৮', 12345678],
    ['12,345,678', 12345678],
    ['-৫', -5],
    ['−৫.৫', -5.5],
    ['.৫', 0.5],
    [' ৭.৫ ', 7.5],
    ['-০', 0],
    ['৫ হাজার', 5000],
    ['৫শ', 500],
    ['৫লাখ', 500000],
    ['১.১ লাখ', 110000],
    ['২.৫ লক্ষ', 250000],
    ['১.২ কোটি', 12000000],
    ['১০,০০০ কোটি', 1e11],
    ['৫ হাজার কোটি', 5e10],
    ['১.৫ লাখ কোটি', 1.5e12],
    ['১ কোটি ২০ লাখ ৫ হাজার ৩০০', 12005300],
  ])('%s → %s', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  test.each([
    '',
    ' ',
    '-',
    'পাঁচ',
    '৫ জন',
    '৳৫',
    '৫%',
    '১,২',
    '১,২৩৪,৫৬',
    ',৫',
    '৫.',
    '১.২.৩',
    '৫ ৬',
    '২ লাখ ৩ কোটি',
    '২ লাখ ৩ লাখ',
    '১.৫ কোটি ২০ লাখ',
    '1e5',
    '0x10',
    'Infinity',
    '৯'.repeat(400),
  ])('%j is no number', (text) => {
    expect(parseNumber(text)).toBeNull()
  })

  test('every whole number printed is read back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(parseNumber(formatNumber(value))).toBe(value)
      }),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseNumber(text)))
  })
})
