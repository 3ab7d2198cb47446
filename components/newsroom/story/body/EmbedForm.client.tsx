'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { storyBijoy } from '@/components/newsroom/bijoy/answers'
import { oneLine } from '@/components/newsroom/story/one-line'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { ShortText } from '@/components/newsroom/story/ShortText.client'
import { webAddress } from '@/lib/articles/input'
import { readEmbed } from './embeds'

type EmbedFormProps = {
  /** What stands there already; '' for a new one. */
  url: string
  title: string
  onSet: (embed: { url: string; title: string }) => void
  onLeave: () => void
  isNew: boolean
}

const fieldClass =
  'min-h-11 w-full border border-edge bg-paper px-3 text-16 aria-invalid:border-accent'

/** What another site holds, by its link, with the words that readers get. */
export function EmbedForm({ url, title, onSet, onLeave, isNew }: EmbedFormProps) {
  const t = useTranslations('newsroomEditor')
  const words = useTranslations('newsroomEmbeds')
  const id = useId()
  const { state } = useOpenStory()
  const [typed, setTyped] = useState({ url, title })
  const [isFaulty, setFaulty] = useState(false)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const known = readEmbed(typed.url)
    const address = known?.url ?? webAddress.safeParse(typed.url.trim()).data
    if (!address) return setFaulty(true)
    const title = oneLine(typed.title).trim()
    onSet({ url: address, title: title || words(known?.site ?? 'other') })
  }
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      className="flex flex-wrap items-end gap-2 border-b border-rule p-2"
    >
      <div className="grid min-w-0 flex-1 basis-52 gap-1">
        <label htmlFor={`${id}-url`} className="text-14 text-quiet">
          {t('embedAddress')}
        </label>
        <input
          id={`${id}-url`}
          value={typed.url}
          // biome-ignore lint/a11y/noAutofocus: it was asked for just now, and Escape leads back
          autoFocus={isNew}
          inputMode="url"
          autoComplete="off"
          aria-invalid={isFaulty || undefined}
          aria-describedby={isFaulty ? `${id}-fault` : undefined}
          onChange={(event) => setTyped({ ...typed, url: event.target.value })}
          className={fieldClass}
        />
      </div>
      <div className="min-w-0 flex-1 basis-52">
        <ShortText
          label={t('embedTitle')}
          place={storyBijoy(state.id, 'embed')}
          value={typed.title}
          maxLength={300}
          onChange={(title) => setTyped({ ...typed, title })}
        />
      </div>
      <button type="submit" className="min-h-11 bg-ink px-4 text-16 font-bold text-paper">
        {t(isNew ? 'setEmbed' : 'keep')}
      </button>
      <button type="button" onClick={onLeave} className="min-h-11 px-2 text-16 underline">
        {t('leave')}
      </button>
      {isFaulty && (
        <p id={`${id}-fault`} role="alert" className="basis-full text-14 text-accent">
          {t('linkFault', { web: 'https://' })}
        </p>
      )}
    </form>
  )
}
