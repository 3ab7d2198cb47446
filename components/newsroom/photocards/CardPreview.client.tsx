'use client'

import { useTranslations } from 'next-intl'
import {
  type CardLook,
  type PhotocardSize,
  photocardSizes,
  textsOf,
} from '@/lib/photocards/photocard'
import { TroubleText } from './TroubleText'
import { useDrawn } from './use-maker'

type CardPreviewProps = { id: number; look: CardLook | null; size: PhotocardSize }

/** The card as it will be, without its code. */
export function CardPreview({ id, look, size }: CardPreviewProps) {
  const t = useTranslations('newsroomPhotocards')
  const { url, trouble, isDrawing, again } = useDrawn(id, look)
  const { width, height } = photocardSizes[size]
  return (
    <section aria-label={t('preview')} className="grid content-start gap-2">
      <div
        style={{ aspectRatio: `${width} / ${height}` }}
        className="grid w-full max-w-[34rem] place-items-center border border-rule bg-wash"
      >
        {url && look ? (
          // biome-ignore lint/performance/noImgElement: drawn for this look alone
          <img
            src={url}
            alt={textsOf(look.words).join(' – ')}
            className="size-full object-contain"
          />
        ) : (
          <p className="p-4 text-16 text-quiet">{t(look ? 'drawing' : 'unfilled')}</p>
        )}
      </div>
      <p role="status" className="min-h-6 text-14 text-quiet">
        {t(isDrawing ? 'drawing' : 'previewHint')}
      </p>
      <TroubleText trouble={trouble} again={again} />
    </section>
  )
}
