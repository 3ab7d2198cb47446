import { LRUCache } from 'lru-cache'
import { finish, type PressDocument, sizeOf } from './document'
import type { Renderer } from './render'
import type { TagTimes } from './tag-times'

export type PressOptions = {
  render: Renderer
  tagTimes: TagTimes
  maxBytes: number
  /** Epoch milliseconds. */
  clock: () => number
  onError: (error: unknown, path: string) => void
}

type Making = { since: number; document: Promise<PressDocument> }

/**
 * Makes each document once and keeps it. A copy whose own tags are fresh but whose lists are stale is handed out while
 * a new one is made; one whose own tags are stale is made anew first. One making answers all who wait for it.
 */
export class Press {
  #options: PressOptions
  #kept: LRUCache<string, PressDocument>
  #making = new Map<string, Making>()

  constructor(options: PressOptions) {
    this.#options = options
    this.#kept = new LRUCache({ maxSize: options.maxBytes, sizeCalculation: sizeOf })
  }

  /**
   * The document of that address; null where making it failed and no old copy may stand in. An old copy stands in for
   * as long as nothing happened to its own subject: a withdrawn story does not come back because the database is down.
   */
  async get(path: string): Promise<PressDocument | null> {
    const kept = this.#kept.get(path)
    if (kept && this.#isFresh(kept)) return kept
    // A failed making was reported where it failed; here it means that there is no document.
    const making = this.#make(path).catch(() => null)
    return kept && !this.#isOwnStale(kept) ? kept : making
  }

  #isFresh(document: PressDocument): boolean {
    const { tagTimes, clock } = this.#options
    if (clock() >= Math.min(document.staleAt, document.ownStaleAt)) return false
    if (tagTimes.now === document.since) return true
    return !this.#isOwnStale(document) && !tagTimes.isStale(document.listTags, document.since)
  }

  #isOwnStale(document: PressDocument): boolean {
    const { tagTimes, clock } = this.#options
    return clock() >= document.ownStaleAt || tagTimes.isStale(document.ownTags, document.since)
  }

  /** Joins the making under way, unless news has come since it began: what it read may be old. */
  #make(path: string): Promise<PressDocument> {
    const since = this.#options.tagTimes.now
    const running = this.#making.get(path)
    if (running?.since === since) return running.document
    const document = this.#print(path, since).finally(() => {
      if (this.#making.get(path)?.since === since) this.#making.delete(path)
    })
    this.#making.set(path, { since, document })
    return document
  }

  async #print(path: string, since: number): Promise<PressDocument> {
    const { render, onError } = this.#options
    try {
      const rendered = await render(path)
      if (rendered.status >= 500) throw new Error(`rendered with status ${rendered.status}`)
      const document = await finish(rendered, since)
      const kept = this.#kept.get(path)
      if (!kept || kept.since <= since) this.#kept.set(path, document)
      return document
    } catch (error) {
      onError(error, path)
      throw error
    }
  }
}
