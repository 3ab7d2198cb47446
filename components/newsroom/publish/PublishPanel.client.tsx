'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import type { Publishing } from '@/lib/newsroom/publishing'
import { photocardsPage } from '@/lib/photocards/photocard'
import { ActForm } from './ActForm.client'
import { type ActsProps, MakingActs } from './MakingActs.client'
import { ProofLines } from './ProofLines'
import { PublishedActs } from './PublishedActs.client'
import { SaidLines } from './SaidLines'
import { StateText } from './StateText'
import { useNow } from './use-now'
import { type Problem, usePublishing } from './use-publishing'

/** A story's way to readers: where it stands, what may be decided about it, and the proof that readers have it. */
export function PublishPanel() {
  const t = useTranslations('newsroomPublish')
  const { publishing, failure, isBusy, decide, ask } = usePublishing()
  const now = useNow()
  if (!publishing) {
    return failure ? (
      <Failure problem={failure} again={ask} />
    ) : (
      <p className="text-quiet">{t('loading')}</p>
    )
  }
  return (
    <div className="grid gap-5">
      {failure && <Failure problem={failure} again={ask} />}
      <StateText publishing={publishing} now={now} />
      <Acts {...{ publishing, decide, isBusy }} />
      <ToPhotocards publishing={publishing} />
      {wasShown(publishing) && <Proving {...{ publishing, decide, isBusy }} />}
      <SaidLines said={publishing.said} now={now} />
    </div>
  )
}

const wasShown = ({ isPublic, status }: Publishing) => isPublic || status === 'withdrawn'

function Acts(props: ActsProps) {
  const t = useTranslations('newsroomPublish')
  const { isTrashed, isPublic, status, may } = props.publishing
  if (isTrashed) return <p>{t('trashed')}</p>
  if (status !== 'withdrawn')
    return isPublic ? <PublishedActs {...props} /> : <MakingActs {...props} />
  if (!may.withdraw) return null
  const { decide, isBusy } = props
  return (
    <ActForm decision="restore" label={t('restore')} manner="main" {...{ decide, isBusy }}>
      <p className="text-14 text-quiet">{t('restoreAbout')}</p>
    </ActForm>
  )
}

/** Cards are made of what readers have, or will have at its hour. */
function ToPhotocards({ publishing }: { publishing: Publishing }) {
  const t = useTranslations('newsroomPublish')
  const { state } = useOpenStory()
  const isFor = wasShown(publishing) || publishing.status === 'scheduled'
  if (!isFor || !publishing.may.photocard) return null
  return (
    <Link
      href={photocardsPage(state.id)}
      prefetch={false}
      className="inline-flex min-h-11 items-center justify-self-start text-16 font-bold underline"
    >
      {t('photocards')}
    </Link>
  )
}

/** What readers really get, asked as a reader. */
function Proving({ publishing, decide, isBusy }: ActsProps) {
  const t = useTranslations('newsroomPublish')
  return (
    <section aria-label={t('proof.title')} className="grid gap-2 border-t-[3px] border-ink pt-2">
      <h3 className="text-16">{t('proof.title')}</h3>
      <ProofLines publishing={publishing} />
      {publishing.may.prove && (
        <ActForm decision="prove" label={t('proof.again')} {...{ decide, isBusy }} />
      )}
    </section>
  )
}

type FailureProps = { problem: Problem; again: () => Promise<void> }

/** Why it cannot be said where the story stands. */
function Failure({ problem, again }: FailureProps) {
  const t = useTranslations()
  const isUnheard = problem === 'offline' || problem === 'unsaved'
  return (
    <div role="alert" className="grid justify-items-start gap-2">
      <p className="border-l-4 border-accent bg-wash px-3 py-2">
        {isUnheard ? t('newsroomPublish.unreachable') : t(`refusals.${problem}`)}
      </p>
      <button
        type="button"
        onClick={() => void again()}
        className="min-h-11 border border-edge px-4"
      >
        {t('newsroomPublish.askAgain')}
      </button>
    </div>
  )
}
