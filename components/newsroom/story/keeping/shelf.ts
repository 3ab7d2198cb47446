import type { CopyState } from './copy-state'
import { type KeptText, type KeptTexts, listAbandoned } from './kept-texts'

type Parts = { articleId: number; tab: string; texts: KeptTexts; state: CopyState }

/** Where this machine keeps what one tab typed, until the server has it. A browser that keeps nothing says so. */
export class Shelf {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The text as it stands, with all that it takes to send it from another page. */
  keep(): void {
    const { articleId, tab, texts, state } = this.#parts
    const { version: onVersion, names: attempts } = state.attempts
    const text = { articleId, tab, content: state.keeping.content }
    texts.put({ ...text, onVersion, attempts, at: Date.now() }).catch(() => {
      // No room, or none at all in this window: the page says so.
      state.set({ isKept: false })
    })
  }

  /** The server has it. */
  forget(): void {
    const { articleId, tab, texts } = this.#parts
    texts.remove({ articleId, tab }).catch(() => {
      // Kept once too often: it is the same as the server's, and found to be so.
    })
  }

  /** What pages that are gone left here; `was` is the one that this page follows. */
  async listAbandoned(was: string | null): Promise<KeptText[]> {
    const { articleId, tab, texts, state } = this.#parts
    try {
      return await listAbandoned(texts, { articleId, tab, was })
    } catch {
      // The browser keeps nothing (a private window, no room): the page says so, and the server is all there is.
      state.set({ isKept: false })
      return []
    }
  }

  /** What a page that is gone left is at the server, or is this page's own now. */
  async remove(text: KeptText): Promise<void> {
    await this.#parts.texts.remove(text)
  }
}
