import type { DraftState } from './draft-state'
import { type LocalDraft, type LocalDraftDatabase, listAbandoned } from './local-draft-database'

type LocalDraftStoreOptions = {
  articleId: number
  tab: string
  drafts: LocalDraftDatabase
  state: DraftState
}

/** Stores the text of one tab on this machine until the server has it. Reports when the browser has no storage. */
export class LocalDraftStore {
  readonly #options: LocalDraftStoreOptions

  constructor(options: LocalDraftStoreOptions) {
    this.#options = options
  }

  /** Stores the current text with the data that another page needs to send it. */
  save(): void {
    const { articleId, tab, drafts, state } = this.#options
    const { version: onVersion, names: attempts } = state.attempts
    const draft = { articleId, tab, content: state.snapshot.content }
    drafts.put({ ...draft, onVersion, attempts, at: Date.now() }).catch(() => {
      // Storage is full or missing: the page shows it.
      state.set({ isStoredLocally: false })
    })
  }

  /** The server has it. */
  clear(): void {
    const { articleId, tab, drafts } = this.#options
    drafts.remove({ articleId, tab }).catch(() => {
      // A text that stays stored equals the server's, and the next page recognises that.
    })
  }

  /** The texts of closed pages; `was` is the previous page. */
  async listAbandoned(previousTab: string | null): Promise<LocalDraft[]> {
    const { articleId, tab, drafts, state } = this.#options
    try {
      return await listAbandoned(drafts, { articleId, tab, previousTab })
    } catch {
      // The browser has no storage (private window, full): the page shows it, and only the server stores the text.
      state.set({ isStoredLocally: false })
      return []
    }
  }

  /** The text of a closed page is at the server, or this page has adopted it. */
  async remove(draft: LocalDraft): Promise<void> {
    await this.#options.drafts.remove(draft)
  }
}
