import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { StoryEditState } from '@/lib/newsroom/draft/working-copy'
import type { Refusal } from '@/lib/outcome'

/** Why the typed text is not yet saved at the server. It is stored on this machine. */
export type SyncError = 'offline' | 'unavailable' | 'signedOut' | Refusal

/** Whether the same text will be taken later: the network, the server or the session is away for a while. */
export const isTemporary = (syncError: SyncError | null): boolean =>
  syncError === 'offline' || syncError === 'unavailable' || syncError === 'signedOut'

/** The autosave state that the page shows. The object is replaced when any part of it changes. */
export type AutosaveState = {
  state: StoryEditState
  /** The content comes from the form itself or from elsewhere. The form distinguishes the two by identity. */
  content: StoryContent
  /** This tab holds the edit lock. */
  isWriting: boolean
  /** The server has answered, and the texts stored on this machine have been sent. */
  isOpen: boolean
  /** There is typed text that the server has not confirmed. */
  isDirty: boolean
  isSending: boolean
  /** This machine can store texts, which then survive the page. */
  isStoredLocally: boolean
  syncError: SyncError | null
  /** The conflict copy made from a refused save of this page. */
  conflictCopyId: number | null
}
