import type { Picture } from '@/lib/content-model/article'
import { offeredWidths, type PictureFormat, picturePath } from '@/lib/media/files/picture'

type PhotoProps = {
  picture: Picture
  /** HTML's `sizes`: the picture's width by page width. */
  sizes: string
  /** Widest file worth offering, in pixels. */
  widest: number
  /** The lead is fetched at once and first; the rest when it comes near. */
  isLead?: boolean
  /** A picture beside its headline is decorative for screen readers. */
  isDecorative?: boolean
  /** Whole, in its own proportions; otherwise 3:2 about its focal point. */
  isWhole?: boolean
}

// Readers who save data get a narrower picture. Browsers without that media feature ignore the source.
const dataSaverSize = '(prefers-reduced-data: reduce) 120px'

/**
 * The value of `sizes` for a picture as wide as a phone. For screens with 1.5 dots per pixel and more it states
 * slightly less: the difference is invisible, and the next smaller file has half the bytes.
 */
export const edgeToEdge = '(min-width: 40rem) 100vw, (min-resolution: 1.5dppx) 86vw, 100vw'

/** A picture in the newest format that the browser supports and the width its place needs. Its space is reserved. */
export function Photo({
  picture,
  sizes,
  widest,
  isLead = false,
  isDecorative = false,
  isWhole = false,
}: PhotoProps) {
  const widths = offeredWidths(picture, widest)
  const srcSet = (format: PictureFormat) =>
    widths.map((width) => `${picturePath(picture, width, format)} ${width}w`).join(', ')
  const fallback = widths.findLast((width) => width <= 640) ?? widths[0] ?? 160
  const sizesWithDataSaver = `${dataSaverSize}, ${sizes}`
  return (
    <picture>
      <source type="image/avif" srcSet={srcSet('avif')} sizes={sizesWithDataSaver} />
      <source type="image/webp" srcSet={srcSet('webp')} sizes={sizesWithDataSaver} />
      <img
        src={picturePath(picture, fallback, 'jpg')}
        alt={isDecorative ? '' : picture.alt}
        width={isWhole ? picture.width : 960}
        height={isWhole ? picture.height : 640}
        className={isWhole ? 'h-auto w-full' : 'aspect-photo h-auto w-full object-cover'}
        style={isWhole ? undefined : { objectPosition: objectPositionOf(picture) }}
        loading={isLead ? 'eager' : 'lazy'}
        fetchPriority={isLead ? 'high' : 'auto'}
        decoding="async"
      />
    </picture>
  )
}

/** Undefined for the centre, the browser's default: most pictures need no style. */
function objectPositionOf({ focalX, focalY }: Picture): string | undefined {
  if (focalX === 0.5 && focalY === 0.5) return undefined
  return `${Math.round(focalX * 100)}% ${Math.round(focalY * 100)}%`
}
