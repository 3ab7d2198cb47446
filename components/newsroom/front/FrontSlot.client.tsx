'use client'

import { useDraggable, useDroppable } from '@dnd-kit/core'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { tapTarget } from '@/components/ui/tap-target'
import type { Slot, SlotPin } from '@/lib/front/draft'
import type { FrontStory } from '@/lib/newsroom/front-page/front-page'
import { ExpiryField } from './ExpiryField.client'

type FrontSlotProps = {
  slot: Slot
  name: string
  /** The pin of this place; null when the place is filled by rule. */
  held: SlotPin | null
  story: FrontStory | null
  /** The editor looks for a story for this place. */
  onChoose: () => void
  onFree: () => void
  onExpiry: (until: Date | null) => void
}

/** A place of the front page: its pin, or the story placed there by rule. */
export function FrontSlot({ slot, name, held, story, onChoose, onFree, onExpiry }: FrontSlotProps) {
  const t = useTranslations('newsroomFront')
  const drop = useDroppable({ id: slot, data: { name } })
  const headline = story?.headline ?? (held ? t('gone') : t('nothing'))
  return (
    <li
      ref={drop.setNodeRef}
      data-slot={slot}
      className={`grid gap-2 border-l-4 py-3 pl-3 ${drop.isOver ? 'border-ink bg-wash' : held ? 'border-accent' : 'border-rule'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="text-14 text-quiet">
          {name} · {held ? t('held') : t('byRule')}
        </p>
        <Button onClick={onChoose} variant="link">
          {t('choose')}
          <span className="sr-only">: {name}</span>
        </Button>
      </div>
      {held ? (
        <>
          <StoryDragHandle id={held.id} from={slot} headline={headline} />
          {story?.isNotYetPublic && <p className="text-14 text-quiet">{t('isWaiting')}</p>}
          {story?.isChangedAfterPlan && (
            <p className="text-14 font-bold text-accent">{t('changedAfterPlan')}</p>
          )}
          <div className="grid items-end gap-2 md:grid-cols-[minmax(0,1fr)_auto]">
            <ExpiryField about={headline} until={held.until} onChange={onExpiry} />
            <Button onClick={onFree} variant="choice">
              {t('free')}
              <span className="sr-only">: {headline}</span>
            </Button>
          </div>
        </>
      ) : (
        <p className="text-16">{headline}</p>
      )}
    </li>
  )
}

type StoryDragHandleProps = { id: number; from: Slot | 'list'; headline: string }

/** A story that can be dragged to a place with the mouse, by touch, or with Space and the arrow keys. */
export function StoryDragHandle({ id, from, headline }: StoryDragHandleProps) {
  const t = useTranslations('newsroomFront')
  const drag = useDraggable({
    id: `${from}:${id}`,
    data: { storyId: id, headline },
    attributes: { roleDescription: t('carried') },
  })
  return (
    <button
      ref={drag.setNodeRef}
      type="button"
      {...drag.attributes}
      {...drag.listeners}
      className={tapTarget({
        shape: 'block',
        className: `flex touch-manipulation items-center gap-2 text-left text-16 font-bold ${drag.isDragging ? 'opacity-50' : ''}`,
      })}
    >
      <span aria-hidden="true" className="text-quiet">
        ⠿
      </span>
      {headline}
    </button>
  )
}
