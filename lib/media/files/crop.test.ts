import { describe, expect, test } from 'vitest'
import { cropOf, cropPath, cropShapes, isSmallForLead, readCropAddress } from './crop'

const hash = 'abcdef'.padEnd(64, '0')
const picture = { id: 7, hash, width: 2_000, height: 1_000, focalX: 0.5, focalY: 0.5 }

describe('a crop is as large as the picture allows, about its focal point', () => {
  test.each([
    ['a square from the middle', 'square', {}, [500, 0, 1_000, 1_000]],
    ['a square at the left edge', 'square', { focalX: 0 }, [0, 0, 1_000, 1_000]],
    ['a square at the right edge', 'square', { focalX: 1 }, [1_000, 0, 1_000, 1_000]],
    ['3:2', 'photo', { focalX: 0.2 }, [100, 0, 1_500, 1_000]],
    ['16:9', 'wide', {}, [111, 0, 1_778, 1_000]],
    ['a card of other sites', 'share', { focalY: 0 }, [48, 0, 1_905, 1_000]],
    [
      'a card from a picture held upright',
      'share',
      { width: 1_000, height: 2_000, focalY: 0.25 },
      [0, 369, 1_000, 525],
    ],
  ] as const)('%s', (_, shape, other, [left, top, width, height]) => {
    expect(cropOf({ ...picture, ...other }, shape)).toEqual({ left, top, width, height })
  })

  test('it never reaches beyond the picture', () => {
    const sizes = [100, 101, 333, 1_000, 4_001]
    const points = [0, 0.005, 0.333, 0.5, 0.995, 1]
    const crops = cropShapes.flatMap((shape) =>
      sizes.flatMap((width) =>
        sizes.flatMap((height) =>
          points.map((focalX) => {
            const crop = cropOf({ width, height, focalX, focalY: 1 - focalX }, shape)
            return { width, height, crop }
          }),
        ),
      ),
    )

    const outside = crops.filter(
      ({ width, height, crop }) =>
        Math.min(crop.left, crop.top) < 0 ||
        Math.min(crop.width, crop.height) < 1 ||
        crop.left + crop.width > width ||
        crop.top + crop.height > height,
    )
    expect(crops).toHaveLength(750)
    expect(outside).toEqual([])
  })
})

describe('the address of a crop', () => {
  test('names picture, shape and focal point, and is read again', () => {
    const path = cropPath({ ...picture, focalX: 0.333, focalY: 1 }, 'share')

    expect(path).toBe('/media/7-abcdef/share-33-100.jpg')
    expect(readCropAddress('7-abcdef', 'share-33-100.jpg')).toEqual({
      id: 7,
      hashStart: 'abcdef',
      shape: 'share',
      x: 33,
      y: 100,
    })
  })

  test.each([
    ['7-abcdef', 'share-101-0.jpg'],
    ['7-abcdef', 'share-01-0.jpg'],
    ['7-abcdef', 'share--1-0.jpg'],
    ['7-abcdef', 'share-1-0.webp'],
    ['7-abcdef', 'constructor-1-0.jpg'],
    ['7-abcde', 'share-1-0.jpg'],
    ['0-abcdef', 'share-1-0.jpg'],
    ['7-abcdef', '../share-1-0.jpg'],
  ])('is not %s/%s', (name, file) => {
    expect(readCropAddress(name, file)).toBeNull()
  })
})

test.each([
  [1_200, 630, false],
  [1_199, 2_000, true],
  [2_000, 629, true],
])('%d × %d is too small for the top of a story: %s', (width, height, isSmall) => {
  expect(isSmallForLead({ width, height })).toBe(isSmall)
})
