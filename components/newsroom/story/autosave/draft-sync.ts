import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { OpenStory, StoryEditState } from '@/lib/newsroom/draft/working-copy'
import { randomId } from '../../random-id'
import { isTemporary } from './autosave-state'
import { Backoff } from './backoff'
import { DraftState } from './draft-state'
import type { LocalDraftDatabase } from './local-draft-database'
import { LocalDraftStore } from './local-draft-store'
import { listenToPageLifecycle } from './page-lifecycle'
import { recoverDrafts } from './recovery'
import { Refresher } from './refresher'
import { SaveQueue } from './save-queue'
import { StatusPoller } from './status-poller'
import type { StoryApi } from './story-api'
import { holdTabLock, isClosedTabOfBrowser, rememberTab } from './tab-lock'

const isFreeDraft = ({ status, lockHolder }: StoryEditState) =>
  status === 'draft' && lockHolder === null

type DraftSyncOptions = {
  articleId: number
  story: OpenStory
  /** Whether the story belongs to the user of this tab. */
  isOwner: boolean
  createApi: (tab: string) => StoryApi
  drafts: LocalDraftDatabase
}

/**
 * Stores the text typed in one tab: at once on this machine (`LocalDraftStore`), after a pause at the server
 * (`SaveQueue`). It polls the story's status. A local text is removed only after the server has confirmed it.
 */
export class DraftSync {
  readonly tab = randomId()
  readonly api: StoryApi
  readonly #articleId: number
  readonly #isOwner: boolean
  readonly #state: DraftState
  readonly #localDrafts: LocalDraftStore
  readonly #refresher: Refresher
  readonly #saveQueue: SaveQueue
  readonly #backoff = new Backoff()
  #poller: StatusPoller | null = null
  #isRunning = false

