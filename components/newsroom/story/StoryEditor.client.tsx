'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { AutosaveState } from '@/components/newsroom/story/autosave/autosave-state'
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
import type { Refusal } from '@/lib/outcome'
import { type OpenStoryHandle, OpenStoryProvider } from './open-story.client'
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

/** A lost edit lock and a conflict copy hold publishing back. Whoever may not write at all holds no lock to lose. */
function publishBlockOf(
  { state, isOpen, isWriting }: AutosaveState,
  refusal: Refusal | null,
): OpenStoryHandle['publishBlock'] {
  if (state.conflictCopies.length > 0) return 'openConflict'
  const isElsewhere = isOpen && !isWriting && refusal === null && state.lockHolder !== null
  return isElsewhere ? 'lockedElsewhere' : null
}

/** A story's page: the story itself, and the tools at its edge. */
export function StoryEditor(props: StoryEditorProps) {
  const { actor, choices, sentBack, actions } = props
  const t = useTranslations('newsroomStory')
  const { draftSync, autosave } = useAutosave(props)
  const notices = useRef<HTMLDivElement>(null)
  const { state, content } = autosave
  const refusal = checkWrite(actor, state)
  const readOnly = !autosave.isOpen || !autosave.isWriting || refusal !== null
  const publishBlock = publishBlockOf(autosave, refusal)
  const handle = useMemo(
    () => ({
      state,
      content,
      choices,
      readOnly,
      publishBlock,
      flush: () => draftSync.flush(),
      refresh: (isLockReleased?: boolean) => draftSync.refresh(isLockReleased),
    }),
    [draftSync, state, content, choices, readOnly, publishBlock],
  )
  return (
    <OpenStoryProvider value={handle}>
      <h1 className="sr-only">{content.headline.trim() || t('untitled')}</h1>
      <div className="grid gap-6 pb-14 lg:grid-cols-[minmax(0,1fr)_24rem] lg:pb-0">
        <div className="mx-auto grid w-full max-w-[46rem] content-start gap-4">
          <StoryStatus autosave={autosave} publishBlock={publishBlock} notices={notices} />
          {sentBack && state.status === 'draft' && <SentBackNotice {...sentBack} />}
          <div ref={notices} className="grid scroll-mt-24 gap-4 empty:hidden">
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
          </div>
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
