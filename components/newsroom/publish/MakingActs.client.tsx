'use client'

import { useTranslations } from 'next-intl'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import type { Publishing } from '@/lib/newsroom/publishing'
import { ActForm } from './ActForm.client'
import { CheckLines, useChecks } from './CheckLines.client'
import { Disclosure } from './Disclosure'
import { InstantText } from './InstantText'
import { NoteField, noteOf } from './NoteField'
import { useNow } from './use-now'
import type { Decider } from './use-publishing'
import { readWhen, WhenFields } from './WhenFields.client'

export type ActsProps = { publishing: Publishing; decide: Decider; isBusy: boolean }

/** The instant of a form's fields as it is sent, under `name`; null when they name none ahead, which they say themselves. */
function whenOf(form: FormData, field: string, name: string): object | null {
  const [date, time] = [form.get(`${field}Date`), form.get(`${field}Time`)].map(String)
  const when = readWhen(date ?? '', time ?? '', new Date())
  return when instanceof Date ? { [name]: when.toISOString() } : null
}

/** What is decided about a story that readers do not have yet: hand in, send back, publish, plan. */
export function MakingActs(props: ActsProps) {
  const { may, checklist, status } = props.publishing
  const checks = useChecks(checklist)
  const isBlocked = checks.some(({ level }) => level === 'block')
  return (
    <>
      <CheckLines checks={checks} />
      {may.publish ? <PublishNow {...props} isBlocked={isBlocked} /> : <HandIn {...props} />}
      <div>
        {may.publish && <Plan {...props} isBlocked={isBlocked} />}
        {may.publish && <Embargo {...props} />}
        {may.sendBack && status === 'inReview' && <SendBack {...props} />}
      </div>
    </>
  )
}

function HandIn({ publishing, decide, isBusy }: ActsProps) {
  const t = useTranslations('newsroomPublish')
  const { content } = useOpenStory()
  if (publishing.status !== 'draft')
    return <p className="text-16">{t(`waits.${waitOf(publishing)}`)}</p>
  const isBlank = content.headline.trim() === ''
  return (
    <ActForm
      decision="submit"
      label={t('submit')}
      manner="main"
      isOff={isBlank}
      read={(form) => ({ note: noteOf(form) })}
      {...{ decide, isBusy }}
    >
      <NoteField label={t('submitNote')} hint={t('submitHint')} maxLength={2000} />
      {isBlank && <p className="text-14 text-accent">{t('noHeadline')}</p>}
    </ActForm>
  )
}

function waitOf({ status, may }: Publishing) {
  if (status === 'scheduled') return 'scheduled'
  return may.sendBack ? 'desk' : 'inReview'
}

function PublishNow({ publishing, decide, isBusy, isBlocked }: ActsProps & { isBlocked: boolean }) {
  const t = useTranslations('newsroomPublish')
  const now = useNow()
  const { embargoUntil } = publishing
  const isHeld = embargoUntil !== null && embargoUntil > now
  return (
    <ActForm
      decision="publish"
      label={t('publish')}
      manner="main"
      isOff={isBlocked || isHeld}
      {...{ decide, isBusy }}
    >
      {isBlocked && <p className="text-14 text-accent">{t('blocked')}</p>}
      {isHeld && (
        <p className="text-14 text-accent">
          {t('held')} <InstantText instant={embargoUntil} now={now} />
        </p>
      )}
    </ActForm>
  )
}

function Plan({ publishing, decide, isBusy, isBlocked }: ActsProps & { isBlocked: boolean }) {
  const t = useTranslations('newsroomPublish')
  const isPlanned = publishing.status === 'scheduled'
  return (
    <Disclosure label={t(isPlanned ? 'replan' : 'plan')}>
      <ActForm
        key={publishing.version}
        decision="schedule"
        label={t('setPlan')}
        isOff={isBlocked}
        read={(form) => whenOf(form, 'plan', 'publishAt')}
        {...{ decide, isBusy }}
      >
        <WhenFields name="plan" initial={publishing.publishAt} />
        {isBlocked && <p className="text-14 text-accent">{t('blocked')}</p>}
      </ActForm>
      {isPlanned && (
        <ActForm decision="unschedule" label={t('unschedule')} {...{ decide, isBusy }} />
      )}
    </Disclosure>
  )
}

function Embargo({ publishing, decide, isBusy }: ActsProps) {
  const t = useTranslations('newsroomPublish')
  const { embargoUntil, version } = publishing
  return (
    <Disclosure label={t('embargo')}>
      <p className="text-14 text-quiet">{t('embargoAbout')}</p>
      <ActForm
        key={version}
        decision="embargo"
        label={t('setEmbargo')}
        read={(form) => whenOf(form, 'embargo', 'embargoUntil')}
        {...{ decide, isBusy }}
      >
        <WhenFields name="embargo" initial={embargoUntil} />
      </ActForm>
      {embargoUntil && (
        <ActForm
          decision="embargo"
          label={t('liftEmbargo')}
          read={() => ({ embargoUntil: null })}
          {...{ decide, isBusy }}
        />
      )}
    </Disclosure>
  )
}

function SendBack({ decide, isBusy }: ActsProps) {
  const t = useTranslations('newsroomPublish')
  return (
    <Disclosure label={t('sendBack')}>
      <ActForm
        decision="sendBack"
        label={t('sendBackNow')}
        read={(form) => ({ note: noteOf(form) })}
        {...{ decide, isBusy }}
      >
        <NoteField label={t('sendBackNote')} hint={t('sendBackHint')} isRequired maxLength={2000} />
      </ActForm>
    </Disclosure>
  )
}
