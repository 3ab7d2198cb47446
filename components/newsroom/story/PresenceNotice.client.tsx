'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { AutosaveState } from '@/components/newsroom/story/autosave/autosave-state'
import { Button } from '@/components/ui/Button'
import { noticeClass } from '@/components/ui/Notice'
import type { Actor } from '@/lib/auth/permissions'
import type { OpenTab } from '@/lib/newsroom/draft/working-copy'
import type { Refusal } from '@/lib/outcome'

type PresenceNoticeProps = {
  autosave: AutosaveState
  tab: string
  actor: Actor
  /** Why they may not write at all. */
  refusal: Refusal | null
  takeOverLock: () => Promise<void>
}

/** The other users with the story open, the holder of the edit lock, and a way to take it over. */
export function PresenceNotice({
  autosave,
  tab,
  actor,
  refusal,
  takeOverLock,
}: PresenceNoticeProps) {
  const t = useTranslations('newsroomStory')
  const { state, isWriting, isOpen } = autosave
  const refusals = useTranslations('refusals')
  const others = [...new Set(state.openTabs.filter((session) => session.tab !== tab).map(nameOf))]
  return (
    <div className="grid gap-2 text-16 empty:hidden" role="status">
      {others.length > 0 && (
        <p className="text-quiet">{t('hereToo', { names: others.join(', ') })}</p>
      )}
      {refusal && <p className={noticeClass({ tone: 'plain' })}>{refusals(refusal)}</p>}
      {isOpen && !isWriting && !refusal && (
        <EditLockNotice
          lockHolder={state.lockHolder}
          isMine={state.lockHolder?.userId === actor.id}
          takeOverLock={takeOverLock}
        />
      )}
    </div>
  )
}

const nameOf = ({ name }: OpenTab) => name

type EditLockNoticeProps = {
  lockHolder: OpenTab | null
  isMine: boolean
  takeOverLock: () => Promise<void>
}

/** Taking over another user's edit lock needs a confirmation. */
function EditLockNotice({ lockHolder, isMine, takeOverLock }: EditLockNoticeProps) {
  const t = useTranslations('newsroomStory')
  const [isConfirming, setIsConfirming] = useState(false)
  const [isTaking, startTaking] = useTransition()
  const take = () =>
    isTaking ||
    startTaking(async () => {
      await takeOverLock()
      setIsConfirming(false)
    })
  const needsConfirmation = lockHolder !== null && !isMine
  return (
    <div className={noticeClass({ tone: 'plain', className: 'grid justify-items-start gap-2' })}>
      <p>
        {lockHolder
          ? isMine
            ? t('lockOwnTab')
            : t('lockHeldBy', { name: lockHolder.name })
          : t('lockFree')}
      </p>
      {isConfirming && needsConfirmation ? (
        <>
          <p className="font-bold">{t('takeOverSure', { name: lockHolder.name })}</p>
          <div className="flex flex-wrap gap-3">
            <Button variant="main" isPending={isTaking} onClick={take}>
              {t(isTaking ? 'takingOver' : 'takeOverYes')}
            </Button>
            <Button variant="bare" isBold isPadded onClick={() => setIsConfirming(false)}>
              {t('takeOverNo')}
            </Button>
          </div>
        </>
      ) : (
        <Button
          isPending={isTaking}
          onClick={needsConfirmation ? () => setIsConfirming(true) : take}
        >
          {t(isTaking ? 'takingOver' : 'takeOver')}
        </Button>
      )}
    </div>
  )
}
