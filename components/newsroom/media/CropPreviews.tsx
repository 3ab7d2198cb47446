import { useTranslations } from 'next-intl'
import type { Picture } from '@/lib/content-model/article'
import { cropShapes, cropSizes } from '@/lib/media/files/crop'
import { picturePath } from '@/lib/media/files/picture'

type CropPreviewsProps = { picture: Picture; focus: { x: number; y: number } }

/** The crops of the picture in each shape, for the current focal point. */
export function CropPreviews({ picture, focus }: CropPreviewsProps) {
  const t = useTranslations('newsroomMedia')
  return (
    <ul aria-label={t('crops')} className="grid grid-cols-2 items-start gap-3 md:grid-cols-5">
      {cropShapes.map((shape) => {
        const { width, height } = cropSizes[shape]
        return (
          <li key={shape} className="grid gap-1">
            {/* biome-ignore lint/performance/noImgElement: variants are made by the paper itself */}
            <img
              src={picturePath(picture, 640, 'webp')}
              alt=""
              width={width}
              height={height}
              data-shape={shape}
              className="h-auto w-full bg-wash object-cover"
              style={{
                aspectRatio: `${width} / ${height}`,
                objectPosition: `${focus.x}% ${focus.y}%`,
              }}
            />
            <span className="text-14 text-quiet">{t(`shapes.${shape}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}
