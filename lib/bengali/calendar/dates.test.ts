import { describe, expect, test } from 'vitest'
import {
  civilDate,
  formatAgo,
  formatClock,
  formatDate,
  formatLongDate,
  formatStamp,
  formatUntil,
  toIsoInZone,
} from './dates'

/** An instant named by the clock of a zone an even six hours ahead of UTC, as Dhaka's is today. */
const dhaka = (text: string) => new Date(`${text.replace(' ', 'T')}:00+06:00`)

describe('a story’s stamp', () => {
  test.each([
    ['2024-05-20 20:02', '২০ মে ২০২৪, ০৮:০২ পিএম'],
    ['2024-07-01 00:00', '০১ জুলাই ২০২৪, ১২:০০ এএম'],
    ['2024-02-29 12:00', '২৯ ফেব্রুয়ারি ২০২৪, ১২:০০ পিএম'],
    ['2024-01-09 09:05', '০৯ জানুয়ারি ২০২৪, ০৯:০৫ এএম'],
    ['2025-12-31 23:59', '৩১ ডিসেম্বর ২০২৫, ১১:৫৯ পিএম'],
  ])('%s → %s', (at, stamp) => {
    expect(formatStamp(dhaka(at))).toBe(stamp.normalize('NFC'))
  })

  test('keeps summer time where there was any', () => {
    expect(formatStamp(new Date('2009-07-01T00:00:00Z'))).toBe('০১ জুলাই ২০০৯, ০৭:০০ এএম')
  })

  test('is told by the zone asked for', () => {
    expect(formatStamp(dhaka('2024-05-20 20:02'), 'Asia/Kolkata')).toBe('২০ মে ২০২৪, ০৭:৩২ পিএম')
    expect(formatStamp(dhaka('2024-05-20 00:02'), 'Europe/London')).toBe('১৯ মে ২০২৪, ০৭:০২ পিএম')
  })

  test('of no instant is refused', () => {
    expect(() => formatStamp(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('dates in running text', () => {
  test.each([
    ['2024-05-20 20:02', '২০ মে ২০২৪', 'সোমবার, ২০ মে ২০২৪'],
    ['2024-07-01 00:00', '১ জুলাই ২০২৪', 'সোমবার, ১ জুলাই ২০২৪'],
    ['2024-06-30 23:59', '৩০ জুন ২০২৪', 'রবিবার, ৩০ জুন ২০২৪'],
    ['2026-11-26 12:00', '২৬ নভেম্বর ২০২৬', 'বৃহস্পতিবার, ২৬ নভেম্বর ২০২৬'],
    ['1971-12-16 16:31', '১৬ ডিসেম্বর ১৯৭১', 'বৃহস্পতিবার, ১৬ ডিসেম্বর ১৯৭১'],
  ])('%s → %s', (at, date, long) => {
    expect(formatDate(dhaka(at))).toBe(date)
    expect(formatLongDate(dhaka(at))).toBe(long)
  })
})

describe('the clock', () => {
  test.each([
    ['2024-05-20 20:02', '০৮:০২ পিএম'],
    ['2024-05-20 00:00', '১২:০০ এএম'],
    ['2024-05-20 12:00', '১২:০০ পিএম'],
    ['2024-05-20 15:30', '০৩:৩০ পিএম'],
    ['2024-05-20 05:45', '০৫:৪৫ এএম'],
  ])('%s → %s', (at, clock) => {
    expect(formatClock(dhaka(at))).toBe(clock)
  })
})

describe('how long ago', () => {
  test.each([
    ['2024-05-20 20:02', '2024-05-20 20:02', 'এইমাত্র'],
    ['2024-05-20 20:03', '2024-05-20 20:02', 'এইমাত্র'],
    ['2024-05-20 20:01', '2024-05-20 20:02', '১ মিনিট আগে'],
    ['2024-05-20 19:57', '2024-05-20 20:02', '৫ মিনিট আগে'],
    ['2024-05-20 19:03', '2024-05-20 20:02', '৫৯ মিনিট আগে'],
    ['2024-05-20 19:02', '2024-05-20 20:02', '১ ঘণ্টা আগে'],
    ['2024-05-20 17:00', '2024-05-20 20:02', '৩ ঘণ্টা আগে'],
    ['2024-05-20 00:00', '2024-05-20 23:59', '২৩ ঘণ্টা আগে'],
    ['2024-05-19 23:00', '2024-05-20 00:30', '১ ঘণ্টা আগে'],
    ['2024-05-19 12:31', '2024-05-20 00:30', '১১ ঘণ্টা আগে'],
    ['2024-05-19 12:30', '2024-05-20 00:30', 'গতকাল'],
    ['2024-05-19 00:00', '2024-05-20 23:59', 'গতকাল'],
    ['2024-05-18 23:59', '2024-05-20 00:00', '১৮ মে ২০২৪'],
    ['2024-05-20 20:04', '2024-05-20 20:02', '২০ মে ২০২৪'],
  ])('%s seen at %s → %s', (at, now, expected) => {
    expect(formatAgo(dhaka(at), dhaka(now))).toBe(expected)
  })
})

describe('dates for machines', () => {
  test.each([
    ['2024-05-20T14:02:00Z', 'Asia/Dhaka', '2024-05-20T20:02:00+06:00'],
    ['2009-07-01T00:00:00Z', 'Asia/Dhaka', '2009-07-01T07:00:00+07:00'],
    ['1943-01-01T00:00:00Z', 'Asia/Dhaka', '1943-01-01T06:30:00+06:30'],
    ['1930-01-01T00:00:00Z', 'Asia/Dhaka', '1930-01-01T05:53:00+05:53'],
    ['2024-05-20T14:02:00Z', 'America/St_Johns', '2024-05-20T11:32:00-02:30'],
    ['2024-05-20T14:02:59.999Z', 'UTC', '2024-05-20T14:02:59+00:00'],
  ])('%s in %s → %s', (instant, zone, iso) => {
    expect(toIsoInZone(new Date(instant), zone)).toBe(iso)
    expect(Date.parse(iso)).toBe(Math.floor(Date.parse(instant) / 1000) * 1000)
  })

  test('the day is the zone’s own', () => {
    expect(civilDate(new Date('2024-05-20T18:00:00Z'))).toEqual({ year: 2024, month: 5, day: 21 })
    expect(civilDate(new Date('2024-05-20T17:59:59Z'))).toEqual({ year: 2024, month: 5, day: 20 })
  })
})

describe('how long until then', () => {
  const now = new Date('2026-11-25T06:00:00Z')
  test.each([
    [30, 'এক মিনিটের মধ্যে'],
    [60, '১ মিনিট পরে'],
    [59 * 60, '৫৯ মিনিট পরে'],
    [3 * 3600, '৩ ঘণ্টা পরে'],
    [3 * 3600 + 20 * 60, '৩ ঘণ্টা ২০ মিনিট পরে'],
    [47 * 3600, '৪৭ ঘণ্টা পরে'],
    [50 * 3600, '২ দিন পরে'],
  ])('%s s: %s', (seconds, words) => {
    expect(formatUntil(new Date(now.getTime() + seconds * 1000), now)).toBe(words)
  })
})
