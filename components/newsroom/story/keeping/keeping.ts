import type { StoryContent } from '@/lib/newsroom/content'
import type { StoryState } from '@/lib/newsroom/working-copy'
import type { Refusal } from '@/lib/outcome'

/** Why what was typed is not at the server yet; it is on this machine. */
export type Trouble = 'offline' | 'signedOut' | Refusal

/** What the page shows of a story's keeping. Replaced whole when anything of it changes. */
export type Keeping = {
  state: StoryState
  /** Handed out by the form itself, or from elsewhere: the form tells them apart. */
  content: StoryContent
  /** The pen is here. */
  isWriting: boolean
  /** The server has answered, and what this machine kept has been sent. */
  isOpen: boolean
  /** Typed, and not yet known to be at the server. */
  isDirty: boolean
  isSending: boolean
  /** This machine takes texts in: they survive the page. */
  isKept: boolean
  trouble: Trouble | null
  /** A text of this page that was refused and put aside. */
  parkedId: number | null
}
