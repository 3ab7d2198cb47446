'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { DraftSync } from '@/components/newsroom/story/autosave/draft-sync'
import { LocalDraftDatabase } from '@/components/newsroom/story/autosave/local-draft-database'
import { StoryApi } from '@/components/newsroom/story/autosave/story-api'
import { ConflictCopies } from '@/components/newsroom/story/conflict/ConflictCopies.client'
import { StoryForm } from '@/components/newsroom/story/form/StoryForm.client'
import { StoryPanels } from '@/components/newsroom/story/panels/StoryPanels.client'
import { checkWrite } from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/permissions'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import type { OpenStory, SentBack } from '@/lib/newsroom/draft/working-copy'
import { OpenStoryProvider } from './open-story.client'
import { PresenceNotice } from './PresenceNotice.client'
import { SentBackNotice } from './SentBackNotice'
import { StoryStatus } from './StoryStatus.client'
import { type StoryActions, StoryActionsProvider } from './story-actions.client'

type StoryEditorProps = {
  actor: Actor
  story: OpenStory
  choices: StoryChoices
  /** What the desk said when it sent the draft back. */
  sentBack: SentBack | null
  actions: StoryActions
}

function useAutosave({ actor, story }: StoryEditorProps) {
  const articleId = story.state.id
  const [draftSync] = useState(
    () =>
      new DraftSync({
        articleId,
        story,
        isOwner: story.state.ownerId === actor.id,
        createApi: (tab) => new StoryApi(articleId, tab, actor.id),
        drafts: new LocalDraftDatabase(actor.id),
      }),
  )
  const autosave = useSyncExternalStore(draftSync.subscribe, draftSync.snapshot, draftSync.snapshot)
  useEffect(() => draftSync.start(), [draftSync])
  return { draftSync, autosave }
}

/** A story's page: the story itself, and the tools at its edge. */
export function StoryEditor(props: StoryEditorProps) {
  const { actor, choices, sentBack, actions } = props
  const t = useTranslations('newsroomStory')
  const { draftSync, autosave } = useAutosave(props)
  const { state, content } = autosave
  const refusal = checkWrite(actor, state)
  const readOnly = !autosave.isOpen || !autosave.isWriting || refusal !== null
  const handle = useMemo(
    () => ({
      state,
      content,
      choices,
      readOnly,
      flush: () => draftSync.flush(),
      refresh: (isLockReleased?: boolean) => draftSync.refresh(isLockReleased),
    }),
    [draftSync, state, content, choices, readOnly],
  )
  return (
    <OpenStoryProvider value={handle}>
      <h1 className="sr-only">{content.headline.trim() || t('untitled')}</h1>
      <div className="grid gap-6 pb-14 lg:grid-cols-[minmax(0,1fr)_24rem] lg:pb-0">
        <div className="mx-auto grid w-full max-w-[46rem] content-start gap-4">
          <StoryStatus autosave={autosave} />
          {sentBack && state.status === 'draft' && <SentBackNotice {...sentBack} />}
          <PresenceNotice
            autosave={autosave}
            tab={draftSync.tab}
            actor={actor}
            refusal={refusal}
            takeOverLock={() => draftSync.takeOverLock()}
          />
          <ConflictCopies
            draftSync={draftSync}
            autosave={autosave}
            choices={choices}
            actor={actor}
          />
          <StoryForm
            content={content}
            choices={choices}
            readOnly={readOnly}
            isCategoryFixed={state.wasPublic}
            onChange={(edited) => draftSync.write(edited)}
          />
        </div>
        <StoryActionsProvider value={actions}>
          <StoryPanels />
        </StoryActionsProvider>
      </div>
    </OpenStoryProvider>
  )
}
