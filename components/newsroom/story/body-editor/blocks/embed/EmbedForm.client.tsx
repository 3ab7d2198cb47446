'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { storyBijoyKey } from '@/components/newsroom/bijoy/bijoy-decisions'
import { normalizeLine } from '@/components/newsroom/story/form/normalize-line'
import { ShortText } from '@/components/newsroom/story/form/ShortText.client'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { webAddress } from '@/lib/content-model/text-input'
import { readEmbed } from './embed-sites'

type EmbedFormProps = {
  /** What stands there already; '' for a new one. */
  url: string
  title: string
  onSave: (embed: { url: string; title: string }) => void
  onClose: () => void
  isNew: boolean
}

const fieldClass =
  'min-h-11 w-full border border-edge bg-paper px-3 text-16 aria-invalid:border-accent'

/** The form for an embed: its link, and the title shown to readers. */
export function EmbedForm({ url, title, onSave, onClose, isNew }: EmbedFormProps) {
  const t = useTranslations('newsroomEditor')
  const tEmbeds = useTranslations('newsroomEmbeds')
  const id = useId()
  const { state } = useOpenStory()
  const [typed, setTyped] = useState({ url, title })
  const [isFaulty, setFaulty] = useState(false)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const embed = readEmbed(typed.url)
    const address = embed?.url ?? webAddress.safeParse(typed.url.trim()).data
    if (!address) return setFaulty(true)
    const title = normalizeLine(typed.title).trim()
    onSave({ url: address, title: title || tEmbeds(embed?.site ?? 'other') })
  }
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="flex flex-wrap items-end gap-2 border-b border-rule p-2"
    >
      <div className="grid min-w-0 flex-1 basis-52 gap-1">
        <label htmlFor={`${id}-url`} className="text-14 text-quiet">
          {t('embedAddress')}
        </label>
        <input
          id={`${id}-url`}
          value={typed.url}
          // biome-ignore lint/a11y/noAutofocus: the user has just opened it, and Escape closes it
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
          storageKey={storyBijoyKey(state.id, 'embed')}
          value={typed.title}
          maxLength={300}
          onChange={(title) => setTyped({ ...typed, title })}
        />
      </div>
      <button type="submit" className="min-h-11 bg-ink px-4 text-16 font-bold text-paper">
        {t(isNew ? 'setEmbed' : 'keep')}
      </button>
      <button type="button" onClick={onClose} className="min-h-11 px-2 text-16 underline">
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
