import { describe, expect, test } from 'vitest'
import { type BanglaRule, formatBanglaDate, toBanglaDate } from './bangla-calendar'
import { seasons } from './names.json'
import { dayNumber } from './zoned-time'

function onDay(text: string) {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}

function print(text: string, rule?: BanglaRule) {
  const { day, monthName, year } = toBanglaDate(onDay(text), rule)
  return `${day} ${monthName} ${year}`
}

describe('Bangladesh’s calendar since 16 October 2019', () => {
  test.each([
    ['2019-10-16', '31 আশ্বিন 1426'],
    ['2019-10-17', '1 কার্তিক 1426'],
    ['2019-12-16', '1 পৌষ 1426'],
    ['2020-02-13', '30 মাঘ 1426'],
    ['2020-02-14', '1 ফাল্গুন 1426'],
    ['2020-02-21', '8 ফাল্গুন 1426'],
    ['2020-02-29', '16 ফাল্গুন 1426'],
    ['2020-03-14', '30 ফাল্গুন 1426'],
    ['2020-03-15', '1 চৈত্র 1426'],
    ['2020-04-13', '30 চৈত্র 1426'],
    ['2020-04-14', '1 বৈশাখ 1427'],
    ['2021-03-14', '29 ফাল্গুন 1427'],
    ['2021-03-15', '1 চৈত্র 1427'],
    ['2021-03-26', '12 চৈত্র 1427'],
    ['2022-04-14', '1 বৈশাখ 1429'],
    ['2024-05-08', '25 বৈশাখ 1431'],
    ['2024-05-20', '6 জ্যৈষ্ঠ 1431'],
    ['2024-05-25', '11 জ্যৈষ্ঠ 1431'],
    ['2025-04-20', '7 বৈশাখ 1432'],
    ['2025-07-12', '28 আষাঢ় 1432'],
    ['2024-01-01', '17 পৌষ 1430'],
    ['2024-12-31', '16 পৌষ 1431'],
    ['2100-02-21', '8 ফাল্গুন 1506'],
  ])('%s is %s', (civil, bangla) => {
    expect(print(civil)).toBe(bangla.normalize('NFC'))
  })
})

describe('the 1987 rule before that', () => {
  test.each([
    ['2019-10-15', '30 আশ্বিন 1426'],
    ['2019-04-14', '1 বৈশাখ 1426'],
    ['2019-02-21', '9 ফাল্গুন 1425'],
    ['2018-12-16', '2 পৌষ 1425'],
    ['2019-03-26', '12 চৈত্র 1425'],
    ['2016-02-13', '1 ফাল্গুন 1422'],
    ['2016-03-14', '31 ফাল্গুন 1422'],
    ['2015-03-14', '30 ফাল্গুন 1421'],
    ['2015-03-15', '1 চৈত্র 1421'],
  ])('%s is %s', (civil, bangla) => {
    expect(print(civil)).toBe(bangla)
  })

  test('either rule can be asked for on any day', () => {
    expect(print('2019-10-17', '1987')).toBe('2 কার্তিক 1426')
    expect(print('2019-02-21', '2019')).toBe('8 ফাল্গুন 1425')
  })
})

describe('for every day from 1990 to 2050', () => {
  const first = dayNumber(onDay('1990-01-01'))
  const last = dayNumber(onDay('2050-12-31'))
  const days = Array.from({ length: last - first + 1 }, (_, i) => {
    const date = new Date((first + i) * 86_400_000)
    const civil = {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    }
    return { civil, bangla: toBanglaDate(civil) }
  })

  test('a day is followed by the next one or by the first of the next month', () => {
    const broken = days.slice(1).filter(({ bangla }, i) => {
      const before = days[i]?.bangla ?? bangla
      const isNextDay = bangla.month === before.month && bangla.day === before.day + 1
      const isNextMonth = bangla.day === 1 && bangla.month === (before.month % 12) + 1
      return !isNextDay && !isNextMonth
    })

    expect(broken).toEqual([])
  })

  test('the year begins on 14 April', () => {
    const newYears = days.filter(({ bangla }) => bangla.day === 1 && bangla.month === 1)

    expect(newYears).toHaveLength(61)
    expect(newYears.every(({ civil }) => civil.month === 4 && civil.day === 14)).toBe(true)
    expect(newYears.every(({ civil, bangla }) => bangla.year === civil.year - 593)).toBe(true)
  })
})

describe('six seasons of two months', () => {
  test.each(seasons.map((season, i) => [season, i] as const))('%s', (season, i) => {
    const civil = onDay(
      ['2024-05-01', '2024-07-01', '2024-09-01', '2024-11-01', '2025-01-01', '2025-03-01'][i] ?? '',
    )

    expect(toBanglaDate(civil).season).toBe(season)
  })
})

describe('on the masthead', () => {
  test('the day changes at Dhaka’s midnight', () => {
    expect(formatBanglaDate(new Date('2024-05-20T17:59:59Z'))).toBe('৬ জ্যৈষ্ঠ ১৪৩১')
    expect(formatBanglaDate(new Date('2024-05-20T18:00:00Z'))).toBe('৭ জ্যৈষ্ঠ ১৪৩১')
  })

  test('the era is named when asked', () => {
    const instant = new Date('2024-05-20T14:02:00Z')

    expect(formatBanglaDate(instant, { withEra: true })).toBe('৬ জ্যৈষ্ঠ ১৪৩১ বঙ্গাব্দ')
  })

  test('a day the calendar has not is refused', () => {
    expect(() => toBanglaDate({ year: 2023, month: 2, day: 29 })).toThrow(RangeError)
  })
})
