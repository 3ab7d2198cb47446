'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog.client'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import {
  type ComparisonRow,
  chosenContent,
  compareContents,
  type Side,
} from '@/lib/newsroom/revisions/compare-contents'
import { ConflictRow } from './ConflictRow.client'
import { mergeChoices } from './row-text'

export type ConflictCopyContent = { content: StoryContent; choices: StoryChoices }

type ConflictDialogProps = {
  /** The working copy as it stands. */
  content: StoryContent
  choices: StoryChoices
  /** The author of the conflict copy. */
  name: string
  load: () => Promise<ConflictCopyContent | null>
  /** A user without the edit lock may look, and take it over. */
  canChoose: boolean
  takeOverLock: () => Promise<void>
  /** Null keeps the working copy and discards the conflict copy. Returns whether it was done. */
  resolve: (content: StoryContent | null) => Promise<boolean>
  onClose: () => void
}

/** Two texts of a story, side by side by paragraph. Both are kept until the user has chosen. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { load, onClose } = props
  const t = useTranslations('newsroomStory')
  const [conflictCopy, setConflictCopy] = useState<ConflictCopyContent | null | 'loading'>(
    'loading',
  )
  const loadCopy = useRef(load)
  useEffect(() => {
    void loadCopy.current().then(setConflictCopy)
  }, [])
  return (
    <Dialog title={t('compareTitle')} closeLabel={t('later')} onClose={onClose}>
      {conflictCopy === 'loading' && <p className="p-4 text-16">{t('compareLoading')}</p>}
      {conflictCopy === null && (
        <p role="alert" className="p-4 text-16">
          {t('compareFailed')}
        </p>
      )}
      {conflictCopy !== null && conflictCopy !== 'loading' && (
        <ConflictResolver {...props} conflictCopy={conflictCopy} />
      )}
    </Dialog>
  )
}

const differs = (row: ComparisonRow) => !row.isSame

type ConflictResolverProps = ConflictDialogProps & { conflictCopy: ConflictCopyContent }

function ConflictResolver({
  content,
  choices,
  name,
  conflictCopy,
  ...handlers
}: ConflictResolverProps) {
  const t = useTranslations('newsroomStory')
  const rows = useMemo(
    () => compareContents(content, conflictCopy.content),
    [content, conflictCopy],
  )
  const [sides, setSides] = useState<Record<number, Side>>({})
  const [isBusy, setIsBusy] = useState(false)
  const all = useMemo(() => mergeChoices(choices, conflictCopy.choices), [choices, conflictCopy])
  const differing = rows.filter(differs)
  // The default is side `one`. A block that exists only on the other side is kept, so that no block is lost.
  const defaultSide = (row: ComparisonRow): Side =>
    row.part === 'block' && row.one === null ? 'other' : 'one'
  const sideOf = (row: ComparisonRow, at: number) => sides[at] ?? defaultSide(row)
  const send = async (chosen: StoryContent | null) => {
    setIsBusy(true)
    if (await handlers.resolve(chosen)) handlers.onClose()
    setIsBusy(false)
  }
  const take = async () => {
    setIsBusy(true)
    await handlers.takeOverLock()
    setIsBusy(false)
  }
  return (
    <>
      <div className="flex-1 overflow-y-auto px-4 py-3">
        <p className="max-w-measure text-16 text-quiet">
          {differing.length === 0 ? t('compareSame') : t('compareHelp')}{' '}
          {t('differences', { count: toBengaliDigits(differing.length) })},{' '}
          {t('sameParts', { count: toBengaliDigits(rows.length - differing.length) })}
        </p>
        {rows.map((row, at) =>
          row.isSame ? null : (
            <ConflictRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              key={at}
              row={row}
              choices={all}
              chosen={sideOf(row, at)}
              onChoose={(side) => setSides((before) => ({ ...before, [at]: side }))}
              sideNames={{ one: t('sideOne'), other: name }}
            />
          ),
        )}
      </div>
      <footer className="flex flex-wrap items-center gap-3 border-t border-edge px-4 py-3">
        {handlers.canChoose ? (
          <Button
            variant="main"
            isPending={isBusy}
            onClick={() => send(chosenContent(rows, sideOf))}
          >
            {isBusy ? t('keepingChosen') : t('keepChosen')}
          </Button>
        ) : (
          <>
            <p className="text-16">{t('comparePen')}</p>
            <Button isPending={isBusy} onClick={take}>
              {t(isBusy ? 'takingOver' : 'takeOver')}
            </Button>
          </>
        )}
        <Button variant="grave" isPending={isBusy} onClick={() => send(null)}>
          {t('dropParked')}
        </Button>
      </footer>
    </>
  )
}
