import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilTime, dayNumber, instantOf, isCivilDate, zoneOffsetMs } from './zoned-time'

const HOUR = 3_600_000

function wall(text: string) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text
    .split(/\D+/)
    .map(Number)
  return { year, month, day, hour, minute, second }
}

describe('the offset is the zone’s at that instant', () => {
  test.each([
    ['2024-05-20T14:02:00Z', 'Asia/Dhaka', 6],
    ['2009-07-01T00:00:00Z', 'Asia/Dhaka', 7],
    ['2009-12-31T16:59:59Z', 'Asia/Dhaka', 7],
    ['2009-12-31T17:00:00Z', 'Asia/Dhaka', 6],
    ['1943-01-01T00:00:00Z', 'Asia/Dhaka', 6.5],
    ['2024-05-20T14:02:00Z', 'Asia/Kolkata', 5.5],
    ['2024-07-01T00:00:00Z', 'America/New_York', -4],
  ])('%s in %s is %s hours', (instant, zone, hours) => {
    expect(zoneOffsetMs(new Date(instant), zone)).toBe(hours * HOUR)
  })
})

describe('a wall time means one instant', () => {
  test.each([
    ['2024-05-20 20:02:00', 'Asia/Dhaka', '2024-05-20T14:02:00.000Z'],
    ['2009-07-01 07:00:00', 'Asia/Dhaka', '2009-07-01T00:00:00.000Z'],
    ['2024-01-01 00:00:00', 'Asia/Kolkata', '2023-12-31T18:30:00.000Z'],
    // Dhaka's clocks went from 22:59:59 to 00:00 on 19 June 2009 and showed the last hour of that year twice.
    ['2009-06-19 23:30:00', 'Asia/Dhaka', '2009-06-19T17:30:00.000Z'],
    ['2009-12-31 23:30:00', 'Asia/Dhaka', '2009-12-31T16:30:00.000Z'],
    ['2024-03-10 02:30:00', 'America/New_York', '2024-03-10T07:30:00.000Z'],
    ['2024-11-03 01:30:00', 'America/New_York', '2024-11-03T05:30:00.000Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(instantOf(wall(text), zone).toISOString()).toBe(instant)
  })

  test('what a clock shows leads back to the instant, to the second', () => {
    const seconds = fc.integer({ min: Date.UTC(1960, 0) / 1000, max: Date.UTC(2008, 0) / 1000 })
    fc.assert(
      fc.property(seconds, fc.constantFrom('Asia/Dhaka', 'UTC', 'Asia/Kolkata'), (s, zone) => {
        const instant = new Date(s * 1000)
        expect(instantOf(civilTime(instant, zone), zone)).toEqual(instant)
      }),
    )
  })

  test('an unknown zone is refused', () => {
    expect(() => civilTime(new Date(0), 'Asia/Nowhere')).toThrow(RangeError)
  })
})

describe('days of the calendar', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-04-31', false],
    ['2024-13-01', false],
    ['2024-00-10', false],
  ])('%s is one: %s', (text, expected) => {
    expect(isCivilDate(wall(text))).toBe(expected)
  })

  test('they are counted one by one', () => {
    expect(dayNumber(wall('2024-03-01')) - dayNumber(wall('2024-02-28'))).toBe(2)
    expect(() => dayNumber(wall('2023-02-29'))).toThrow(RangeError)
  })
})
