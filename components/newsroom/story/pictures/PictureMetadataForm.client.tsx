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
import {
  type PictureWord,
  type PictureWords,
  pictureWordLimits,
  pictureWordNames,
} from '@/lib/content-model/picture-words'
import { FocalPointSliders } from './FocalPointSliders.client'

type PictureMetadataFormProps = {
  picture: Picture
  /** Above the story the caption is a field; in the text it stands below the picture. */
  withCaption: boolean
  /** The story's own words of the picture. */
  words: PictureWords
  onWords: (words: PictureWords) => void
  onSaved: (picture: Picture) => void
}

type Message = { text: string; isError?: boolean; isBusy?: boolean }

/**
 * Words and focal point of a picture. Words are of this story and saved with it; they begin as the library's. The focal
 * point, and the words for other stories, are kept in the library by a button of its own.
 */
export function PictureMetadataForm(props: PictureMetadataFormProps) {
  const { picture, withCaption, words, onWords, onSaved } = props
  const t = useTranslations('newsroomEditor')
  const tPicture = useTranslations('newsroomPicture')
  const refusals = useTranslations('refusals')
  const [focalPoint, setFocalPoint] = useState({ focalX: picture.focalX, focalY: picture.focalY })
  const [message, setMessage] = useState<Message | null>(null)
  const wordsOf = (name: PictureWord) => words[name] ?? picture[name] ?? ''
  const isChanged =
    pictureWordNames.some((name) => wordsOf(name) !== (picture[name] ?? '')) ||
    focalPoint.focalX !== picture.focalX ||
    focalPoint.focalY !== picture.focalY

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    // The form stands inside the story's page: only this picture is sent.
    event.stopPropagation()
    if (!isChanged || message?.isBusy) return
    setMessage({ text: t('keeping'), isBusy: true })
    const [alt, credit, caption] = [wordsOf('alt'), wordsOf('credit'), wordsOf('caption')].map(
      normalizeLine,
    )
    const result = await postToEditorApi<Picture>('pictures', {
      id: picture.id,
      alt,
      ...focalPoint,
      credit: credit?.trim() || null,
      caption: caption?.trim() || null,
    })
    if (result.ok) {
      setMessage({ text: t('kept') })
      onSaved(result.value)
    } else {
      const text = result.reason === 'noLine' ? t('noLine') : refusals(result.reason)
      setMessage({ text, isError: true })
    }
  }
  const field = (name: PictureWord) => (
    <div data-words={name}>
      <ShortText
        label={tPicture(name)}
        storageKey={pictureBijoyKey(picture.id, name)}
        value={wordsOf(name)}
        maxLength={pictureWordLimits[name]}
        onChange={(text) => {
          const { [name]: _, ...others } = words
          onWords(text === (picture[name] ?? '') ? others : { ...others, [name]: text })
          setMessage(null)
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
      <p className="text-14 text-quiet">{tPicture('here')}</p>
      <FocalPointSliders
        picture={picture}
        at={focalPoint}
        onMove={(at) => {
          setFocalPoint(at)
          setMessage(null)
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isPending={!isChanged || message?.isBusy === true}>
          {message?.isBusy ? t('keeping') : tPicture('keepInLibrary')}
        </Button>
        <LiveText tone={message?.isError ? 'error' : 'quiet'}>
          {message?.text ?? tPicture('everywhere')}
        </LiveText>
      </div>
    </form>
  )
}
