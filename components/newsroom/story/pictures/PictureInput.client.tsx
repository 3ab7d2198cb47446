'use client'

import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'
import { PictureChooser } from '@/components/newsroom/media/PictureChooser.client'
import { uploadPictureFile } from '@/components/newsroom/media/upload-picture'
import { Button } from '@/components/ui/Button'
import { LiveText } from '@/components/ui/Notice'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { Picture } from '@/lib/content-model/article'
import { useUploadErrorText } from './use-upload-error'

type PictureInputProps = {
  isFilled: boolean
  onPicture: (picture: Picture) => void
  onRemove: () => void
}

const pictureIn = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].find((file) => file.type.startsWith('image/'))

/** Where a picture comes from: the archive, the device, a drop or a paste. */
export function PictureInput({ isFilled, onPicture, onRemove }: PictureInputProps) {
  const t = useTranslations('newsroomEditor')
  const tPicture = useTranslations('newsroomPicture')
  const errorText = useUploadErrorText()
  const file = useRef<HTMLInputElement>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [percent, setPercent] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)

  const send = async (sent: File | undefined) => {
    if (!sent) return
    setError(null)
    setPercent(0)
    try {
      onPicture(await uploadPictureFile(sent, (fraction) => setPercent(Math.round(fraction * 100))))
    } catch (error) {
      setError(errorText(error))
    }
    setPercent(null)
  }
  const onDrop = (event: DragEvent) => {
    const dropped = pictureIn(event.dataTransfer)
    if (!dropped) return
    event.preventDefault()
    send(dropped)
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = pictureIn(event.clipboardData)
    if (!pasted) return
    event.preventDefault()
    send(pasted)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what a drop and a paste do, the buttons inside do as well
    <div
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={onDrop}
      onPaste={onPaste}
      className={`grid gap-2 ${isFilled ? '' : 'border border-dashed border-edge p-4'}`}
    >
      {!isFilled && <p className="text-16 text-quiet">{tPicture('drop')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button variant="choice" onClick={() => setChoosing(true)}>
          {tPicture(isFilled ? 'change' : 'choose')}
        </Button>
        <Button variant="choice" onClick={() => file.current?.click()}>
          {tPicture('upload')}
        </Button>
        {isFilled && (
          <Button variant="choice" onClick={onRemove}>
            {tPicture('remove')}
          </Button>
        )}
      </div>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label={tPicture('upload')}
        onChange={(event) => {
          send(event.target.files?.[0])
          // The same file may be chosen again.
          event.target.value = ''
        }}
      />
      <LiveText>
        {percent !== null && t('uploading', { percent: toBengaliDigits(percent) })}
      </LiveText>
      <LiveText tone="error">{error}</LiveText>
      {isChoosing && (
        <PictureChooser
          onChoose={(picture) => {
            setChoosing(false)
            onPicture(picture)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  )
}
