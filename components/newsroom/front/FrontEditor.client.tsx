'use client'

import { DndContext, type DragEndEvent, DragOverlay, type DragStartEvent } from '@dnd-kit/core'
import { useTranslations } from 'next-intl'
import { useId, useState, useTransition } from 'react'
import { Button } from '@/components/ui/Button'
import { buttonClass } from '@/components/ui/button-class'
import { Notice } from '@/components/ui/Notice'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { paperNow } from '@/lib/clock'
import {
  blockSlot,
  categoryOf,
  clearSlot,
  pinAt,
  pinnedIds,
  pinStory,
  type Slot,
  setPinEnd,
  slotOf,
  topSlots,
} from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import type {
  CandidateFilter,
  FrontEditorState,
  FrontLayout,
  FrontStory,
} from '@/lib/newsroom/front-page/front-page'
import type { Refusal } from '@/lib/outcome'
import { BreakingStripEditor } from './BreakingStripEditor.client'
import { Candidates, type NamedSlot } from './Candidates.client'
import { detectDropTarget, useDragAnnouncements, useDragSensors } from './drag-and-drop'
import { EditionConflict } from './EditionConflict.client'
import { FrontPreview, type PreviewWidth } from './FrontPreview.client'
import { FrontSlot } from './FrontSlot.client'
import { type FrontTab, FrontTabs } from './FrontTabs'
import { useFrontDraft } from './use-front-draft'

type ConflictingEdition = { desk: FrontEditorState; stories: FrontStory[] }
type PublishFrontResult =
  | { ok: true; edition: number }
  | { ok: false; reason: Refusal; clash: ConflictingEdition | null }

type FrontEditorProps = {
  desk: FrontEditorState
  choice: FrontChoice
  laidOut: FrontLayout
  stories: FrontStory[]
  candidates: FrontStory[]
  now: Date
  /** The edition that the draft of the address was begun on. */
  baseEditionId: number | null
  /** The address holds a draft, which may differ from the published edition. */
  hasDraft: boolean
  userId: string
  publish: (choice: FrontChoice, expectedEdition: number | null) => Promise<PublishFrontResult>
  layOut: (choice: FrontChoice) => Promise<FrontLayout | null>
  find: (filter: CandidateFilter) => Promise<FrontStory[] | null>
}

// The same limit as in lib/front/input.ts. Importing it would load the command's whole schema.
const maxStripLength = 160

/** The places of the page by name: the lead, the seconds, what opens each block. */
function useSlots(blocks: FrontEditorState['blocks']): NamedSlot[] {
  const t = useTranslations('newsroomFront')
  return [
    ...topSlots.map((slot, place) => ({
      slot,
      name: place === 0 ? t('lead') : t('second', { number: toBengaliDigits(place) }),
      category: null,
    })),
    ...blocks.map(({ slug, name }) => ({
      slot: blockSlot(slug),
      name: t('block', { name }),
      category: slug,
    })),
  ]
}

/** The story in each place without a pin, in the order of the page. */
function automaticStories(choice: FrontChoice, { top, heads }: FrontLayout): Map<Slot, FrontStory> {
  const automatic = top.filter((story) => !choice.pins.some((pin) => pin.id === story.id))
  const fills = new Map<Slot, FrontStory>()
  for (const slot of topSlots) {
    const story = pinAt(choice, slot) ? undefined : automatic.shift()
    if (story) fills.set(slot, story)
  }
  for (const [slug, story] of Object.entries(heads)) fills.set(blockSlot(slug), story)
  return fills
}

/** The name of the place that a story has in the draft, by choice or by rule; null when it has none. */
function placeOf(
  slots: NamedSlot[],
  choice: FrontChoice,
  fills: Map<Slot, FrontStory>,
  id: number,
): string | null {
  const slot = slotOf(choice, id) ?? [...fills].find(([, story]) => story.id === id)?.[0]
  return slots.find((each) => each.slot === slot)?.name ?? null
}

