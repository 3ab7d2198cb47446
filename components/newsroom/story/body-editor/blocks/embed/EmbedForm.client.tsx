'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { storyBijoyKey } from '@/components/newsroom/bijoy/bijoy-decisions'
import { normalizeLine } from '@/components/newsroom/story/form/normalize-line'
import { ShortText } from '@/components/newsroom/story/form/ShortText.client'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { soleAddress } from '@/lib/content-model/addresses'
import { webAddress } from '@/lib/content-model/text-input'
import { readEmbedCode } from './embed-code'
import { readEmbed } from './embed-sites'

type EmbedFormProps = {
  /** The current address; '' for a new embed. */
  url: string
  title: string
  onSave: (embed: { url: string; title: string }) => void
  onClose: () => void
  isNew: boolean
}

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
    const given = readEmbedCode(typed.url)?.embeds[0]?.url ?? typed.url
    const embed = readEmbed(given)
    const address = embed?.url ?? webAddress.safeParse(soleAddress(given) ?? given).data
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
      <div className="min-w-0 flex-1 basis-52">
        <Field
          label={t('embedAddress')}
          look="quiet"
          value={typed.url}
          autoFocus={isNew}
          inputMode="url"
          autoComplete="off"
          isFaulty={isFaulty}
          describedBy={isFaulty ? id : undefined}
          onChange={(event) => setTyped({ ...typed, url: event.target.value })}
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
      <Button type="submit" variant="main">
        {t(isNew ? 'setEmbed' : 'keep')}
      </Button>
      <Button onClick={onClose} variant="link" isPadded>
        {t('leave')}
      </Button>
      {isFaulty && (
        <p id={id} role="alert" className="basis-full text-14 text-accent">
          {t('linkFault', { web: 'https://' })}
        </p>
      )}
    </form>
  )
}
