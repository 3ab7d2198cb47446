import { describe, expect, test } from 'vitest'
import { formatHijriDate, type HijriOffsets, toHijriDate } from './hijri'

function print(text: string, offsets?: HijriOffsets) {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const hijri = toHijriDate({ year, month, day }, offsets)
  return `${hijri.day} ${hijri.monthName} ${hijri.year}`
}

describe('the date printed in Bangladesh', () => {
  // Days kept in Bangladesh: Eid ul-Fitr, Eid ul-Azha, Ashura, Eid-e-Miladunnabi, the first fast.
  test.each([
    ['2024-05-20', '11 জিলকদ 1445'],
    ['2022-05-03', '1 শাওয়াল 1443'],
    ['2023-04-22', '1 শাওয়াল 1444'],
    ['2024-04-11', '1 শাওয়াল 1445'],
    ['2024-06-17', '10 জিলহজ 1445'],
    ['2024-07-17', '10 মহররম 1446'],
    ['2024-09-16', '12 রবিউল আউয়াল 1446'],
    ['2025-03-02', '1 রমজান 1446'],
    ['2025-03-31', '1 শাওয়াল 1446'],
    ['2025-06-07', '10 জিলহজ 1446'],
    ['2025-07-06', '10 মহররম 1447'],
  ])('%s is %s', (civil, hijri) => {
    expect(print(civil)).toBe(hijri.normalize('NFC'))
  })

  test('without an offset it is Umm al-Qura’s', () => {
    expect(print('2024-05-20', { offsetDays: 0 })).toBe('12 জিলকদ 1445')
  })

  test('ahead of Umm al-Qura it can be too', () => {
    expect(print('2024-05-20', { offsetDays: 1 })).toBe('13 জিলকদ 1445')
  })
})

describe('a month the committee saw otherwise', () => {
  // Bangladesh kept 12 Rabiul Awwal 1447 on 6 September 2025, two days behind Umm al-Qura.
  const offsets: HijriOffsets = { monthOffsets: { '1447-3': -2 } }

  test.each([
    ['2025-09-06', '12 রবিউল আউয়াল 1447'],
    ['2025-08-26', '1 রবিউল আউয়াল 1447'],
    ['2025-08-25', '30 সফর 1447'],
    ['2025-08-24', '29 সফর 1447'],
  ])('moves its own days: %s is %s', (civil, hijri) => {
    expect(print(civil, offsets)).toBe(hijri.normalize('NFC'))
  })

  test.each(['2025-08-01', '2025-10-20', '2026-01-01'])('leaves %s as it was', (civil) => {
    expect(print(civil, offsets)).toBe(print(civil))
  })

  test.each([4, 0.5, Number.NaN])('an offset of %s is refused', (offset) => {
    expect(() => print('2025-09-06', { offsetDays: offset })).toThrow(RangeError)
  })
})

test('with any offsets allowed, days follow one another', () => {
  const offsets: HijriOffsets = {
    offsetDays: 3,
    monthOffsets: { '1446-1': -3, '1446-2': 3, '1446-5': -3 },
  }
  const days = Array.from({ length: 400 }, (_, i) => {
    const date = new Date(Date.UTC(2024, 5, 1 + i))
    return toHijriDate(
      { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
      offsets,
    )
  })

  const broken = days.slice(1).filter((hijri, i) => {
    const before = days[i] ?? hijri
    const isNextDay = hijri.month === before.month && hijri.day === before.day + 1
    return !isNextDay && !(hijri.day === 1 && hijri.month === (before.month % 12) + 1)
  })

  expect(broken).toEqual([])
})

test('on the masthead the day changes at Dhaka’s midnight', () => {
  expect(formatHijriDate(new Date('2024-05-20T17:59:59Z'))).toBe('১১ জিলকদ ১৪৪৫')
  expect(formatHijriDate(new Date('2024-05-20T18:00:00Z'))).toBe('১২ জিলকদ ১৪৪৫')
})
