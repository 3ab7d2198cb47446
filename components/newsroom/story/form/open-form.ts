import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'
import type { Picture } from '@/lib/content-model/article'
import type { SingleLineField } from '@/lib/newsroom/draft/house-style-findings'
import type { ChecklistLocation } from '@/lib/newsroom/publish/checklist'

/** The interface of the form for the panels beside it. */
export type OpenForm = {
  editor: Editor
  /** Scrolls to the place and focuses it. */
  goTo: (place: ChecklistLocation) => void
  /** Replaces the part of a line nearest to `near`, as an undo step. */
  replaceIn: (field: SingleLineField, part: string, near: number, replacement: string) => void
  /** Pictures that the form has met, those just sent in too. */
  pictures: () => Picture[]
  onPictures: (listener: () => void) => () => void
}

// A page has one story open; the form and the panels beside it are not each other's parents.
let open: OpenForm | null = null
const listeners = new Set<() => void>()

function set(form: OpenForm | null) {
  open = form
  for (const listener of listeners) listener()
}

/** Registers the open form. The returned function removes it. */
export function registerForm(form: OpenForm): () => void {
  set(form)
  return () => {
    if (open === form) set(null)
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The form that is open on the page; null before it is ready. */
export const useOpenForm = (): OpenForm | null =>
  useSyncExternalStore(
    subscribe,
    () => open,
    () => null,
  )
