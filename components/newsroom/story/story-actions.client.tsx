'use client'

import { createContext, useContext } from 'react'
import type { FormAction } from '@/components/newsroom/forms/form-state'

/** The server actions that the page of a story hands to its tools. */
export type StoryActions = { keepRevision: FormAction; trash: FormAction; untrash: FormAction }

const StoryActionsContext = createContext<StoryActions | null>(null)

export const StoryActionsProvider = StoryActionsContext.Provider

/** @throws Error outside a story's page */
export function useStoryActions(): StoryActions {
  const actions = useContext(StoryActionsContext)
  if (!actions) throw new Error('no story is open here')
  return actions
}
