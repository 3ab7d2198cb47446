import type { Picture } from '@/lib/content-model/article'
import { offeredWidths, picturePath } from '@/lib/media/files/picture'

const maxWidth = 960

/** A picture as readers get it above a story: 3:2 about its focal point. */
export function CroppedPicture({ picture }: { picture: Picture }) {
  const width = offeredWidths(picture, maxWidth).at(-1) ?? 160
  return (
    // biome-ignore lint/performance/noImgElement: the archive makes its own widths
    <img
      src={picturePath(picture, width, 'webp')}
      alt={picture.alt}
      width={960}
      height={640}
      className="aspect-photo h-auto w-full object-cover"
      style={{ objectPosition: `${picture.focalX * 100}% ${picture.focalY * 100}%` }}
    />
  )
}
