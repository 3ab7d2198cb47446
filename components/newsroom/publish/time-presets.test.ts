import { expect, test } from 'vitest'
import { timePresets } from './time-presets'

const presets = (now: string) =>
  timePresets(new Date(now)).map(({ word, at }) => [word, at.toISOString()])

test.each([
  [
    'at noon in Dhaka',
    '2026-12-01T06:00:31Z',
    [
      ['in15Minutes', '2026-12-01T06:15:00.000Z'],
      ['thisEvening', '2026-12-01T12:00:00.000Z'],
      ['tomorrowMorning', '2026-12-02T00:00:00.000Z'],
    ],
  ],
  [
    'at seven in the evening: the evening’s has passed',
    '2026-12-01T13:00:00Z',
    [
      ['in15Minutes', '2026-12-01T13:15:00.000Z'],
      ['tomorrowMorning', '2026-12-02T00:00:00.000Z'],
    ],
  ],
  [
    'after midnight: tomorrow is the day after the morning that comes',
    '2026-12-01T19:00:00Z',
    [
      ['in15Minutes', '2026-12-01T19:15:00.000Z'],
      ['thisEvening', '2026-12-02T12:00:00.000Z'],
      ['tomorrowMorning', '2026-12-03T00:00:00.000Z'],
    ],
  ],
])('the presets %s', (_, now, expected) => {
  expect(presets(now)).toEqual(expected)
})
