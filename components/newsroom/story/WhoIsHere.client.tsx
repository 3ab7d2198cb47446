'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { Actor } from '@/lib/auth/roles'
import type { Present } from '@/lib/newsroom/working-copy'
import type { Refusal } from '@/lib/outcome'
import type { Keeping } from './keeping/keeping'

type WhoIsHereProps = {
  keeping: Keeping
  tab: string
  actor: Actor
  /** Why they may not write at all. */
  refusal: Refusal | null
  takeOver: () => Promise<void>
}

/** Who else has the story open, who of them writes, and how the pen comes here. */
export function WhoIsHere({ keeping, tab, actor, refusal, takeOver }: WhoIsHereProps) {
  const t = useTranslations('newsroomStory')
  const { state, isWriting, isOpen } = keeping
  const refusals = useTranslations('refusals')
  const others = [...new Set(state.here.filter((seat) => seat.tab !== tab).map(nameOf))]
  return (
    <div className="grid gap-2 text-16 empty:hidden" role="status">
      {others.length > 0 && (
        <p className="text-quiet">{t('hereToo', { names: others.join(', ') })}</p>
      )}
      {refusal && <p className="border-l-4 border-ink bg-wash px-3 py-2">{refusals(refusal)}</p>}
      {isOpen && !isWriting && !refusal && (
        <Pen pen={state.pen} isMine={state.pen?.userId === actor.id} takeOver={takeOver} />
      )}
    </div>
  )
}

const nameOf = ({ name }: Present) => name

type PenProps = { pen: Present | null; isMine: boolean; takeOver: () => Promise<void> }

/** Taking somebody's pen is said twice. */
function Pen({ pen, isMine, takeOver }: PenProps) {
  const t = useTranslations('newsroomStory')
  const [isAsking, setIsAsking] = useState(false)
  const [isTaking, startTaking] = useTransition()
  const take = () =>
    isTaking ||
    startTaking(async () => {
      await takeOver()
      setIsAsking(false)
    })
  const needsAsking = pen !== null && !isMine
  return (
    <div className="grid justify-items-start gap-2 border-l-4 border-ink bg-wash px-3 py-2">
      <p>{pen ? (isMine ? t('penOwnTab') : t('penWith', { name: pen.name })) : t('penFree')}</p>
      {isAsking && needsAsking ? (
        <>
          <p className="font-bold">{t('takeOverSure', { name: pen.name })}</p>
          <div className="flex flex-wrap gap-3">
            <button
              type="button"
              aria-disabled={isTaking}
              onClick={take}
              className={`${button} bg-ink text-paper`}
            >
              {t(isTaking ? 'takingOver' : 'takeOverYes')}
            </button>
            <button type="button" onClick={() => setIsAsking(false)} className={button}>
              {t('takeOverNo')}
            </button>
          </div>
        </>
      ) : (
        <button
          type="button"
          aria-disabled={isTaking}
          onClick={needsAsking ? () => setIsAsking(true) : take}
          className={`${button} border border-edge`}
        >
          {t(isTaking ? 'takingOver' : 'takeOver')}
        </button>
      )}
    </div>
  )
}

const button = 'min-h-11 px-4 text-16 font-bold aria-disabled:opacity-60'
