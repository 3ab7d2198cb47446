import { type Picture, readNumber } from '@/lib/content-model/article'
import { pictureName } from './picture'

/** The shapes that a picture is cut to, in pixels: readers' pages, video, search engines, squares of phones, cards of other sites. */
export const cropSizes = {
  photo: { width: 1200, height: 800 },
  wide: { width: 1200, height: 675 },
  standard: { width: 1200, height: 900 },
  square: { width: 1200, height: 1200 },
  share: { width: 1200, height: 630 },
} as const
export type CropShape = keyof typeof cropSizes
export const cropShapes = Object.keys(cropSizes) as CropShape[]

type Focus = Pick<Picture, 'focalX' | 'focalY'>
type CropSource = Focus & Pick<Picture, 'width' | 'height'>

/** The focal point in whole percent, as addresses and styles say it. */
export const focusOf = ({ focalX, focalY }: Focus) => ({
  x: Math.round(focalX * 100),
  y: Math.round(focalY * 100),
})

/** Where in the picture the shape is cut out, in pixels of it: as wide or high as it goes, as browsers crop it too. */
export function cropOf(picture: CropSource, shape: CropShape) {
  const { width, height } = cropSizes[shape]
  const scale = Math.min(picture.width / width, picture.height / height)
  const cut = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const { x, y } = focusOf(picture)
  return {
    left: Math.round(((picture.width - cut.width) * x) / 100),
    top: Math.round(((picture.height - cut.height) * y) / 100),
    ...cut,
  }
}

/** Too small for the top of a story: cards of other sites would have to enlarge it. */
export const isSmallForLead = ({ width, height }: Pick<Picture, 'width' | 'height'>) =>
  width < cropSizes.share.width || height < cropSizes.share.height

/**
 * Where the picture is to be had in that shape. The address names the focal point: a new one is another picture, so
 * that nobody goes on with a crop that they kept.
 */
export function cropPath(picture: Pick<Picture, 'id' | 'hash'> & Focus, shape: CropShape): string {
  const { x, y } = focusOf(picture)
  return `/media/${pictureName(picture)}/${shape}-${x}-${y}.jpg`
}

export type CropAddress = { id: number; hashStart: string; shape: CropShape; x: number; y: number }

/** Reads `{number}-{hash}` and `{shape}-{x}-{y}.jpg`; null for what no picture can have. */
export function readCropAddress(name: string, file: string): CropAddress | null {
  const [, number = '', hashStart] = /^(\d+)-([0-9a-f]{6})$/.exec(name) ?? []
  const id = readNumber(number)
  const [, shapeName, left = '', top = ''] =
    /^([a-z]+)-(0|[1-9]\d?|100)-(0|[1-9]\d?|100)\.jpg$/.exec(file) ?? []
  const shape = cropShapes.find((each) => each === shapeName)
  if (!id || !hashStart || !shape) return null
  return { id, hashStart, shape, x: Number(left), y: Number(top) }
}
