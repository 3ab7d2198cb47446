import { describe, expect, test } from 'vitest'
import { isTwoStepDue, readTwoStepPolicy } from './two-step-rule'

const day = new Date('2026-12-10T18:00:00Z')
const before = new Date('2026-12-10T17:59:59Z')

describe('two steps are asked for', () => {
  test.each([
    ['of everybody at once', { twoStep: 'everybody' }, 'reporter', before, true],
    [
      'of nobody before the day',
      { twoStep: 'everybody', twoStepFrom: day.toISOString() },
      'admin',
      before,
      false,
    ],
    [
      'from the day on',
      { twoStep: 'editors', twoStepFrom: day.toISOString() },
      'editor',
      day,
      true,
    ],
    [
      'of those alone whom the rule means',
      { twoStep: 'editors', twoStepFrom: day.toISOString() },
      'reporter',
      day,
      false,
    ],
    ['of nobody without a rule', {}, 'admin', day, false],
    [
      'at once where the day cannot be read',
      { twoStep: 'editors', twoStepFrom: 7 },
      'editor',
      before,
      true,
    ],
  ] as const)('%s', (_, stored, role, now, isDue) => {
    expect(isTwoStepDue(readTwoStepPolicy(stored), role, now)).toBe(isDue)
  })
})
