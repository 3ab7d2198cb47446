'use client'

import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { FieldFrame } from '@/components/ui/FieldFrame'
import { tapTarget } from '@/components/ui/tap-target'
import type { Picture } from '@/lib/content-model/article'
import { offeredWidths, picturePath } from '@/lib/media/files/picture'

type Point = Pick<Picture, 'focalX' | 'focalY'>
type FocalPointSlidersProps = { picture: Picture; at: Point; onMove: (at: Point) => void }

const maxWidth = 320
const clampFraction = (fraction: number) =>
  Math.min(1, Math.max(0, Math.round(fraction * 100) / 100))

/** The point of a picture that stays in sight wherever it is cropped: by a server on it, or by two sliders. */
export function FocalPointSliders({ picture, at, onMove }: FocalPointSlidersProps) {
  const t = useTranslations('newsroomPicture')
  const width = offeredWidths(picture, maxWidth).at(-1) ?? 160
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onMove({
      focalX: clampFraction((event.clientX - box.left) / box.width),
      focalY: clampFraction((event.clientY - box.top) / box.height),
    })
  }
  const slider = (name: 'focalX' | 'focalY') => (
    <FieldFrame label={t(name)} look="quiet">
      {(control) => (
        <input
          {...control}
          type="range"
          min={0}
          max={100}
          value={Math.round(at[name] * 100)}
          onChange={(event) => onMove({ ...at, [name]: Number(event.target.value) / 100 })}
          className={tapTarget({ shape: 'block', className: 'w-full accent-ink' })}
        />
      )}
    </FieldFrame>
  )
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="pb-1 text-14 text-quiet">{t('focal')}</legend>
      <div className="flex flex-wrap items-start gap-4">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the sliders beside it do the same by keyboard */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for who has a pointer */}
        <div className="relative w-40 shrink-0 cursor-crosshair" onClick={onClick}>
          {/* biome-ignore lint/performance/noImgElement: the archive makes its own widths */}
          <img src={picturePath(picture, width, 'webp')} alt="" className="block h-auto w-full" />
          <span
            aria-hidden="true"
            className="absolute size-5 -translate-1/2 rounded-full border-2 border-[#fff] bg-[#b3201f]"
            style={{ left: `${at.focalX * 100}%`, top: `${at.focalY * 100}%` }}
          />
        </div>
        <div className="grid min-w-40 flex-1">
          {slider('focalX')}
          {slider('focalY')}
        </div>
      </div>
    </fieldset>
  )
}
