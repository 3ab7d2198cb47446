'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { whyNotWrite } from '@/lib/articles/life'
import type { Actor } from '@/lib/auth/roles'
import type { StoryChoices } from '@/lib/newsroom/choices'
import type { OpenStory } from '@/lib/newsroom/working-copy'
import { CopyKeeper } from './keeping/copy-keeper'
import { KeptTexts } from './keeping/kept-texts'
import { Line } from './keeping/line'
import { OpenStoryProvider } from './open-story.client'
import { ParkedTexts } from './ParkedTexts.client'
import { StoryForm } from './StoryForm.client'
import { StoryStatus } from './StoryStatus.client'
import { StoryTools } from './StoryTools.client'
import { type StoryActions, StoryActionsProvider } from './story-actions.client'
import { WhoIsHere } from './WhoIsHere.client'

type StoryDeskProps = {
  actor: Actor
  story: OpenStory
  choices: StoryChoices
  actions: StoryActions
}

function useKeeper({ actor, story }: StoryDeskProps) {
  const articleId = story.state.id
  const [keeper] = useState(
    () =>
      new CopyKeeper({
        articleId,
        story,
        lineFor: (tab) => new Line(articleId, tab, actor.id),
        texts: new KeptTexts(actor.id),
      }),
  )
  const keeping = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot)
  useEffect(() => keeper.start(), [keeper])
  return { keeper, keeping }
}

/** A story's page: the story itself, and the tools at its edge. */
export function StoryDesk(props: StoryDeskProps) {
  const { actor, choices, actions } = props
  const t = useTranslations('newsroomStory')
  const { keeper, keeping } = useKeeper(props)
  const { state, content } = keeping
  const refusal = whyNotWrite(actor, state)
  const readOnly = !keeping.isOpen || !keeping.isWriting || refusal !== null
  const handle = useMemo(
    () => ({
      ...{ state, content, choices, readOnly },
      flush: () => keeper.flush(),
      refresh: () => keeper.refresh(),
    }),
    [keeper, state, content, choices, readOnly],
  )
  return (
    <OpenStoryProvider value={handle}>
      <h1 className="sr-only">{content.headline.trim() || t('untitled')}</h1>
      <div className="grid gap-6 pb-14 lg:grid-cols-[minmax(0,1fr)_24rem] lg:pb-0">
        <div className="mx-auto grid w-full max-w-[46rem] content-start gap-4">
          <StoryStatus keeping={keeping} />
          <WhoIsHere
            keeping={keeping}
            tab={keeper.tab}
            actor={actor}
            refusal={refusal}
            takeOver={() => keeper.takeOver()}
          />
          <ParkedTexts keeper={keeper} keeping={keeping} choices={choices} actor={actor} />
          <StoryForm
            content={content}
            choices={choices}
            readOnly={readOnly}
            isCategoryFixed={state.wasPublic}
            onChange={(written) => keeper.write(written)}
          />
        </div>
        <StoryActionsProvider value={actions}>
          <StoryTools />
        </StoryActionsProvider>
      </div>
    </OpenStoryProvider>
  )
}
