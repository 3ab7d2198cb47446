import type { Picture } from '@/lib/content-model/article'
import { picturePath } from '@/lib/media/files/picture'

/** A picture of the archive, small, cropped about its focal point as readers see it. Its words stand beside it. */
export function Thumbnail({ picture }: { picture: Picture }) {
  return (
    // biome-ignore lint/performance/noImgElement: variants are made by the paper itself
    <img
      src={picturePath(picture, 320, 'webp')}
      alt=""
      width={320}
      height={213}
      loading="lazy"
      decoding="async"
      className="aspect-photo h-auto w-full bg-wash object-cover"
      style={{ objectPosition: `${picture.focalX * 100}% ${picture.focalY * 100}%` }}
    />
  )
}
