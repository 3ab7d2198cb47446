'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { SegmentedControl } from '@/components/ui/SegmentedControl'
import { frontPreviewPath } from '@/lib/newsroom/front-page/front-page'

const widths = { phone: 360, desktop: 1280 }
export type PreviewWidth = keyof typeof widths

type FrontPreviewProps = {
  encodedChoice: string
  width: PreviewWidth
  onWidth: (width: PreviewWidth) => void
}

/** The preview of the draft: the reader's front page in a frame that runs no script. */
export function FrontPreview({ encodedChoice, width, onWidth }: FrontPreviewProps) {
  const t = useTranslations('newsroomFront')
  const path = frontPreviewPath(encodedChoice)
  return (
    <section aria-labelledby="front-preview" className="grid content-start gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-t-[3px] border-ink pt-2">
        <h2 id="front-preview" className="text-22">
          {t('preview')}
        </h2>
        <div className="flex gap-2">
          <SegmentedControl
            name={t('width')}
            options={(['phone', 'desktop'] as const).map((value) => ({ value, label: t(value) }))}
            chosen={width}
            onChoose={onWidth}
          />
          <ButtonLink href={path} target="_blank" rel="noreferrer" isPadded>
            {t('apart')}
          </ButtonLink>
        </div>
      </div>
      <section
        aria-label={t(width)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto border border-rule"
      >
        <iframe
          src={path}
          title={t('preview')}
          sandbox="allow-same-origin"
          className="block h-[80vh] bg-paper"
          style={{ width: widths[width] }}
        />
      </section>
    </section>
  )
}
