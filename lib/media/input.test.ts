import { describe, expect, test } from 'vitest'
import { pictureInput } from './input'

describe('a picture is told of in words', () => {
  test('it needs words for those who do not see it; the rest has a default', () => {
    expect(pictureInput.parse({ alt: 'নদীতে নৌকা' })).toEqual({
      alt: 'নদীতে নৌকা',
      focalX: 0.5,
      focalY: 0.5,
    })
    expect(pictureInput.safeParse({ alt: ' ' }).success).toBe(false)
  })

  test.each([-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY])(
    'a point at %d lies outside it',
    (focalX) => {
      expect(pictureInput.safeParse({ alt: 'নৌকা', focalX }).success).toBe(false)
    },
  )
})
