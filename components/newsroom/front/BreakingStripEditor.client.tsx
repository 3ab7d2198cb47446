'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/Field'
import { SelectField } from '@/components/ui/Select'
import type { FrontChoice } from '@/lib/front/front'
import type { FrontStory } from '@/lib/newsroom/front-page/front-page'
import { ExpiryField } from './ExpiryField.client'

type BreakingStripEditorProps = {
  breaking: FrontChoice['breaking']
  /** Stories that it may lead to. */
  stories: FrontStory[]
  maxLength: number
  onChange: (breaking: FrontChoice['breaking']) => void
}

/** The breaking strip: its text, its link and its expiry. Without text no strip is shown. */
export function BreakingStripEditor({
  breaking,
  stories,
  maxLength,
  onChange,
}: BreakingStripEditorProps) {
  const t = useTranslations('newsroomFront')
  const value = breaking ?? { text: '', id: null, until: null }
  const change = (part: Partial<typeof value>) => {
    const next = { ...value, ...part }
    onChange(next.text === '' ? null : next)
  }
  return (
    <fieldset className="grid gap-3 border-t-[3px] border-ink pt-2">
      <legend className="float-left pb-2 text-22 font-bold">{t('strip')}</legend>
      <div className="clear-both">
        <Field
          label={t('stripText')}
          look="small"
          counter={{ used: value.text.length, most: maxLength }}
          maxLength={maxLength}
          value={value.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </div>
      {breaking && (
        <div className="grid items-end gap-3 md:grid-cols-2">
          <SelectField
            label={t('stripStory')}
            look="small"
            value={value.id ?? ''}
            onChange={(event) => change({ id: Number(event.target.value) || null })}
          >
            <option value="">{t('noStory')}</option>
            {stories.map((story) => (
              <option key={story.id} value={story.id}>
                {story.headline}
              </option>
            ))}
          </SelectField>
          <ExpiryField
            about={t('strip')}
            until={value.until}
            onChange={(until) => change({ until })}
          />
        </div>
      )}
    </fieldset>
  )
}
