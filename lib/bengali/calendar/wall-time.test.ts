import { describe, expect, test } from 'vitest'
import { readWallTime, wallFields } from './wall-time'

describe('a date and a time of a form are an instant in Dhaka', () => {
  test.each([
    ['2026-11-25', '18:30', '2026-11-25T12:30:00.000Z'],
    ['২০২৬-১১-২৫', '১৮:৩০', '2026-11-25T12:30:00.000Z'],
    ['২৫ নভেম্বর ২০২৬', '০৬:৩০ পিএম', '2026-11-25T12:30:00.000Z'],
    ['২৫/১১/২০২৬', 'সন্ধ্যা ৬টা ৩০ মিনিট', '2026-11-25T12:30:00.000Z'],
    ['25/11/2026', '6:30 pm', '2026-11-25T12:30:00.000Z'],
    ['2026-01-01', '00:00', '2025-12-31T18:00:00.000Z'],
    ['2028-02-29', '05:59', '2028-02-28T23:59:00.000Z'],
  ])('%s %s', (date, time, instant) => {
    expect(readWallTime(date, time)).toEqual({ kind: 'instant', instant: new Date(instant) })
  })

  test('and back', () => {
    expect(wallFields(new Date('2025-12-31T18:05:00Z'))).toEqual({
      date: '১ জানুয়ারি ২০২৬',
      time: '১২:০৫ এএম',
    })
  })
})

test.each([
  ['2026-02-31', '10:00'],
  ['2026-13-01', '10:00'],
  ['2026-11-25', '24:00'],
  ['2026-11-25', '10:60'],
  ['2026-11-25', ''],
  ['', '10:00'],
  ['25 11', '10:00'],
  ['2026-11-25', 'কাল'],
])('%s %s is no time', (date, time) => {
  expect(readWallTime(date, time)).toEqual({ kind: 'unreadable' })
})

describe('a time that clocks skip or show twice is told apart', () => {
  // Dhaka's clocks went forward at 23:00 on 19 June 2009 and back at midnight of 31 December.
  test.each([
    ['2009-06-19', '23:30', 'Asia/Dhaka', 'skipped'],
    ['2009-06-19', '22:59', 'Asia/Dhaka', 'instant'],
    ['2009-06-20', '00:00', 'Asia/Dhaka', 'instant'],
    ['2009-12-31', '23:30', 'Asia/Dhaka', 'twice'],
    ['2009-12-31', '22:59', 'Asia/Dhaka', 'instant'],
    ['2010-01-01', '00:00', 'Asia/Dhaka', 'instant'],
    ['2026-03-29', '02:30', 'Europe/Berlin', 'skipped'],
    ['2026-10-25', '02:30', 'Europe/Berlin', 'twice'],
    ['2026-10-25', '03:00', 'Europe/Berlin', 'instant'],
  ])('%s %s in %s: %s', (date, time, zone, kind) => {
    expect(readWallTime(date, time, zone).kind).toBe(kind)
  })
})
