'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { pictureBijoyKey } from '@/components/newsroom/bijoy/bijoy-decisions'
import { postToEditorApi } from '@/components/newsroom/story/editor-api'
import { normalizeLine } from '@/components/newsroom/story/form/normalize-line'
import { ShortText } from '@/components/newsroom/story/form/ShortText.client'
import { Button } from '@/components/ui/Button'
import { LiveText } from '@/components/ui/Notice'
import type { Picture } from '@/lib/content-model/article'
import { FocalPointSliders } from './FocalPointSliders.client'

type PictureMetadataFormProps = {
  picture: Picture
  /** Above the story the picture's own caption is shown; in the text the block has one. */
  withCaption: boolean
  onSaved: (picture: Picture) => void
}

type PictureMetadata = Pick<Picture, 'focalX' | 'focalY'> &
  Record<'alt' | 'credit' | 'caption', string>

const metadataOf = ({ alt, credit, caption, focalX, focalY }: Picture): PictureMetadata => ({
  alt,
  credit: credit ?? '',
  caption: caption ?? '',
  focalX,
  focalY,
})

const limits = { alt: 500, credit: 200, caption: 1_000 }

/** Caption, credit and focal point of a picture, shared by all places that use it. */
export function PictureMetadataForm({ picture, withCaption, onSaved }: PictureMetadataFormProps) {
  const t = useTranslations('newsroomEditor')
  const tPicture = useTranslations('newsroomPicture')
  const refusals = useTranslations('refusals')
  const [metadata, setMetadata] = useState(() => metadataOf(picture))
  const [state, setState] = useState<{
    message: string
    isError?: boolean
    isBusy?: boolean
  } | null>(null)
  // There is nothing to save, or a save is running.
  const isUnchanged =
    state?.isBusy || JSON.stringify(metadata) === JSON.stringify(metadataOf(picture))

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    // The form stands inside the story's page: only this picture is sent.
    event.stopPropagation()
    if (isUnchanged) return
    setState({ message: t('keeping'), isBusy: true })
    const [alt, credit, caption] = [metadata.alt, metadata.credit, metadata.caption].map(
      normalizeLine,
    )
    const { focalX, focalY } = metadata
    const result = await postToEditorApi<Picture>('pictures', {
      id: picture.id,
      alt,
      focalX,
      focalY,
      credit: credit?.trim() || null,
      caption: caption?.trim() || null,
    })
    if (result.ok) {
      setMetadata(metadataOf(result.value))
      setState({ message: t('kept') })
      onSaved(result.value)
    } else {
      const message = result.reason === 'noLine' ? t('noLine') : refusals(result.reason)
      setState({ message, isError: true })
    }
  }
  const field = (name: keyof typeof limits) => (
    <div data-words={name}>
      <ShortText
        label={tPicture(name)}
        storageKey={pictureBijoyKey(picture.id, name)}
        value={metadata[name]}
        maxLength={limits[name]}
        onChange={(text) => {
          setMetadata({ ...metadata, [name]: text })
          setState(null)
        }}
      />
    </div>
  )
  return (
    <form
      onSubmit={onSubmit}
      data-picture={picture.id}
      aria-label={tPicture('words')}
      className="grid gap-3"
    >
      {field('alt')}
      {field('credit')}
      {withCaption && field('caption')}
      <FocalPointSliders
        picture={picture}
        at={metadata}
        onMove={(at) => {
          setMetadata({ ...metadata, ...at })
          setState(null)
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isPending={isUnchanged}>
          {t(state?.isBusy ? 'keeping' : 'keep')}
        </Button>
        <LiveText tone={state?.isError ? 'error' : 'quiet'}>
          {state?.message ?? tPicture('everywhere')}
        </LiveText>
      </div>
    </form>
  )
}
