'use client'

import { useTranslations } from 'next-intl'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Notice } from '@/components/ui/Notice'
import type { PublishingState } from '@/lib/newsroom/publish/publishing-state'
import { photocardsPage } from '@/lib/photocards/photocard'
import { DecisionForm } from './DecisionForm.client'
import { PublicationCheckResults } from './PublicationCheckResults'
import { PublishedActions } from './PublishedActions.client'
import { ReviewMessages } from './ReviewMessages'
import { StatusText } from './StatusText'
import { type PublishActionsProps, UnpublishedActions } from './UnpublishedActions.client'
import { useNow } from './use-now'
import { type PublishError, usePublishing } from './use-publishing'

/** The publishing panel: the story's status, the decisions that are possible, and the publication check. */
export function PublishPanel() {
  const t = useTranslations('newsroomPublish')
  const { publishing, failure, isBusy, decide, ask: refetch } = usePublishing()
  const now = useNow()
  if (!publishing) {
    return failure ? (
      <Failure problem={failure} onRetry={refetch} />
    ) : (
      <p className="text-quiet">{t('loading')}</p>
    )
  }
  return (
    <div className="grid gap-5">
      {failure && <Failure problem={failure} onRetry={refetch} />}
      <StatusText publishing={publishing} now={now} />
      <PublishActions publishing={publishing} decide={decide} isBusy={isBusy} />
      <PhotocardsLink publishing={publishing} />
      {wasEverPublic(publishing) && (
        <PublicationCheckSection publishing={publishing} decide={decide} isBusy={isBusy} />
      )}
      <ReviewMessages said={publishing.reviewMessages} now={now} />
    </div>
  )
}

const wasEverPublic = ({ isPublic, status }: PublishingState) => isPublic || status === 'withdrawn'

function PublishActions(props: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  const { isTrashed, isPublic, status, may } = props.publishing
  if (isTrashed) return <p>{t('trashed')}</p>
  if (status !== 'withdrawn')
    return isPublic ? <PublishedActions {...props} /> : <UnpublishedActions {...props} />
  if (!may.withdraw) return null
  const { decide, isBusy } = props
  return (
    <DecisionForm
      decision="restore"
      label={t('restore')}
      variant="main"
      decide={decide}
      isBusy={isBusy}
    >
      <p className="text-14 text-quiet">{t('restoreAbout')}</p>
    </DecisionForm>
  )
}

/** Photocards are made of the published or scheduled story. */
function PhotocardsLink({ publishing }: { publishing: PublishingState }) {
  const t = useTranslations('newsroomPublish')
  const { state } = useOpenStory()
  const isEligible = wasEverPublic(publishing) || publishing.status === 'scheduled'
  if (!isEligible || !publishing.may.photocard) return null
  return (
    <ButtonLink href={photocardsPage(state.id)} isBold className="justify-self-start">
      {t('photocards')}
    </ButtonLink>
  )
}

/** The publication check, which requests the pages as a reader does. */
function PublicationCheckSection({ publishing, decide, isBusy }: PublishActionsProps) {
  const t = useTranslations('newsroomPublish')
  return (
    <section aria-label={t('check.title')} className="grid gap-2 border-t-[3px] border-ink pt-2">
      <h3 className="text-16">{t('check.title')}</h3>
      <PublicationCheckResults publishing={publishing} />
      {publishing.may.requestCheck && (
        <DecisionForm
          decision="requestCheck"
          label={t('check.again')}
          decide={decide}
          isBusy={isBusy}
        />
      )}
    </section>
  )
}

type FailureProps = { problem: PublishError; onRetry: () => Promise<void> }

/** The error while the publishing state was loaded. */
function Failure({ problem, onRetry }: FailureProps) {
  const t = useTranslations()
  const isUnreachable = problem === 'offline' || problem === 'unsaved'
  return (
    <div className="grid justify-items-start gap-2">
      <Notice tone="error">
        {isUnreachable ? t('newsroomPublish.unreachable') : t(`refusals.${problem}`)}
      </Notice>
      <Button onClick={() => void onRetry()} variant="choice">
        {t('newsroomPublish.askAgain')}
      </Button>
    </div>
  )
}