/** Back to the place for which a story was chosen. */
const focusSlot = (slot: Slot) =>
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-slot="${slot}"] button`)?.focus(),
  )

/** The editor of the front page: places, breaking strip, preview, and publishing as one change. */
export function FrontEditor(props: FrontEditorProps) {
  const t = useTranslations('newsroomFront')
  const tAll = useTranslations()
  const [edition, setEdition] = useState(props.baseEditionId ?? props.desk.edition?.id ?? 0)
  const [isPublished, setPublished] = useState(!props.hasDraft)
  const [doneAt, setDoneAt] = useState<Date | null>(null)
  const [refusal, setRefusal] = useState<Refusal | 'noLine' | null>(null)
  const [clash, setClash] = useState<ConflictingEdition | null>(null)
  const [candidates, setCandidates] = useState(props.candidates)
  const [target, setTarget] = useState<NamedSlot | null>(null)
  const [dragged, setDragged] = useState('')
  const [isSending, send] = useTransition()
  const [tab, setTab] = useState<FrontTab>('setting')
  const [width, setWidth] = useState<PreviewWidth>('phone')
  // On a narrow desktop screen there is no room beside the places, so the preview is below them.
  const isWide = width === 'desktop'
  const {
    choice,
    setChoice,
    laidOut,
    known,
    learn: addStories,
    forget,
    written: encodedChoice,
  } = useFrontDraft({
    choice: props.choice,
    laidOut: props.laidOut,
    layOut: props.layOut,
    on: edition,
    hasDraft: props.hasDraft,
    userId: props.userId,
    stories: [...props.stories, ...props.candidates],
  })
  const slots = useSlots(props.desk.blocks)
  const fills = automaticStories(choice, laidOut)
  const contextId = useId()
  const sensors = useDragSensors()
  const announcements = useDragAnnouncements()

  const change = (next: FrontChoice) => {
    if (next === choice) return
    setChoice(next)
    setPublished(false)
    setDoneAt(null)
    setRefusal(null)
  }
  const placeStory = (slot: Slot, id: number) => {
    const category = categoryOf(slot)
    const story = known.get(id)
    if (category !== null && story && story.topSlug !== category) setRefusal('pinOtherCategory')
    else change(pinStory(choice, slot, id))
  }
  const publish = (expected: number) =>
    send(async () => {
      const result = await props.publish(choice, expected).catch(() => null)
      setClash(null)
      setRefusal(result === null ? 'noLine' : result.ok ? null : result.reason)
      if (result?.ok) {
        setEdition(result.edition)
        setPublished(true)
        setDoneAt(paperNow())
        forget()
      } else if (result?.clash) {
        addStories(result.clash.stories)
        setClash(result.clash)
      }
    })
  const takeTheirs = ({ desk }: ConflictingEdition) => {
    setChoice(desk.held)
    setEdition(desk.edition?.id ?? 0)
    setPublished(true)
    setClash(null)
    setRefusal(null)
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDragged('')
    if (over) placeStory(over.id as Slot, Number(active.data.current?.storyId))
  }
  const held = pinnedIds(choice).flatMap((id) => known.get(id) ?? [])
  const forStrip = [...new Map([...held, ...candidates].map((story) => [story.id, story])).values()]
  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={detectDropTarget}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('howToCarry') } }}
      onDragStart={({ active }: DragStartEvent) =>
        setDragged(String(active.data.current?.headline ?? ''))
      }
      onDragCancel={() => setDragged('')}
      onDragEnd={onDragEnd}
    >
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule bg-paper py-2">
        <Button
          isPending={isSending || isPublished}
          onClick={() => publish(edition)}
          variant="main"
        >
          {isSending ? t('publishing') : t('publish')}
        </Button>
        <p role="status" className="text-16">
          {doneAt
            ? t('done', { time: formatStamp(doneAt) })
            : isPublished
              ? t('same')
              : t('changed')}
        </p>
        <div className="basis-full has-[>:empty]:hidden">
          <Notice tone="error">
            {refusal && (refusal === 'noLine' ? t('noLine') : tAll(`refusals.${refusal}`))}
          </Notice>
        </div>
      </div>
      {clash && (
        <EditionConflict
          theirs={clash.desk}
          mine={choice}
          slots={slots}
          known={known}
          isSending={isSending}
          onTakeTheirs={() => takeTheirs(clash)}
          onPublishMine={() => publish(clash.desk.edition?.id ?? 0)}
        />
      )}
      <BreakingStripEditor
        breaking={choice.breaking}
        stories={forStrip}
        maxLength={maxStripLength}
        onChange={(breaking) => change({ ...choice, breaking })}
      />
      <FrontTabs open={tab} onOpen={setTab} />
      <div
        className={`grid items-start gap-6 lg:grid-cols-2 ${isWide ? '' : 'xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_24rem]'}`}
      >
        <section aria-labelledby="front-slots" className={tab === 'setting' ? '' : 'max-xl:hidden'}>
          <h2 id="front-slots" className="border-t-[3px] border-ink py-2 text-22">
            {t('places')}
          </h2>
          <ol className="grid gap-2">
            {slots.map((named) => {
              const { slot, name } = named
              const at = pinAt(choice, slot)
              return (
                <FrontSlot
                  key={slot}
                  slot={slot}
                  name={name}
                  held={at}
                  story={(at ? known.get(at.id) : fills.get(slot)) ?? null}
                  onChoose={() => setTarget(named)}
                  onFree={() => change(clearSlot(choice, slot))}
                  onExpiry={(until) => change(setPinEnd(choice, slot, until))}
                />
              )
            })}
          </ol>
        </section>
        <div className={`lg:sticky lg:top-16 ${tab === 'setting' ? '' : 'max-xl:hidden'}`}>
          <Candidates
            stories={candidates}
            slots={slots}
            blocks={props.desk.blocks}
            placeOf={(id) => placeOf(slots, choice, fills, id)}
            target={target}
            onTarget={(next) => {
              setTarget(next)
              if (next === null && target) focusSlot(target.slot)
            }}
            find={props.find}
            onFound={(found) => {
              addStories(found)
              setCandidates(found)
            }}
            onPut={placeStory}
          />
        </div>
        <div
          className={`min-w-0 lg:col-span-2 ${tab === 'preview' ? '' : 'max-xl:hidden'} ${isWide ? '' : 'xl:sticky xl:top-16 xl:col-span-1'}`}
        >
          <FrontPreview encodedChoice={encodedChoice} width={width} onWidth={setWidth} />
        </div>
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && <p className={buttonClass({ variant: 'choice' })}>{dragged}</p>}
      </DragOverlay>
    </DndContext>
  )
}
