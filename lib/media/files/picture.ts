import { type Picture, readNumber } from '@/lib/content-model/article'

/** Widths in pixels that pictures are made in; a width wider than the original is not offered. */
export const pictureWidths = [160, 320, 480, 640, 960, 1280, 1600] as const
export type PictureWidth = (typeof pictureWidths)[number]

/** Newest and smallest first; every browser takes the last. */
export const pictureFormats = ['avif', 'webp', 'jpg'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** The largest file that is taken. */
export const maxUploadBytes = 25 * 1024 * 1024
/** What a browser offers to choose from. HEIC is not among them: phones that know the list send JPEG in its place. */
export const acceptedTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff'

// Six digits keep a picture's address from meaning another one after a database was made anew.
const shownHashLength = 6

/** The part of the address that names the picture: its number and the beginning of its hash. */
export const pictureName = (picture: Pick<Picture, 'id' | 'hash'>) =>
  `${picture.id}-${picture.hash.slice(0, shownHashLength)}`

export const picturePath = (
  picture: Pick<Picture, 'id' | 'hash'>,
  width: PictureWidth,
  format: PictureFormat,
) => `/media/${pictureName(picture)}/${width}.${format}`

/** The widths worth offering for a picture: the first always, others up to its own size. */
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

/** Reads `{number}-{hash}` and `{width}.{format}`; null for what no picture can have. */
export function readVariantAddress(name: string, file: string): VariantAddress | null {
  const [, number = '', hashStart] = /^(\d+)-([0-9a-f]{6})$/.exec(name) ?? []
  const id = readNumber(number)
  const [widthText = '', format = ''] = file.split('.')
  const width = pictureWidths.find((each) => String(each) === widthText)
  const known = pictureFormats.find((each) => each === format)
  if (!id || !hashStart || !width || !known || file !== `${width}.${known}`) return null
  return { id, hashStart, width, format: known }
}
