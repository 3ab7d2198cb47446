'use client'

import { createContext, useContext } from 'react'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { StoryEditState } from '@/lib/newsroom/draft/working-copy'

/** The story that the page has open, as every panel beside the form sees it. */
export type OpenStoryHandle = {
  state: StoryEditState
  /** The form's current content, normalized. */
  content: StoryContent
  choices: StoryChoices
  /** Somebody else holds the edit lock, or the reader of this page may not write in the story. */
  readOnly: boolean
  /** Why this text is not the one to publish: another text waits beside it, or another tab is writing. */
  publishBlock: 'openConflict' | 'lockedElsewhere' | null
  /**
   * Saves unsaved text. Returns the version of the working copy that contains it; null when it could
   * not be saved (no network, refused): a command that commits the copy must not be sent then.
   */
  flush: () => Promise<number | null>
  /** Requests the story's status again after a command changed it. */
  refresh: (isLockReleased?: boolean) => Promise<void>
}

const OpenStoryContext = createContext<OpenStoryHandle | null>(null)

export const OpenStoryProvider = OpenStoryContext.Provider

/** The open story. @throws Error outside a story's page */
export function useOpenStory(): OpenStoryHandle {
  const story = useContext(OpenStoryContext)
  if (!story) throw new Error('no story is open here')
  return story
}
