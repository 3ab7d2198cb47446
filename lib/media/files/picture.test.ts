import { describe, expect, test } from 'vitest'
import { offeredWidths, pictureName, picturePath, readVariantAddress } from './picture'

const picture = { id: 12, hash: 'abcdef0123456789'.repeat(4) }

describe('a picture’s address names its content', () => {
  test('number, beginning of the hash, width and format', () => {
    expect(pictureName(picture)).toBe('12-abcdef')
    expect(picturePath(picture, 640, 'avif')).toBe('/media/12-abcdef/640.avif')
  })

  test('what is written is read', () => {
    expect(readVariantAddress('12-abcdef', '640.avif')).toEqual({
      id: 12,
      hashStart: 'abcdef',
      width: 640,
      format: 'avif',
    })
  })

  test.each([
    ['12-abcdef', '640.gif'],
    ['12-abcdef', '641.avif'],
    ['12-abcdef', '0640.avif'],
    ['12-abcdef', '640.avif.jpg'],
    ['12-abcdef', '640'],
    ['12-abcdef', '.avif'],
    ['12-abcdef', '640.'],
    ['12-abcdef', ''],
    ['12-abcdef', '640.AVIF'],
    ['12-ABCDEF', '640.avif'],
    ['12-abcde', '640.avif'],
    ['12-abcdef0', '640.avif'],
    ['12-abcdeg', '640.avif'],
    ['0-abcdef', '640.avif'],
    ['012-abcdef', '640.avif'],
    ['9999999999-abcdef', '640.avif'],
    ['-abcdef', '640.avif'],
    ['12', '640.avif'],
    ['', '640.avif'],
    ['../12-abcdef', '640.avif'],
    ['12-abcdef\n', '640.avif'],
  ])('%j with %j is no picture’s', (name, file) => {
    expect(readVariantAddress(name, file)).toBeNull()
  })
})

describe('no width is offered that the picture does not have', () => {
  test.each([
    [2_000, 1_600, [160, 320, 480, 640, 960, 1280, 1600]],
    [2_000, 640, [160, 320, 480, 640]],
    [700, 1_600, [160, 320, 480, 640]],
    [640, 1_600, [160, 320, 480, 640]],
    [639, 1_600, [160, 320, 480]],
    [120, 1_600, [160]],
  ])('%i px wide, at most %i → %j', (width, widest, widths) => {
    expect(offeredWidths({ width }, widest)).toEqual(widths)
  })
})
