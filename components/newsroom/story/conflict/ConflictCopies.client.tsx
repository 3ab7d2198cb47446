'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { AutosaveState } from '@/components/newsroom/story/autosave/autosave-state'
import type { DraftSync } from '@/components/newsroom/story/autosave/draft-sync'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import type { Actor } from '@/lib/auth/permissions'
import { formatAgo } from '@/lib/bengali/calendar/dates'
import { paperNow } from '@/lib/clock'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import type { ConflictCopyInfo } from '@/lib/newsroom/draft/working-copy'

const CompareTexts = dynamic(
  () => import('./ConflictDialog.client').then((file) => file.ConflictDialog),
  { ssr: false },
)

type ConflictCopiesProps = {
  draftSync: DraftSync
  autosave: AutosaveState
  choices: StoryChoices
  actor: Actor
}

/** The conflict copies that await a choice. A copy of this page's refused save opens automatically. */
export function ConflictCopies({ draftSync, autosave, choices, actor }: ConflictCopiesProps) {
  const t = useTranslations('newsroomStory')
  const { state, conflictCopyId } = autosave
  const [open, setOpen] = useState<number | null>(null)
  useEffect(() => {
    if (conflictCopyId !== null) setOpen(conflictCopyId)
  }, [conflictCopyId])
  const shown = state.conflictCopies.find(({ id }) => id === open)
  const sideLabel = ({ byId, byName }: ConflictCopyInfo) => {
    if (byId === actor.id) return t('sideMine')
    return byName ? t('sideTheirs', { name: byName }) : t('sideOther')
  }
  const noticeOf = ({ byId, byName }: ConflictCopyInfo) => {
    if (byId === actor.id) return t('conflictMine')
    return byName ? t('conflictTheirs', { name: byName }) : t('conflictNobody')
  }
  return (
    <>
      {state.conflictCopies.map((conflictCopy) => (
        <Notice key={conflictCopy.id} tone="warning" className="flex flex-wrap items-center gap-3">
          <p className="flex-1 basis-60">
            {noticeOf(conflictCopy)}{' '}
            <span className="text-quiet">{formatAgo(conflictCopy.at, paperNow())}</span>
          </p>
          <Button onClick={() => setOpen(conflictCopy.id)}>{t('compare')}</Button>
        </Notice>
      ))}
      {shown && (
        <CompareTexts
          key={shown.id}
          content={autosave.content}
          choices={choices}
          name={sideLabel(shown)}
          load={() => draftSync.findConflictCopy(shown.id)}
          canChoose={autosave.isWriting}
          takeOverLock={() => draftSync.takeOverLock()}
          resolve={(content) => draftSync.resolveConflict(shown.id, content)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
