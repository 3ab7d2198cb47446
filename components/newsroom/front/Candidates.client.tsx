'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, useTransition } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { LiveText } from '@/components/ui/Notice'
import { Select } from '@/components/ui/Select'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import type { Slot } from '@/lib/front/draft'
import type { FrontStory } from '@/lib/newsroom/front-page/front-page'
import { StoryDragHandle } from './FrontSlot.client'

export type NamedSlot = { slot: Slot; name: string; category: string | null }

type CandidatesProps = {
  stories: FrontStory[]
  slots: NamedSlot[]
  find: (words: string) => Promise<FrontStory[] | null>
  onFound: (stories: FrontStory[]) => void
  onPut: (slot: Slot, id: number) => void
}

/** The stories that can be placed on the front page: waiting ones, the newest, or search results. */
export function Candidates({ stories, slots, find, onFound, onPut }: CandidatesProps) {
  const t = useTranslations('newsroomFront')
  const id = useId()
  const [words, setWords] = useState('')
  const [isFailed, setFailed] = useState(false)
  const [isSearching, startSearch] = useTransition()
  const search = () =>
    startSearch(async () => {
      // The network is down: the earlier results stay, and the search can be sent again.
      const found = await find(words).catch(() => null)
      setFailed(found === null)
      if (found) onFound(found)
    })
  return (
    <section aria-labelledby={`${id}-title`} className="grid content-start gap-3">
      <h2 id={`${id}-title`} className="border-t-[3px] border-ink pt-2 text-22">
        {t('stories')}
      </h2>
      <search>
        <form action={search} className="flex flex-wrap items-end gap-2">
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
          <Button type="submit">{isSearching ? t('looking') : t('find')}</Button>
        </form>
      </search>
      <LiveText tone="plain">
        {isFailed ? t('failed') : stories.length === 0 ? t('noneFound') : ''}
      </LiveText>
      <ul className="hairlines max-h-[70vh] overflow-y-auto border-y border-rule">
        {stories.map((story) => (
          <li key={story.id} className="grid gap-1 py-2 pr-2 pl-1">
            <StoryDragHandle id={story.id} from="list" headline={story.headline} />
            <p className="text-14 text-quiet">
              {story.category} · {formatStamp(story.publicAt)}
              {story.isNotYetPublic && ` · ${t('isWaiting')}`}
            </p>
            <PlaceMenu story={story} slots={slots} onPut={onPut} />
          </li>
        ))}
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
