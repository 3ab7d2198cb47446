'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { Picture } from '@/lib/content-model/article'
import { picturePath } from '@/lib/media/files/picture'

/** In whole percent of width and height. */
export type Focus = { x: number; y: number }

type FocalPointPickerProps = {
  picture: Picture
  focus: Focus
  readOnly: boolean
  onChange: (focus: Focus) => void
}

const clampPercent = (percent: number) => Math.min(100, Math.max(0, Math.round(percent)))
const step = 1
const bigStep = 10

const moves: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/** The whole picture with the point that every crop keeps: set by a click, a drag, or the arrow keys. */
export function FocalPointPicker({ picture, focus, readOnly, onChange }: FocalPointPickerProps) {
  const t = useTranslations('newsroomMedia')
  const frame = useRef<HTMLDivElement>(null)
  const setFromPointer = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box || readOnly) return
    onChange({
      x: clampPercent(((event.clientX - box.left) / box.width) * 100),
      y: clampPercent(((event.clientY - box.top) / box.height) * 100),
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (!move || readOnly) return
    event.preventDefault()
    const times = event.shiftKey ? bigStep : 1
    onChange({
      x: clampPercent(focus.x + move[0] * times),
      y: clampPercent(focus.y + move[1] * times),
    })
  }
  const valueText = t('focusAt', { x: toBengaliDigits(focus.x), y: toBengaliDigits(focus.y) })
  return (
    <div className="grid gap-1">
      <div
        ref={frame}
        className={`relative w-full overflow-clip [overflow-clip-margin:6px] ${readOnly ? '' : 'cursor-crosshair touch-none'}`}
        style={{
          aspectRatio: `${picture.width} / ${picture.height}`,
          maxWidth: `calc(70dvh * ${picture.width / picture.height})`,
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setFromPointer(event)
        }}
        onPointerMove={(event) => event.buttons === 1 && setFromPointer(event)}
      >
        {/* biome-ignore lint/performance/noImgElement: variants are made by the paper itself */}
        <img
          src={picturePath(picture, 960, 'webp')}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          draggable={false}
          className="block size-full select-none bg-wash"
        />
        {!readOnly && (
          <button
            type="button"
            role="slider"
            aria-label={t('focus')}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={focus.x}
            aria-valuetext={valueText}
            aria-describedby="focus-hint"
            onKeyDown={onKeyDown}
            className="absolute size-11 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-paper bg-ink/40 outline-2 outline-ink"
            style={{ left: `${focus.x}%`, top: `${focus.y}%` }}
          />
        )}
      </div>
      <p id="focus-hint" className="text-14 text-quiet">
        {valueText} {!readOnly && t('focusHint')}
      </p>
    </div>
  )
}
