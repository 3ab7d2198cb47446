import { type Picture, readNumber } from '@/lib/content-model/article'

/** The widths of variants in pixels; none is wider than the original. */
export const pictureWidths = [160, 320, 480, 640, 960, 1280, 1600] as const
export type PictureWidth = (typeof pictureWidths)[number]

/** Smallest files first; every browser supports the last. */
export const pictureFormats = ['avif', 'webp', 'jpg'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export const maxUploadBytes = 25 * 1024 * 1024
/** The types that the file dialog offers. Without HEIC, phones convert to JPEG. */
export const acceptedTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff'

// Six digits tell pictures of the same id apart after a database was created again.
const shownHashLength = 6

/** The segment of the address that identifies the picture: its id and the start of its hash. */
export const pictureName = (picture: Pick<Picture, 'id' | 'hash'>) =>
  `${picture.id}-${picture.hash.slice(0, shownHashLength)}`

export const picturePath = (
  picture: Pick<Picture, 'id' | 'hash'>,
  width: PictureWidth,
  format: PictureFormat,
) => `/media/${pictureName(picture)}/${width}.${format}`

/** The widths of a picture's variants: the smallest always, others up to its own width and `widest`. */
export function offeredWidths(picture: Pick<Picture, 'width'>, widest: number): PictureWidth[] {
  const [smallest, ...rest] = pictureWidths
  return [smallest, ...rest.filter((width) => width <= picture.width && width <= widest)]
}

export type VariantAddress = {
  id: number
  hashStart: string
  width: PictureWidth
  format: PictureFormat
}

/** Parses `{id}-{hash}` and `{width}.{format}`; null for an invalid address. */
export function readVariantAddress(name: string, file: string): VariantAddress | null {
  const [, number = '', hashStart] = /^(\d+)-([0-9a-f]{6})$/.exec(name) ?? []
  const id = readNumber(number)
  const [widthText = '', format = ''] = file.split('.')
  const width = pictureWidths.find((each) => String(each) === widthText)
  const known = pictureFormats.find((each) => each === format)
  if (!id || !hashStart || !width || !known || file !== `${width}.${known}`) return null
  return { id, hashStart, width, format: known }
}
