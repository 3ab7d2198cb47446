'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { signInPath } from '@/lib/auth/addresses'
import { formatClock } from '@/lib/bengali/dates'
import { type StoryState, storyPath } from '@/lib/newsroom/working-copy'
import type { Keeping } from './keeping/keeping'
import { saveWord } from './keeping/save-words'

/** Above the form, always in sight: what the story is, and where what was typed is. */
export function StoryStatus({ keeping }: { keeping: Keeping }) {
  const t = useTranslations('newsroomStory')
  const { state } = keeping
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = bar.current
    if (!element) return
    // What sticks below it (the tools of the body) leaves it this much room, in one line or in two.
    const watch = new ResizeObserver(() =>
      element.parentElement?.style.setProperty('--status-height', `${element.offsetHeight}px`),
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <div
      ref={bar}
      data-status
      className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 border-b border-rule bg-paper py-1 text-16"
    >
      <p className="font-bold">
        <span className="sr-only">{t('status')}: </span>
        {t(state.trashedAt ? 'trashed' : lifeWord(state))}
      </p>
      <SaveWords keeping={keeping} />
    </div>
  )
}

const lifeWord = ({ status, isPublic }: StoryState) =>
  status === 'scheduled' && isPublic ? 'published' : status

/** Told to who does not see it as well, politely. */
function SaveWords({ keeping }: { keeping: Keeping }) {
  const t = useTranslations('newsroomStory')
  const refusals = useTranslations('refusals')
  const { state, trouble } = keeping
  const word = saveWord(keeping)
  const isGrave = trouble !== null && word !== 'offlineClean'
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3">
      <p role="status" className={isGrave ? 'font-bold text-accent' : 'text-quiet'}>
        {t(word, {
          time: state.savedAt ? formatClock(state.savedAt) : '',
          name: state.savedBy ?? '',
          reason:
            trouble && trouble !== 'offline' && trouble !== 'signedOut' ? refusals(trouble) : '',
        })}
      </p>
      {word === 'signedOut' && (
        <a
          href={signInPath(storyPath(state.id))}
          className="inline-flex min-h-11 items-center font-bold underline"
        >
          {t('signIn')}
        </a>
      )}
    </div>
  )
}
