'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Actor } from '@/lib/auth/roles'
import { formatAgo } from '@/lib/bengali/dates'
import type { StoryChoices } from '@/lib/newsroom/choices'
import type { Parked } from '@/lib/newsroom/working-copy'
import type { CopyKeeper } from './keeping/copy-keeper'
import type { Keeping } from './keeping/keeping'

const CompareTexts = dynamic(
  () => import('./compare/CompareTexts.client').then((file) => file.CompareTexts),
  { ssr: false },
)

type ParkedTextsProps = {
  keeper: CopyKeeper
  keeping: Keeping
  choices: StoryChoices
  actor: Actor
}

/** Texts that wait for somebody to choose. The one that was just refused here is opened by itself. */
export function ParkedTexts({ keeper, keeping, choices, actor }: ParkedTextsProps) {
  const t = useTranslations('newsroomStory')
  const { state, parkedId } = keeping
  const [open, setOpen] = useState<number | null>(null)
  useEffect(() => {
    if (parkedId !== null) setOpen(parkedId)
  }, [parkedId])
  const shown = state.parked.find(({ id }) => id === open)
  const nameOf = ({ byId, byName }: Parked) => {
    if (byId === actor.id) return t('sideMine')
    return byName ? t('sideTheirs', { name: byName }) : t('sideOther')
  }
  const noticeOf = ({ byId, byName }: Parked) => {
    if (byId === actor.id) return t('parkedMine')
    return byName ? t('parkedTheirs', { name: byName }) : t('parkedNobody')
  }
  return (
    <>
      {state.parked.map((parked) => (
        <div
          key={parked.id}
          role="status"
          className="flex flex-wrap items-center gap-3 border-l-4 border-accent bg-wash px-3 py-2 text-16"
        >
          <p className="flex-1 basis-60">
            {noticeOf(parked)}{' '}
            <span className="text-quiet">{formatAgo(parked.at, new Date())}</span>
          </p>
          <button
            type="button"
            onClick={() => setOpen(parked.id)}
            className="min-h-11 border border-edge px-4 font-bold"
          >
            {t('compare')}
          </button>
        </div>
      ))}
      {shown && (
        <CompareTexts
          key={shown.id}
          content={keeping.content}
          choices={choices}
          name={nameOf(shown)}
          load={() => keeper.findParked(shown.id)}
          mayChoose={keeping.isWriting}
          takeOver={() => keeper.takeOver()}
          settle={(content) => keeper.settle(shown.id, content)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
