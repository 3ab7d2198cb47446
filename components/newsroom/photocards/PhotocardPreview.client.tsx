'use client'

import { useTranslations } from 'next-intl'
import { LiveText } from '@/components/ui/Notice'
import {
  type PhotocardRequest,
  type PhotocardSize,
  photocardSizes,
  photocardTexts,
} from '@/lib/photocards/photocard'
import { PhotocardErrorText } from './PhotocardErrorText'
import { usePhotocardPreview } from './photocard-requests'

type PhotocardPreviewProps = { id: number; design: PhotocardRequest | null; size: PhotocardSize }

/** The preview of the card, without its verification code. */
export function PhotocardPreview({ id, design, size }: PhotocardPreviewProps) {
  const t = useTranslations('newsroomPhotocards')
  const { url, error, isLoading, retry } = usePhotocardPreview(id, design)
  const { width, height } = photocardSizes[size]
  return (
    <section aria-label={t('preview')} className="grid content-start gap-2">
      <div
        style={{ aspectRatio: `${width} / ${height}` }}
        className="grid w-full max-w-[34rem] place-items-center border border-rule bg-wash"
      >
        {url && design ? (
          // biome-ignore lint/performance/noImgElement: the picture is rendered for this preview only
          <img
            src={url}
            alt={photocardTexts(design.words).join(' – ')}
            className="size-full object-contain"
          />
        ) : (
          <p className="p-4 text-16 text-quiet">{t(design ? 'drawing' : 'unfilled')}</p>
        )}
      </div>
      <LiveText keepsSpace>{t(isLoading ? 'drawing' : 'previewHint')}</LiveText>
      <PhotocardErrorText error={error} onRetry={retry} />
    </section>
  )
}
