import { expect, test } from 'vitest'
import { expiryOf } from './expiry'

const noon = new Date('2026-03-26T06:00:00Z')

test('ends are counted from now, by the paper’s clock', () => {
  expect(expiryOf('hour', noon)).toEqual(new Date('2026-03-26T07:00:00Z'))
  expect(expiryOf('threeHours', noon)).toEqual(new Date('2026-03-26T09:00:00Z'))
  expect(expiryOf('midnight', noon)).toEqual(new Date('2026-03-26T18:00:00Z'))
})
