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

/** Brings what was typed to the server: after a pause, one save at a time, and again while nobody answers. */
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

  /** What is under way comes to its end; nothing more is begun by itself. */
  stop(): void {
    this.#isRunning = false
    clearTimeout(this.#timer)
  }

  /** The save that is under way. */
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
    // One at a time; but a page that closes cannot wait for an answer.
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

  /** More attempts without an answer than are remembered: which of them was the last to arrive? */
  async #findAttempts(): Promise<void> {
    const { state, api } = this.#options
    const result = await api.fetchCopy()
    if (result?.ok)
      state.attempts.resolveLatest(result.open.attempts[0], result.open.state.copyVersion)
  }

  /** The server has this text: what was typed after it is dirty still. */
  #onSaved(content: StoryContent, change: Partial<AutosaveState>): void {
    const { state, localDrafts, backoff } = this.#options
    const isDirty = state.snapshot.content !== content
    backoff.markDirty()
    backoff.reset()
    state.set({ ...change, isDirty, syncError: null })
    if (isDirty) localDrafts.save()
    else localDrafts.clear()
  }

  /** Put aside: when more was typed it goes the same way, and then what the others have is shown. */
  async #onConflict(content: StoryContent, conflictCopyId: number): Promise<void> {
    const { state, localDrafts, refresher } = this.#options
    if (state.snapshot.content !== content) return
    state.attempts.clear()
    state.set({ conflictCopyId, isDirty: false, syncError: null })
    localDrafts.clear()
    await refresher.refresh()
  }
}
