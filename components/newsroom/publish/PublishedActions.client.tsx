'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { Checkbox, Radio } from '@/components/ui/Checkbox'
import { Disclosure } from '@/components/ui/Disclosure'
import { TextareaField } from '@/components/ui/Field'
import { Notice } from '@/components/ui/Notice'
import { SelectField } from '@/components/ui/Select'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { DecisionForm } from './DecisionForm.client'
import { NoteField, noteFromForm } from './NoteField'
import type { PublishActionsProps } from './UnpublishedActions.client'

const changeKinds = ['update', 'correction', 'silentEdit'] as const
type ChangeKind = (typeof changeKinds)[number]

/** The decisions about a published story: correct or update, edit silently, withdraw, move. */
export function PublishedActions(props: PublishActionsProps) {
  const { may, version } = props.publishing
  return (
    <>
      {may.note && <Change {...props} />}
      <div>
        {may.publish && props.publishing.notes.length > 0 && <Notes {...props} />}
        {may.move && <Move key={`move ${version}`} {...props} />}
        {may.withdraw && <Withdraw key={`withdraw ${version}`} {...props} />}
      </div>
    </>
  )
}

/** Publishes the changes: with a notice to readers, or silently where no fact has changed. */
function Change({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  const { state, content } = useOpenStory()
  const [changeKind, setChangeKind] = useState<ChangeKind>('update')
  const isMinor = changeKind === 'silentEdit'
  const hasNothing = isMinor && !state.isChanged
  return (
    <DecisionForm
      key={publishing.version}
      name="change"
      decision={isMinor ? 'silentEdit' : 'note'}
      label={t(`send.${changeKind}`)}
      variant="main"
      isDisabled={hasNothing || content.headline.trim() === ''}
      read={(form) =>
        isMinor ? { why: noteFromForm(form) } : { kind: changeKind, note: noteFromForm(form) }
      }
      decide={decide}
      isBusy={isBusy}
    >
      <p className="text-14 text-quiet">{t(state.isChanged ? 'changed' : 'unchanged')}</p>
      <fieldset className="grid">
        <legend className="text-14 font-bold">{t('changeKind')}</legend>
        {changeKinds.map((each) => (
          <Radio
            key={each}
            label={t(`ways.${each}`)}
            name="way"
            value={each}
            checked={each === changeKind}
            onChange={() => setChangeKind(each)}
          />
        ))}
      </fieldset>
      <NoteField
        label={t(isMinor ? 'silentEditNote' : 'changeNote')}
        hint={t(isMinor ? 'silentEditHint' : 'changeHint')}
        isRequired={!isMinor}
        maxLength={isMinor ? 200 : 1000}
      />
    </DecisionForm>
  )
}

/** The notes that readers have been told of; the wording of each can be mended. */
function Notes({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  return (
    <Disclosure title={t('toldReaders')}>
      {publishing.notes.map(({ id, kind, note, at }) => (
        <DecisionForm
          key={`${id} ${note}`}
          name={`note-${id}`}
          decision="rewordNote"
          label={t('rewordNoteNow')}
          read={(form) => ({ noteId: id, note: noteFromForm(form) })}
          decide={decide}
          isBusy={isBusy}
        >
          <TextareaField
            label={`${t(`ways.${kind}`)} · ${formatStamp(at)}`}
            hint={t('rewordNoteHint')}
            look="small"
            name="note"
            defaultValue={note}
            required
            maxLength={1000}
          />
        </DecisionForm>
      ))}
    </Disclosure>
  )
}

function Move({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  const { choices, state } = useOpenStory()
  const [category, setCategory] = useState('')
  const others = choices.categories.filter(({ slug }) => slug !== publishing.category)
  return (
    <Disclosure title={t('move')}>
      <DecisionForm
        decision="move"
        label={t('moveNow')}
        isDisabled={category === ''}
        read={() => ({ category })}
        decide={decide}
        isBusy={isBusy}
      >
        <SelectField
          label={t('newCategory')}
          look="small"
          value={category}
          required
          onChange={(event) => setCategory(event.target.value)}
        >
          <option value="">{t('chooseCategory')}</option>
          {others.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
        {category && (
          <p className="text-14 text-quiet">
            {t('newAddress', { path: `/${category}/${state.id}`, old: publishing.path })}
          </p>
        )}
      </DecisionForm>
    </Disclosure>
  )
}

function Withdraw({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  return (
    <Disclosure title={t('withdraw')}>
      <p className="text-14">{t('withdrawAbout')}</p>
      {publishing.frontPlaces.map((place) => (
        <Notice key={place} tone="warning">
          {t(`withdrawFrees.${place}`)}
        </Notice>
      ))}
      <DecisionForm
        decision="withdraw"
        label={t('withdrawNow')}
        variant="grave"
        read={(form) => ({
          reason: noteFromForm(form),
          publicReason: String(form.get('publicReason') ?? ''),
          showsHeadline: form.get('showsHeadline') !== null,
        })}
        decide={decide}
        isBusy={isBusy}
      >
        <NoteField
          label={t('withdrawReason')}
          hint={t('withdrawHint')}
          isRequired
          maxLength={500}
        />
        <TextareaField
          label={t('withdrawPublicReason')}
          hint={t('withdrawPublicHint')}
          look="small"
          name="publicReason"
          maxLength={500}
        />
        <Checkbox label={t('withdrawShowsHeadline')} name="showsHeadline" value="yes" />
      </DecisionForm>
    </Disclosure>
  )
}
