'use client'

import { useTranslations } from 'next-intl'
import { Field, TextareaField } from '@/components/ui/Field'
import { SelectField } from '@/components/ui/Select'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { shorten } from '@/lib/bengali/text/shorten'
import { type PhotocardStory, photocardLimits } from '@/lib/photocards/photocard'
import type { PhotocardDraft } from './use-photocard-draft'

type PhotocardFieldsProps = { story: PhotocardStory; draft: PhotocardDraft }

/** The fields of the chosen photocard template. */
export function PhotocardFields({ story, draft }: PhotocardFieldsProps) {
  switch (draft.template) {
    case 'headline':
      return <HeadlineText headline={story.headline} />
    case 'quote':
      return <QuoteFields story={story} draft={draft} />
    case 'number':
      return <NumberFields draft={draft} />
  }
}

function HeadlineText({ headline }: { headline: string }) {
  const t = useTranslations('newsroomPhotocards')
  return (
    <div className="grid gap-1">
      <p className="text-16 font-bold">{t('headline')}</p>
      <p className="border-l-4 border-rule pl-3 text-16">{headline}</p>
      <p className="text-14 text-quiet">{t('headlineHint')}</p>
    </div>
  )
}

function QuoteFields({ story: { quotes }, draft: { typed, type } }: PhotocardFieldsProps) {
  const t = useTranslations('newsroomPhotocards')
  const { quote: most, speaker } = photocardLimits
  return (
    <>
      {quotes.length > 0 && <QuoteChoice quotes={quotes} typed={typed.quote} onChoose={type} />}
      <TextareaField
        label={t('quote')}
        hint={t('quoteHint', { most: toBengaliDigits(most) })}
        rows={5}
        required
        maxLength={most}
        value={typed.quote}
        onChange={(event) => type({ quote: event.target.value })}
      />
      <Field
        label={t('speaker')}
        hint={t('speakerHint')}
        required
        maxLength={speaker}
        value={typed.speaker}
        onChange={(event) => type({ speaker: event.target.value })}
      />
    </>
  )
}

type QuoteChoiceProps = {
  quotes: PhotocardStory['quotes']
  typed: string
  onChoose: (quote: PhotocardStory['quotes'][number]) => void
}

const shownLength = 60

/** The quotes of the story. A quote edited by hand matches none of them. */
function QuoteChoice({ quotes, typed, onChoose }: QuoteChoiceProps) {
  const t = useTranslations('newsroomPhotocards')
  const chosen = quotes.findIndex(({ quote }) => quote === typed)
  return (
    <SelectField
      label={t('fromStory')}
      value={chosen}
      onChange={(event) =>
        onChoose(quotes[Number(event.target.value)] ?? { quote: '', speaker: '' })
      }
    >
      {quotes.map(({ quote }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: quotes have no identity but their place
        <option key={index} value={index}>
          {shorten(quote, shownLength)}
        </option>
      ))}
      <option value={-1}>{t('ownQuote')}</option>
    </SelectField>
  )
}

function NumberFields({ draft: { typed, type } }: { draft: PhotocardDraft }) {
  const t = useTranslations('newsroomPhotocards')
  return (
    <>
      <Field
        label={t('number')}
        hint={t('numberHint')}
        required
        maxLength={photocardLimits.number}
        value={typed.number}
        onChange={(event) => type({ number: event.target.value })}
      />
      <Field
        label={t('caption')}
        hint={t('captionHint')}
        required
        maxLength={photocardLimits.caption}
        value={typed.caption}
        onChange={(event) => type({ caption: event.target.value })}
      />
    </>
  )
}