  constructor({ articleId, story, isOwner, createApi, drafts }: DraftSyncOptions) {
    this.#articleId = articleId
    this.#isOwner = isOwner
    this.api = createApi(this.tab)
    this.#state = new DraftState(this.tab, story)
    this.#localDrafts = new LocalDraftStore({
      articleId,
      tab: this.tab,
      drafts,
      state: this.#state,
    })
    this.#refresher = new Refresher(this.#state, this.api)
    const parts = { api: this.api, state: this.#state, localDrafts: this.#localDrafts }
    this.#saveQueue = new SaveQueue({
      ...parts,
      backoff: this.#backoff,
      refresher: this.#refresher,
    })
  }

  subscribe = (listener: () => void) => this.#state.subscribe(listener)

  snapshot = () => this.#state.snapshot

  /** Starts the sync. The returned function stops it. */
  start(): () => void {
    const releaseTab = holdTabLock(this.tab)
    rememberTab(this.#articleId, this.tab)
    this.#isRunning = true
    this.#saveQueue.start()
    this.#poller = new StatusPoller({ api: this.api, poll: () => this.#poll() })
    void this.#open()
    const stopListening = listenToPageLifecycle({
      onWake: () => this.#wake(),
      onHide: (isLeaving) => this.#hide(isLeaving),
      onUnload: (event) => this.#warn(event),
    })
    return () => {
      this.#hide(true)
      this.#isRunning = false
      this.#saveQueue.stop()
      this.#poller?.stop()
      stopListening()
      releaseTab()
    }
  }

  /** At every keystroke. */
  write(content: StoryContent): void {
    if (!this.#state.snapshot.isDirty) this.#backoff.markDirty()
    this.#state.set({ content, isDirty: true })
    this.#localDrafts.save()
    this.#saveQueue.schedule()
  }

  /** Saves unsaved text. Returns the version of the copy that contains it; null when the save failed. */
  async flush(): Promise<number | null> {
    if (!this.#state.snapshot.isOpen) return null
    await this.#saveQueue.inFlight
    if (this.#state.snapshot.isDirty) await this.#saveQueue.send()
    const { isDirty, syncError } = this.#state.snapshot
    return isDirty || syncError ? null : this.#state.attempts.version
  }

  /** Requests the text and the story's status again: see `Refresher.refresh`. */
  refresh(isLockReleased = false): Promise<void> {
    return this.#refresher.refresh(isLockReleased)
  }

  async takeOverLock(): Promise<void> {
    const result = await this.api.takeOverLock(this.#state.snapshot.state.lockHolder?.tab ?? null)
    if (result?.ok) this.#state.applyServerCopy(result.open)
    else if (result?.reason === 'outdated') await this.#refresher.tryRefresh()
    else if (result) this.#state.applyRefusal(result)
    else this.#state.markOffline()
  }

  /** A conflict copy with the names that it refers to; null when it cannot be loaded. */
  async findConflictCopy(conflictCopyId: number) {
    const result = await this.api.fetchConflictCopy(conflictCopyId)
    if (result?.ok) return result
    await this.refresh()
    return null
  }

  /**
   * Makes the chosen content the text; null leaves the text unchanged. In both cases the conflict copy is removed.
   * Answers whether it was done.
   */
  async resolveConflict(conflictCopyId: number, content: StoryContent | null): Promise<boolean> {
    if ((await this.flush()) === null) return false
    const result = await this.api.resolveConflict(
      conflictCopyId,
      this.#state.attempts.next(),
      content,
    )
    if (!result) this.#state.markOffline()
    else if (!result.ok) await this.refresh()
    else {
      this.#state.set({ conflictCopyId: null })
      this.#state.applyServerCopy(result.open)
    }
    return result?.ok === true
  }

  /** The closed page of this browser that held the edit lock. */
  async #findClosedTab(mayBeClosing: boolean): Promise<string | null> {
    const lockTab = this.#state.lastLockTab
    if (lockTab === null || lockTab === this.tab) return null
    return (await isClosedTabOfBrowser(this.#articleId, lockTab, mayBeClosing)) ? lockTab : null
  }

  async #open(): Promise<void> {
    const previousTab = await this.#findClosedTab(true)
    const abandoned = await this.#localDrafts.listAbandoned(previousTab)
    const result = await this.api.open(previousTab)
    if (!this.#isRunning) return
    const parts = { state: this.#state, api: this.api, localDrafts: this.#localDrafts }
    if (!result?.ok || !(await recoverDrafts(parts, abandoned, result.open))) {
      if (result && !result.ok) this.#state.applyRefusal(result)
      else this.#state.markOffline()
      this.#poller?.retry(() => this.#open(), this.#backoff.nextRetryMs())
      return
    }
    this.#backoff.reset()
    this.#state.markOpen(result.open.state)
    this.#poller?.start()
  }

  /** Returns whether polling continues; otherwise the page is opened again. */
  async #poll(): Promise<boolean> {
    const { generation, snapshot } = this.#state
    const wasHandedIn = snapshot.state.status === 'inReview'
    const result = await this.api.state()
    if (!this.#isRunning) return false
    if (result?.ok) {
      if (generation === this.#state.generation && !this.#saveQueue.inFlight)
        await this.#applyStatus(result.state)
      // The previous page was still closing when this one opened: its edit lock and its texts move here now. A story that
      // the desk sent back is its owner's again.
      const isReturned = this.#isOwner && wasHandedIn && isFreeDraft(result.state)
      if (!this.#state.snapshot.isWriting && (isReturned || (await this.#findClosedTab(false)))) {
        await this.#open()
        return false
      }
    } else if (result) this.#state.applyRefusal(result)
    else this.#state.markOffline()
    return true
  }

  /** The state of the story now: another tab may hold the edit lock, and the text may differ. */
  async #applyStatus(state: StoryEditState): Promise<void> {
    const { isDirty, isWriting: wasWriting, syncError } = this.#state.snapshot
    const isWriting = this.#state.applyStatus(state)
    const isBack = isTemporary(syncError)
    if (isBack || !isDirty) this.#state.set({ syncError: null })
    if (isBack) this.#backoff.reset()
    if (isDirty) {
      if (isBack || (wasWriting && !isWriting)) await this.#saveQueue.send()
    } else if (state.copyVersion !== this.#state.attempts.version)
      await this.#refresher.tryRefresh()
  }

  /** The network is back, or the page is visible again. */
  #wake(): void {
    this.#backoff.reset()
    if (this.#state.snapshot.isOpen) this.#poller?.wake()
  }

  /** The page may not be shown again. */
  #hide(isLeaving: boolean): void {
    if (this.#state.snapshot.isDirty) void this.#saveQueue.send(true)
    if (isLeaving) this.api.leave()
  }

  /** Closing the page loses text only when this machine cannot store it. */
  #warn(event: BeforeUnloadEvent): void {
    const { isDirty, isStoredLocally: isKept } = this.#state.snapshot
    if (isDirty && !isKept) event.preventDefault()
  }
}
