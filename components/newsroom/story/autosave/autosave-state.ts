import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { StoryEditState } from '@/lib/newsroom/draft/working-copy'
import type { Refusal } from '@/lib/outcome'

/** Why what was typed is not at the server yet; it is on this machine. */
export type SyncError = 'offline' | 'signedOut' | Refusal

/** What the page shows of a story's keeping. Replaced whole when anything of it changes. */
export type AutosaveState = {
  state: StoryEditState
  /** Handed out by the form itself, or from elsewhere: the form tells them apart. */
  content: StoryContent
  /** This tab holds the edit lock. */
  isWriting: boolean
  /** The server has answered, and what this machine kept has been sent. */
  isOpen: boolean
  /** Typed, and not yet known to be at the server. */
  isDirty: boolean
  isSending: boolean
  /** This machine takes texts in: they survive the page. */
  isStoredLocally: boolean
  syncError: SyncError | null
  /** A text of this page that was refused and put aside. */
  conflictCopyId: number | null
}
