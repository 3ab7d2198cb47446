'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { pictureBijoy } from '@/components/newsroom/bijoy/answers'
import { tell } from '@/components/newsroom/story/ask'
import { oneLine } from '@/components/newsroom/story/one-line'
import { ShortText } from '@/components/newsroom/story/ShortText.client'
import type { Picture } from '@/lib/articles/article'
import { FocalPoint } from './FocalPoint.client'

type PictureWordsProps = {
  picture: Picture
  /** Above the story the picture's own caption is shown; in the text the block has one. */
  withCaption: boolean
  onKept: (picture: Picture) => void
}

type Words = Pick<Picture, 'focalX' | 'focalY'> & Record<'alt' | 'credit' | 'caption', string>

const wordsOf = ({ alt, credit, caption, focalX, focalY }: Picture): Words => ({
  ...{ alt, credit: credit ?? '', caption: caption ?? '' },
  ...{ focalX, focalY },
})

const limits = { alt: 500, credit: 200, caption: 1_000 }

/** What a picture shows, whose it is and where it may be cropped: said once for wherever it stands. */
export function PictureWords({ picture, withCaption, onKept }: PictureWordsProps) {
  const t = useTranslations('newsroomEditor')
  const said = useTranslations('newsroomPicture')
  const refusals = useTranslations('refusals')
  const [words, setWords] = useState(() => wordsOf(picture))
  const [state, setState] = useState<{ say: string; isBad?: boolean; isBusy?: boolean } | null>(
    null,
  )
  // Nothing to keep, or on its way.
  const isStill = state?.isBusy || JSON.stringify(words) === JSON.stringify(wordsOf(picture))

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    // The form stands inside the story's page: only this picture is sent.
    event.stopPropagation()
    if (isStill) return
    setState({ say: t('keeping'), isBusy: true })
    const [alt, credit, caption] = [words.alt, words.credit, words.caption].map(oneLine)
    const { focalX, focalY } = words
    const answer = await tell<Picture>('pictures', {
      ...{ id: picture.id, alt, focalX, focalY },
      ...{ credit: credit?.trim() || null, caption: caption?.trim() || null },
    })
    if (answer.ok) {
      setWords(wordsOf(answer.value))
      setState({ say: t('kept') })
      onKept(answer.value)
    } else {
      const say = answer.reason === 'noLine' ? t('noLine') : refusals(answer.reason)
      setState({ say, isBad: true })
    }
  }
  const field = (name: keyof typeof limits) => (
    <ShortText
      label={said(name)}
      place={pictureBijoy(picture.id, name)}
      value={words[name]}
      maxLength={limits[name]}
      onChange={(text) => {
        setWords({ ...words, [name]: text })
        setState(null)
      }}
    />
  )
  return (
    <form onSubmit={onSubmit} aria-label={said('words')} className="grid gap-3">
      {field('alt')}
      {field('credit')}
      {withCaption && field('caption')}
      <FocalPoint
        picture={picture}
        at={words}
        onMove={(at) => {
          setWords({ ...words, ...at })
          setState(null)
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <button
          type="submit"
          aria-disabled={isStill}
          className="min-h-11 border border-edge px-4 text-16 font-bold aria-disabled:opacity-50"
        >
          {t(state?.isBusy ? 'keeping' : 'keep')}
        </button>
        <p role="status" className={`text-14 ${state?.isBad ? 'text-accent' : 'text-quiet'}`}>
          {state?.say ?? said('everywhere')}
        </p>
      </div>
    </form>
  )
}
