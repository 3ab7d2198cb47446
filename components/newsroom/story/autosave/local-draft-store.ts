import type { DraftState } from './draft-state'
import { type LocalDraft, type LocalDraftDatabase, listAbandoned } from './local-draft-database'

type LocalDraftStoreOptions = {
  articleId: number
  tab: string
  drafts: LocalDraftDatabase
  state: DraftState
}

/** Where this machine keeps what one tab typed, until the server has it. A browser that keeps nothing says so. */
export class LocalDraftStore {
  readonly #options: LocalDraftStoreOptions

  constructor(options: LocalDraftStoreOptions) {
    this.#options = options
  }

  /** The text as it stands, with all that it takes to send it from another page. */
  save(): void {
    const { articleId, tab, drafts, state } = this.#options
    const { version: onVersion, names: attempts } = state.attempts
    const draft = { articleId, tab, content: state.snapshot.content }
    drafts.put({ ...draft, onVersion, attempts, at: Date.now() }).catch(() => {
      // No room, or none at all in this window: the page says so.
      state.set({ isStoredLocally: false })
    })
  }

  /** The server has it. */
  clear(): void {
    const { articleId, tab, drafts } = this.#options
    drafts.remove({ articleId, tab }).catch(() => {
      // Kept once too often: it is the same as the server's, and found to be so.
    })
  }

  /** What pages that are gone left here; `was` is the one that this page follows. */
  async listAbandoned(previousTab: string | null): Promise<LocalDraft[]> {
    const { articleId, tab, drafts, state } = this.#options
    try {
      return await listAbandoned(drafts, { articleId, tab, previousTab })
    } catch {
      // The browser keeps nothing (a private window, no room): the page says so, and the server is all there is.
      state.set({ isStoredLocally: false })
      return []
    }
  }

  /** What a page that is gone left is at the server, or is this page's own now. */
  async remove(draft: LocalDraft): Promise<void> {
    await this.#options.drafts.remove(draft)
  }
}
