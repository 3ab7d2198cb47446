'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { Table } from '@/components/ui/Table'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { pinAt } from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import type { FrontEditorState, FrontStory } from '@/lib/newsroom/front-page/front-page'
import type { NamedSlot } from './Candidates.client'

type EditionConflictProps = {
  /** The edition that readers now have. */
  theirs: FrontEditorState
  mine: FrontChoice
  slots: NamedSlot[]
  known: ReadonlyMap<number, FrontStory>
  /** The choice is on its way. */
  isSending: boolean
  onTakeTheirs: () => void
  onPublishMine: () => void
}

/** Another editor has published an edition meanwhile. Shows the differences; nothing is lost before the choice. */
export function EditionConflict(props: EditionConflictProps) {
  const { theirs, mine, slots, known, isSending, onTakeTheirs, onPublishMine } = props
  const t = useTranslations('newsroomFront')
  const headlineAt = (choice: FrontChoice, { slot }: NamedSlot) => {
    const held = pinAt(choice, slot)
    return held ? (known.get(held.id)?.headline ?? t('gone')) : t('byRule')
  }
  const lines = [
    ...slots.map(
      (slot) => [slot.name, headlineAt(theirs.held, slot), headlineAt(mine, slot)] as const,
    ),
    [
      t('strip'),
      theirs.held.breaking?.text ?? t('none'),
      mine.breaking?.text ?? t('none'),
    ] as const,
  ].filter(([, one, other]) => one !== other)
  return (
    <section aria-labelledby="front-clash" className="grid gap-3 border-2 border-accent p-4">
      <h2 id="front-clash" className="text-22">
        {theirs.edition
          ? t('clash', { name: theirs.edition.actorName, time: formatStamp(theirs.edition.at) })
          : t('clashOfNobody')}
      </h2>
      <Table
        columns={[t('place'), t('theirs'), t('mine')]}
        rows={lines.map((cells) => ({ key: cells[0], cells: [...cells] }))}
      />
      <div className="flex flex-wrap gap-3">
        <Button isPending={isSending} onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button isPending={isSending} onClick={onPublishMine} variant="grave">
          {t(isSending ? 'publishing' : 'publishMine')}
        </Button>
      </div>
    </section>
  )
}
