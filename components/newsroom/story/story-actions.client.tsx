'use client'

import { createContext, useContext } from 'react'
import type { FormAction } from '@/components/newsroom/form-state'

/** The server actions that the page of a story hands to its tools. */
export type StoryActions = { keepRevision: FormAction; trash: FormAction; untrash: FormAction }

const Actions = createContext<StoryActions | null>(null)

export const StoryActionsProvider = Actions.Provider

/** @throws Error outside a story's page */
export function useStoryActions(): StoryActions {
  const actions = useContext(Actions)
  if (!actions) throw new Error('no story is open here')
  return actions
}
