'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { LiveText } from '@/components/ui/Notice'
import { Select, SelectField } from '@/components/ui/Select'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import type { Slot } from '@/lib/front/draft'
import type {
  CandidateFilter,
  FrontEditorState,
  FrontStory,
} from '@/lib/newsroom/front-page/front-page'
import { StoryDragHandle } from './FrontSlot.client'

export type NamedSlot = { slot: Slot; name: string; category: string | null }

type CandidatesProps = {
  stories: FrontStory[]
  slots: NamedSlot[]
  blocks: FrontEditorState['blocks']
  /** The name of the place that a story has already. */
  placeOf: (id: number) => string | null
  /** The place for which a story is looked for; null when the editor looks around. */
  target: NamedSlot | null
  onTarget: (target: NamedSlot | null) => void
  find: (filter: CandidateFilter) => Promise<FrontStory[] | null>
  onFound: (stories: FrontStory[]) => void
  onPut: (slot: Slot, id: number) => void
}

/** The stories that can be placed on the front page: waiting ones, the newest, or those that a search finds. */
export function Candidates(props: CandidatesProps) {
  const { stories, slots, blocks, placeOf, target, onTarget, find, onFound, onPut } = props
  const t = useTranslations('newsroomFront')
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [words, setWords] = useState('')
  const [category, setCategory] = useState('')
  const [isFailed, setFailed] = useState(false)
  const [isSearching, startSearch] = useTransition()
  const search = (filter: CandidateFilter) =>
    startSearch(async () => {
      setCategory(filter.category)
      // The network is down: the earlier results stay, and the search can be sent again.
      const found = await find(filter).catch(() => null)
      setFailed(found === null)
      if (found) onFound(found)
    })
  // A place opens with the stories that may stand there: of a quiet category none is among the newest.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place begins a search
  useEffect(() => {
    if (!target) return
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'nearest' })
    const wanted = target.category ?? ''
    if (wanted !== category) search({ words, category: wanted })
  }, [target])
  return (
    <section aria-labelledby={`${id}-title`} className="grid content-start gap-3">
      <h2
        id={`${id}-title`}
        ref={heading}
        tabIndex={-1}
        className="scroll-mt-16 border-t-[3px] border-ink pt-2 text-22"
      >
        {target ? t('storiesFor', { place: target.name }) : t('stories')}
      </h2>
      {target && (
        <Button onClick={() => onTarget(null)} variant="link" className="justify-self-start">
          {t('chooseNone')}
        </Button>
      )}
      <search>
        <form action={() => search({ words, category })} className="flex flex-wrap items-end gap-2">
          <div className="min-w-40 flex-1">
            <Field
              label={t('words')}
              look="small"
              type="search"
              maxLength={200}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </div>
          <SelectField
            label={t('category')}
            look="small"
            value={category}
            onChange={(event) => search({ words, category: event.target.value })}
          >
            <option value="">{t('anyCategory')}</option>
            {blocks.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
          <Button type="submit">{isSearching ? t('looking') : t('find')}</Button>
        </form>
      </search>
      <LiveText tone="plain">
        {isFailed ? t('failed') : stories.length === 0 ? t('noneFound') : ''}
      </LiveText>
      <ul className="hairlines max-h-[60vh] overflow-y-auto border-y border-rule">
        {stories.map((story) => {
          const place = placeOf(story.id)
          return (
            <li key={story.id} className="grid gap-1 py-2 pr-2 pl-1">
              <StoryDragHandle id={story.id} from="list" headline={story.headline} />
              <p className="text-14 text-quiet">
                {story.category} · {formatStamp(story.publicAt)}
                {story.isNotYetPublic && ` · ${t('isWaiting')}`}
              </p>
              {story.isChangedAfterPlan && (
                <p className="text-14 font-bold text-accent">{t('changedAfterPlan')}</p>
              )}
              {place && <p className="text-14 font-bold">{t('placed', { place })}</p>}
              {target ? (
                <Button
                  className="justify-self-start"
                  onClick={() => {
                    onPut(target.slot, story.id)
                    onTarget(null)
                  }}
                >
                  {t('putHere')}
                  <span className="sr-only">: {story.headline}</span>
                </Button>
              ) : (
                <PlaceMenu story={story} slots={slots} onPut={onPut} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type PlaceMenuProps = Pick<CandidatesProps, 'slots' | 'onPut'> & { story: FrontStory }

/** The alternative to dragging: the editor chooses the place by its name. */
function PlaceMenu({ story, slots, onPut }: PlaceMenuProps) {
  const t = useTranslations('newsroomFront')
  const open = slots.filter(({ category }) => category === null || category === story.topSlug)
  return (
    <Select
      size="narrow"
      aria-label={`${t('putWhere')}: ${story.headline}`}
      value=""
      onChange={(event) => onPut(event.target.value as Slot, story.id)}
    >
      <option value="" disabled>
        {t('putWhere')}
      </option>
      {open.map(({ slot, name }) => (
        <option key={slot} value={slot}>
          {name}
        </option>
      ))}
    </Select>
  )
}
