import { type Picture, readNumber } from '@/lib/content-model/article'
import { pictureName } from './picture'

/** The crops in pixels: for pages, video, search engines, squares, and share cards. */
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

/** The focal point in whole percent, as in addresses and styles. */
export const focusOf = ({ focalX, focalY }: Focus) => ({
  x: Math.round(focalX * 100),
  y: Math.round(focalY * 100),
})

/** The part of the picture that a crop shows, in its pixels: as large as possible about the focal point, as in browsers. */
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

/** Whether a share card would have to enlarge the picture. */
export const isSmallForLead = ({ width, height }: Pick<Picture, 'width' | 'height'>) =>
  width < cropSizes.share.width || height < cropSizes.share.height

/** The address of a crop. It contains the focal point, so that a cached crop is not used after the focal point changed. */
export function cropPath(picture: Pick<Picture, 'id' | 'hash'> & Focus, shape: CropShape): string {
  const { x, y } = focusOf(picture)
  return `/media/${pictureName(picture)}/${shape}-${x}-${y}.jpg`
}

export type CropAddress = { id: number; hashStart: string; shape: CropShape; x: number; y: number }

/** Parses `{id}-{hash}` and `{shape}-{x}-{y}.jpg`; null for an invalid address. */
export function readCropAddress(name: string, file: string): CropAddress | null {
  const [, number = '', hashStart] = /^(\d+)-([0-9a-f]{6})$/.exec(name) ?? []
  const id = readNumber(number)
  const [, shapeName, left = '', top = ''] =
    /^([a-z]+)-(0|[1-9]\d?|100)-(0|[1-9]\d?|100)\.jpg$/.exec(file) ?? []
  const shape = cropShapes.find((each) => each === shapeName)
  if (!id || !hashStart || !shape) return null
  return { id, hashStart, shape, x: Number(left), y: Number(top) }
}
