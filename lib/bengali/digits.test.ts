import { describe, expect, test } from 'vitest'
import { toBengaliDigits, toLatinDigits } from './digits'

describe('digits change script and nothing else does', () => {
  test.each([
    ['0123456789', '০১২৩৪৫৬৭৮৯'],
    ['COP29, 8:02', 'COP২৯, ৮:০২'],
    ['ঢাকা', 'ঢাকা'],
    ['', ''],
  ])('%j ↔ %j', (latin, bengali) => {
    expect(toBengaliDigits(latin)).toBe(bengali)
    expect(toLatinDigits(bengali)).toBe(latin)
  })

  test('a number is written ungrouped', () => {
    expect(toBengaliDigits(-1234.5)).toBe('-১২৩৪.৫')
  })

  test('mixed digits all become Latin', () => {
    expect(toLatinDigits('২0২4')).toBe('2024')
  })

  test('digits of other scripts are left', () => {
    expect(toLatinDigits('१٣')).toBe('१٣')
  })
})
