'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
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

const inputClass = 'min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16'

/** The breaking strip: its text, its link and its expiry. Without text no strip is shown. */
export function BreakingStripEditor({
  breaking,
  stories,
  maxLength,
  onChange,
}: BreakingStripEditorProps) {
  const t = useTranslations('newsroomFront')
  const id = useId()
  const value = breaking ?? { text: '', id: null, until: null }
  const change = (part: Partial<typeof value>) => {
    const next = { ...value, ...part }
    onChange(next.text === '' ? null : next)
  }
  return (
    <fieldset className="grid gap-3 border-t-[3px] border-ink pt-2">
      <legend className="float-left pb-2 text-22 font-bold">{t('strip')}</legend>
      <div className="clear-both grid gap-1">
        <label htmlFor={id} className="text-14 font-bold">
          {t('stripText')}
        </label>
        <input
          id={id}
          type="text"
          maxLength={maxLength}
          value={value.text}
          onChange={(event) => change({ text: event.target.value })}
          className={inputClass}
        />
      </div>
      {breaking && (
        <div className="grid items-end gap-3 md:grid-cols-2">
          <div className="grid gap-1">
            <label htmlFor={`${id}-story`} className="text-14">
              {t('stripStory')}
            </label>
            <select
              id={`${id}-story`}
              value={value.id ?? ''}
              onChange={(event) => change({ id: Number(event.target.value) || null })}
              className={inputClass}
            >
              <option value="">{t('noStory')}</option>
              {stories.map((story) => (
                <option key={story.id} value={story.id}>
                  {story.headline}
                </option>
              ))}
            </select>
          </div>
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
