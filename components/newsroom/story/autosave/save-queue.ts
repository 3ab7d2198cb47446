import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { AutosaveState } from './autosave-state'
import type { Backoff } from './backoff'
import type { DraftState } from './draft-state'
import type { LocalDraftStore } from './local-draft-store'
import type { Refresher } from './refresher'
import type { StoryApi } from './story-api'

type SaveQueueOptions = {
  state: DraftState
  api: StoryApi
  localDrafts: LocalDraftStore
  backoff: Backoff
  refresher: Refresher
}

/** Saves typed text at the server after a pause, one save at a time, with retries while there is no response. */
export class SaveQueue {
  readonly #options: SaveQueueOptions
  #inFlight: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #isRunning = false

  constructor(options: SaveQueueOptions) {
    this.#options = options
  }

  start(): void {
    this.#isRunning = true
  }

  /** The running save finishes; no further save starts automatically. */
  stop(): void {
    this.#isRunning = false
    clearTimeout(this.#timer)
  }

  /** The running save. */
  get inFlight(): Promise<void> | null {
    return this.#inFlight
  }

  schedule(): void {
    clearTimeout(this.#timer)
    if (!this.#isRunning) return
    const { backoff, state } = this.#options
    const delayMs = backoff.nextDelayMs(state.snapshot.syncError !== null)
    this.#timer = setTimeout(() => this.send(), delayMs)
  }

  /** @param isPageClosing the page closes */
  send(isPageClosing = false): Promise<void> {
    clearTimeout(this.#timer)
    // One save runs at a time, but a closing page cannot wait for the response.
    if (this.#inFlight && !isPageClosing) return this.#inFlight
    const { state } = this.#options
    const save = this.#sendNow(isPageClosing).finally(() => {
      if (this.#inFlight === save) this.#inFlight = null
      if (state.snapshot.isDirty && state.shouldRetry) this.schedule()
    })
    this.#inFlight = save
    return save
  }

  async #sendNow(isPageClosing: boolean): Promise<void> {
    const { state, api, localDrafts } = this.#options
    if (state.attempts.isFull) await this.#findAttempts()
    const { content } = state.snapshot
    const text = { ...state.attempts.next(), content }
    state.attempts.markSent(text)
    localDrafts.save()
    state.set({ isSending: true })
    const result = await api.save(text, isPageClosing)
    state.markAnswered()
    if (!result) state.markOffline()
    else if (result.ok) this.#onSaved(content, state.confirmSave(result, text.attempt))
    else if (result.conflictCopyId !== undefined)
      await this.#onConflict(content, result.conflictCopyId)
    else state.applyRefusal(result)
  }

  /** There are more open attempts than the server remembers: requests the last one to arrive. */
  async #findAttempts(): Promise<void> {
    const { state, api } = this.#options
    const result = await api.fetchCopy()
    if (result?.ok)
      state.attempts.resolveLatest(result.open.attempts[0], result.open.state.copyVersion)
  }

  /** The server has this text. Text typed after it is still unsaved. */
  #onSaved(content: StoryContent, change: Partial<AutosaveState>): void {
    const { state, localDrafts, backoff } = this.#options
    const isDirty = state.snapshot.content !== content
    backoff.markDirty()
    backoff.reset()
    state.set({ ...change, isDirty, syncError: null })
    if (isDirty) localDrafts.save()
    else localDrafts.clear()
  }

  /** The save became a conflict copy. Text typed later does too; then the working copy is shown. */
  async #onConflict(content: StoryContent, conflictCopyId: number): Promise<void> {
    const { state, localDrafts, refresher } = this.#options
    if (state.snapshot.content !== content) return
    state.attempts.clear()
    state.set({ conflictCopyId, isDirty: false, syncError: null })
    localDrafts.clear()
    await refresher.refresh()
  }
}
