import { isSameContent } from '@/lib/newsroom/draft/story-content'
import type { OpenStory, StoryEditState } from '@/lib/newsroom/draft/working-copy'
import { type AutosaveState, isTemporary } from './autosave-state'
import { SaveAttempts } from './save-attempts'
import type { ApiRefusal } from './story-api'

const initialFlags = {
  isWriting: false,
  isOpen: false,
  isDirty: false,
  isSending: false,
  isStoredLocally: true,
  syncError: null,
  conflictCopyId: null,
}

/**
 * A tab's knowledge of a story's working copy: the state that the page shows, and the base of the next save. This class
 * applies the server's responses; it sends no requests.
 */
export class DraftState {
  readonly attempts: SaveAttempts
  readonly #tab: string
  readonly #listeners = new Set<() => void>()
  #snapshot: AutosaveState
  /** The tab that held the edit lock last; the lock of a closed page expires. */
  #lastLockTab: string | null
  #generation = 0

  constructor(tab: string, { state, content }: Pick<OpenStory, 'state' | 'content'>) {
    this.#tab = tab
    this.attempts = new SaveAttempts(state.copyVersion)
    this.#lastLockTab = state.lockHolder?.tab ?? null
    this.#snapshot = { state, content, ...initialFlags }
  }

  get snapshot(): AutosaveState {
    return this.#snapshot
  }

  get lastLockTab(): string | null {
    return this.#lastLockTab
  }

  /** Counts the responses that state the copy. A response to an earlier request is then ignored. */
  get generation(): number {
    return this.#generation
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(change: Partial<AutosaveState>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** The server has answered, and the texts stored on this machine have been sent. */
  markOpen({ lockHolder }: StoryEditState): void {
    this.#lastLockTab = lockHolder?.tab ?? null
    this.set({ isOpen: true, syncError: this.#snapshot.isDirty ? this.#snapshot.syncError : null })
  }

  /** Shows the server's text, unless there is unsaved text. */
  applyServerCopy({ state, content }: OpenStory): void {
    const { isDirty } = this.#snapshot
    this.#generation++
    this.applyStatus(state)
    if (isDirty) return
    this.attempts.rebase(state.copyVersion)
    if (!isSameContent(content, this.#snapshot.content)) this.set({ content })
  }

  /** Returns whether this tab holds the edit lock. */
  applyStatus(state: StoryEditState): boolean {
    const isWriting = state.lockHolder?.tab === this.#tab
    if (state.lockHolder) this.#lastLockTab = state.lockHolder.tab
    this.set({ state, isWriting })
    return isWriting
  }

  /** A save got a response of any kind. */
  markAnswered(): void {
    this.#generation++
    this.set({ isSending: false })
  }

  /** The server has the text of this attempt. Returns the resulting state change. */
  confirmSave(
    { copyVersion, savedAt }: { copyVersion: number; savedAt: Date },
    attempt: string | undefined,
  ): Partial<AutosaveState> {
    if (!this.attempts.confirm(copyVersion, attempt)) return {}
    return { state: { ...this.#snapshot.state, copyVersion, savedAt, isChanged: true } }
  }

  applyRefusal({ reason }: ApiRefusal): void {
    this.set({ syncError: reason === 'notSignedIn' ? 'signedOut' : reason })
  }

  /** There was no response: no network, or no server. */
  markOffline(): void {
    this.set({ syncError: 'offline' })
  }

  /** A rejected text is not sent again until it changes. */
  get shouldRetry(): boolean {
    const { syncError } = this.#snapshot
    return syncError === null || isTemporary(syncError)
  }
}
