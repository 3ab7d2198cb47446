'use client'

import { createContext, useContext } from 'react'
import type { StoryChoices } from '@/lib/newsroom/choices'
import type { StoryContent } from '@/lib/newsroom/content'
import type { StoryState } from '@/lib/newsroom/working-copy'

/** The story that the page has open, as every panel beside the form sees it. */
export type OpenStoryHandle = {
  state: StoryState
  /** What stands in the form this moment, through the text gate. */
  content: StoryContent
  choices: StoryChoices
  /** Somebody else has the pen, or the reader of this page may not write in the story. */
  readOnly: boolean
  /**
   * Saves what was typed and not yet saved. Answers the working copy's version that now holds it; null when it could
   * not be saved (no line, refused): a command that commits the copy must not be sent then.
   */
  flush: () => Promise<number | null>
  /** Asks anew where the story stands, after a command changed it. */
  refresh: () => Promise<void>
}

const OpenStory = createContext<OpenStoryHandle | null>(null)

export const OpenStoryProvider = OpenStory.Provider

/** The open story. @throws Error outside a story's page */
export function useOpenStory(): OpenStoryHandle {
  const story = useContext(OpenStory)
  if (!story) throw new Error('no story is open here')
  return story
}
