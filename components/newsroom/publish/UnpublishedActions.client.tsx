'use client'

import { useTranslations } from 'next-intl'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { Disclosure } from '@/components/ui/Disclosure'
import { Notice } from '@/components/ui/Notice'
import { paperNow } from '@/lib/clock'
import type { PublishingState } from '@/lib/newsroom/publish/publishing-state'
import { DateTimeFields, parseDateTime } from './DateTimeFields.client'
import { DecisionForm } from './DecisionForm.client'
import { InstantText } from './InstantText'
import { NoteField, noteFromForm } from './NoteField'
import { PublishChecklist, usePublishChecks } from './PublishChecklist.client'
import { useNow } from './use-now'
import type { SubmitDecision } from './use-publishing'

export type PublishActionsProps = {
  publishing: PublishingState
  decide: SubmitDecision
  isBusy: boolean
}

/** The instant of the fields as form data under `name`; null when the fields show an error. */
function instantFrom(form: FormData, field: string, name: string): object | null {
  const [date, time] = [form.get(`${field}Date`), form.get(`${field}Time`)].map(String)
  const instant = parseDateTime(date ?? '', time ?? '', paperNow())
  return instant instanceof Date ? { [name]: instant.toISOString() } : null
}

/** The decisions about an unpublished story: submit, send back, publish, schedule. */
export function UnpublishedActions(props: PublishActionsProps) {
  const { may, checklist, status } = props.publishing
  const checks = usePublishChecks(checklist)
  const isBlocked = checks.some(({ level }) => level === 'block')
  return (
    <>
      {status === 'scheduled' && <ChangedAfterPlan {...props} />}
      <PublishChecklist checks={checks} />
      {may.publish ? (
        <PublishNow {...props} isBlocked={isBlocked} />
      ) : (
        <SubmitForReview {...props} />
      )}
      <div>
        {may.publish && <Schedule {...props} isBlocked={isBlocked} />}
        {may.publish && <Embargo {...props} />}
        {may.sendBack && status === 'inReview' && <SendBack {...props} />}
      </div>
    </>
  )
}

/** Text written after the time was set does not go out: the notice says so, and one button takes it along. */
function ChangedAfterPlan({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  const { state } = useOpenStory()
  if (!state.isChanged) return null
  return (
    <div className="grid gap-3">
      <Notice tone="warning">
        <strong>{t('changedAfterPlan')}.</strong> {t('changedAfterPlanAbout')}
      </Notice>
      {publishing.may.publish ? (
        <DecisionForm
          decision="silentEdit"
          label={t('takeChange')}
          variant="main"
          decide={decide}
          isBusy={isBusy}
        />
      ) : (
        <RequestChange publishing={publishing} decide={decide} isBusy={isBusy} />
      )}
    </div>
  )
}

/** A user without the permission to publish requests the change; the editors' pages show the request at once. */
function RequestChange({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  if (publishing.isChangeRequested) return <p className="text-16">{t('changeRequested')}</p>
  return (
    <DecisionForm
      decision="requestChange"
      label={t('requestChange')}
      variant="main"
      decide={decide}
      isBusy={isBusy}
    />
  )
}

function SubmitForReview({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  const { content } = useOpenStory()
  if (publishing.status !== 'draft')
    return <p className="text-16">{t(`waits.${pendingMessageKey(publishing)}`)}</p>
  const isBlank = content.headline.trim() === ''
  return (
    <DecisionForm
      decision="submit"
      label={t('submit')}
      variant="main"
      isDisabled={isBlank}
      read={(form) => ({ note: noteFromForm(form) })}
      decide={decide}
      isBusy={isBusy}
    >
      <NoteField label={t('submitNote')} hint={t('submitHint')} maxLength={2000} />
      {isBlank && <p className="text-14 text-accent">{t('noHeadline')}</p>}
    </DecisionForm>
  )
}

function pendingMessageKey({ status, may }: PublishingState) {
  if (status === 'scheduled') return 'scheduled'
  return may.sendBack ? 'desk' : 'inReview'
}

function PublishNow({
  publishing,
  decide,
  isBusy,
  isBlocked,
}: PublishActionsProps & { isBlocked: boolean }) {
  const t = useTranslations('newsroomPublish')
  const now = useNow()
  const { content } = useOpenStory()
  const isUntitled = content.headline.trim() === ''
  const { embargoUntil } = publishing
  const isEmbargoed = embargoUntil !== null && embargoUntil > now
  return (
    <DecisionForm
      decision="publish"
      label={t('publish')}
      variant="main"
      isDisabled={isBlocked || isEmbargoed || isUntitled}
      decide={decide}
      isBusy={isBusy}
    >
      {isUntitled && <p className="text-14 text-accent">{t('noHeadline')}</p>}
      {isBlocked && <p className="text-14 text-accent">{t('blocked')}</p>}
      {isEmbargoed && (
        <p className="text-14 text-accent">
          {t('held')} <InstantText instant={embargoUntil} now={now} />
        </p>
      )}
    </DecisionForm>
  )
}

function Schedule({
  publishing,
  decide,
  isBusy,
  isBlocked,
}: PublishActionsProps & { isBlocked: boolean }) {
  const t = useTranslations('newsroomPublish')
  const { content } = useOpenStory()
  const isUntitled = content.headline.trim() === ''
  const isScheduled = publishing.status === 'scheduled'
  return (
    <Disclosure title={t(isScheduled ? 'replan' : 'plan')}>
      <DecisionForm
        key={publishing.version}
        decision="schedule"
        label={t('setPlan')}
        isDisabled={isBlocked || isUntitled}
        read={(form) => instantFrom(form, 'plan', 'publishAt')}
        decide={decide}
        isBusy={isBusy}
      >
        <DateTimeFields name="plan" initial={publishing.publishAt} />
        {isUntitled && <p className="text-14 text-accent">{t('noHeadline')}</p>}
        {isBlocked && <p className="text-14 text-accent">{t('blocked')}</p>}
      </DecisionForm>
      {isScheduled && (
        <DecisionForm
          decision="unschedule"
          label={t('unschedule')}
          decide={decide}
          isBusy={isBusy}
        />
      )}
    </Disclosure>
  )
}

function Embargo({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  const { embargoUntil, version } = publishing
  return (
    <Disclosure title={t('embargo')}>
      <p className="text-14 text-quiet">{t('embargoAbout')}</p>
      <DecisionForm
        key={version}
        decision="embargo"
        label={t('setEmbargo')}
        read={(form) => instantFrom(form, 'embargo', 'embargoUntil')}
        decide={decide}
        isBusy={isBusy}
      >
        <DateTimeFields name="embargo" initial={embargoUntil} />
      </DecisionForm>
      {embargoUntil && (
        <DecisionForm
          decision="embargo"
          label={t('liftEmbargo')}
          read={() => ({ embargoUntil: null })}
          decide={decide}
          isBusy={isBusy}
        />
      )}
    </Disclosure>
  )
}

function SendBack({ decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  return (
    <Disclosure title={t('sendBack')}>
      <DecisionForm
        decision="sendBack"
        label={t('sendBackNow')}
        read={(form) => ({ note: noteFromForm(form) })}
        decide={decide}
        isBusy={isBusy}
      >
        <NoteField label={t('sendBackNote')} hint={t('sendBackHint')} isRequired maxLength={2000} />
      </DecisionForm>
    </Disclosure>
  )
}
