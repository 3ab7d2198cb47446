'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { ActForm } from './ActForm.client'
import { Disclosure } from './Disclosure'
import type { ActsProps } from './MakingActs.client'
import { NoteField, noteOf } from './NoteField'

const ways = ['update', 'correction', 'tidy'] as const
type Way = (typeof ways)[number]

/** What is decided about a story that readers have: tell of a change or tidy, take away, move. */
export function PublishedActs(props: ActsProps) {
  const { may, version } = props.publishing
  return (
    <>
      {may.note && <Change {...props} />}
      <div>
        {may.move && <Move key={`move ${version}`} {...props} />}
        {may.withdraw && <Withdraw key={`withdraw ${version}`} {...props} />}
      </div>
    </>
  )
}

/** What was written since goes to readers: with a notice that they see, or without a word where no fact changed. */
function Change({ publishing, decide, isBusy }: ActsProps) {
  const t = useTranslations('newsroomPublish')
  const { state, content } = useOpenStory()
  const [way, setWay] = useState<Way>('update')
  const isTidy = way === 'tidy'
  const hasNothing = isTidy && !state.isChanged
  return (
    <ActForm
      key={publishing.version}
      decision={isTidy ? 'tidy' : 'note'}
      label={t(`send.${way}`)}
      manner="main"
      isOff={hasNothing || content.headline.trim() === ''}
      read={(form) => (isTidy ? { why: noteOf(form) } : { kind: way, note: noteOf(form) })}
      {...{ decide, isBusy }}
    >
      <p className="text-14 text-quiet">{t(state.isChanged ? 'changed' : 'unchanged')}</p>
      <fieldset className="grid">
        <legend className="text-14 font-bold">{t('changeKind')}</legend>
        {ways.map((each) => (
          <label key={each} className="flex min-h-11 items-center gap-2 text-16">
            <input
              type="radio"
              name="way"
              value={each}
              checked={each === way}
              onChange={() => setWay(each)}
              className="size-5 accent-ink"
            />
            {t(`ways.${each}`)}
          </label>
        ))}
      </fieldset>
      <NoteField
        label={t(isTidy ? 'tidyNote' : 'changeNote')}
        hint={t(isTidy ? 'tidyHint' : 'changeHint')}
        isRequired={!isTidy}
        maxLength={isTidy ? 200 : 1000}
      />
    </ActForm>
  )
}

function Move({ publishing, decide, isBusy }: ActsProps) {
  const t = useTranslations('newsroomPublish')
  const { choices, state } = useOpenStory()
  const id = useId()
  const [category, setCategory] = useState('')
  const others = choices.categories.filter(({ slug }) => slug !== publishing.category)
  return (
    <Disclosure label={t('move')}>
      <ActForm
        decision="move"
        label={t('moveNow')}
        isOff={category === ''}
        read={() => ({ category })}
        {...{ decide, isBusy }}
      >
        <label htmlFor={id} className="text-14 font-bold">
          {t('newCategory')}
        </label>
        <select
          id={id}
          value={category}
          required
          onChange={(event) => setCategory(event.target.value)}
          className="min-h-11 border border-edge bg-paper px-2 text-16"
        >
          <option value="">{t('chooseCategory')}</option>
          {others.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
        {category && (
          <p className="text-14 text-quiet">
            {t('newAddress', { path: `/${category}/${state.id}`, old: publishing.path })}
          </p>
        )}
      </ActForm>
    </Disclosure>
  )
}

function Withdraw({ decide, isBusy }: ActsProps) {
  const t = useTranslations('newsroomPublish')
  return (
    <Disclosure label={t('withdraw')}>
      <p className="text-14">{t('withdrawAbout')}</p>
      <ActForm
        decision="withdraw"
        label={t('withdrawNow')}
        manner="grave"
        read={(form) => ({ reason: noteOf(form) })}
        {...{ decide, isBusy }}
      >
        <NoteField
          label={t('withdrawReason')}
          hint={t('withdrawHint')}
          isRequired
          maxLength={500}
        />
      </ActForm>
    </Disclosure>
  )
}
