'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import type { AutosaveState } from '@/components/newsroom/story/autosave/autosave-state'
import { saveStatus } from '@/components/newsroom/story/autosave/save-status'
import { Button } from '@/components/ui/Button'
import { buttonClass } from '@/components/ui/button-class'
import { tapTarget } from '@/components/ui/tap-target'
import { signInPath } from '@/lib/auth/paths'
import { formatClock } from '@/lib/bengali/calendar/dates'
import { type StoryEditState, storyPath } from '@/lib/newsroom/draft/working-copy'
import type { OpenStoryHandle } from './open-story.client'

type StoryStatusProps = {
  autosave: AutosaveState
  publishBlock: OpenStoryHandle['publishBlock']
  /** The notices above the form, which may have scrolled out of sight. */
  notices: RefObject<HTMLElement | null>
}

/** The sticky line above the form: the story's status, the save status, and what needs the writer wherever they read. */
export function StoryStatus({ autosave, publishBlock, notices }: StoryStatusProps) {
  const t = useTranslations('newsroomStory')
  const tPublish = useTranslations('newsroomPublish')
  const { state } = autosave
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = bar.current
    if (!element) return
    // The sticky toolbar below it uses this height as its offset, for one line or two.
    const observer = new ResizeObserver(() =>
      element.parentElement?.style.setProperty('--status-height', `${element.offsetHeight}px`),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={bar}
      data-status
      className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 border-b border-rule bg-paper py-1 text-16"
    >
      <p className="font-bold">
        <span className="sr-only">{t('status')}: </span>
        {t(state.trashedAt ? 'trashed' : statusKey(state))}
      </p>
      {state.status === 'scheduled' && !state.isPublic && state.isChanged && (
        <p className="font-bold text-accent">{tPublish('changedAfterPlan')}</p>
      )}
      <SaveStatusText autosave={autosave} />
      {publishBlock && (
        <Button
          variant="link"
          isBold
          onClick={() => {
            notices.current?.scrollIntoView({ block: 'start' })
            notices.current?.querySelector('button')?.focus({ preventScroll: true })
          }}
        >
          {tPublish(`publishBlock.${publishBlock}`)}
        </Button>
      )}
    </div>
  )
}

const statusKey = ({ status, isPublic }: StoryEditState) =>
  status === 'scheduled' && isPublic ? 'published' : status

/** Announced politely by screen readers. */
function SaveStatusText({ autosave }: { autosave: AutosaveState }) {
  const t = useTranslations('newsroomStory')
  const refusals = useTranslations('refusals')
  const { state, syncError } = autosave
  const saveState = saveStatus(autosave)
  const isError =
    syncError !== null && saveState !== 'offlineClean' && saveState !== 'unavailableClean'
  return (
    <div className={tapTarget({ shape: 'row', className: 'gap-x-3' })}>
      <p role="status" className={isError ? 'font-bold text-accent' : 'text-quiet'}>
        {t(saveState, {
          time: state.savedAt ? formatClock(state.savedAt) : '',
          name: state.savedBy ?? '',
          reason:
            syncError &&
            syncError !== 'offline' &&
            syncError !== 'unavailable' &&
            syncError !== 'signedOut'
              ? refusals(syncError)
              : '',
        })}
      </p>
      {saveState === 'signedOut' && (
        <a
          href={signInPath(storyPath(state.id))}
          className={buttonClass({ variant: 'link', isBold: true, isLink: true })}
        >
          {t('signIn')}
        </a>
      )}
    </div>
  )
}
