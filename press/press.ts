import { LRUCache } from 'lru-cache'
import { finish, fromBytes, type PressDocument, sizeOf, toBytes } from './document'
import type { Renderer } from './render'
import type { Shelf } from './shelf'
import type { TagTimes } from './tag-times'

export type PressOptions = {
  render: Renderer
  tagTimes: TagTimes
  maxBytes: number
  /** Where documents lie beyond memory; none in the simplest press. */
  shelf?: Shelf
  /** Epoch milliseconds. */
  clock: () => number
  onError: (error: unknown, path: string) => void
}

type Making = { since: number; document: Promise<PressDocument> }

// After a failure old copies that may stand in do so for a while: a sick database is not asked by every reader.
const restAfterFailureMs = 1_000

// Memory only: anyone can make up addresses that lead nowhere, and fill a disk with them.
const isWorthShelf = (document: PressDocument) => document.status !== 404

/**
 * Makes each document once and keeps it. A copy whose own tags are fresh but whose lists are stale is handed out while
 * a new one is made; one whose own tags are stale is made anew first. One making answers all who wait for it.
 */
export class Press {
  #options: PressOptions
  #kept: LRUCache<string, PressDocument>
  #making = new Map<string, Making>()
  #restUntil = 0
  #fetching = new Map<string, Promise<PressDocument | null>>()

  constructor(options: PressOptions) {
    this.#options = options
    this.#kept = new LRUCache({ maxSize: options.maxBytes, sizeCalculation: sizeOf })
  }

  /** The kept document of that address if nothing is to be done about it: the way of nearly every request. */
  ready(path: string): PressDocument | null {
    const kept = this.#kept.get(path)
    return kept && this.isFresh(kept) ? kept : null
  }

  /**
   * The document of that address; null where making it failed and no old copy may stand in. An old copy stands in for
   * as long as nothing happened to its own subject: a withdrawn story does not come back because the database is down.
   */
  async get(path: string): Promise<PressDocument | null> {
    const { shelf } = this.#options
    const kept = this.#kept.get(path) ?? (shelf ? await this.#fetch(shelf, path) : null)
    if (kept && this.isFresh(kept)) return kept
    const mayStandIn = kept && !this.#isOwnStale(kept)
    if (mayStandIn && this.#options.clock() < this.#restUntil) return kept
    // A failed making was reported where it failed; here it means that there is no document.
    const making = this.#make(path).catch(() => null)
    return mayStandIn ? kept : making
  }

  /** Documents in memory, and their bytes. */
  get holdings(): { documents: number; bytes: number } {
    return { documents: this.#kept.size, bytes: this.#kept.calculatedSize }
  }

  /** Whether nothing happened since to what the document shows. */
  isFresh(document: PressDocument): boolean {
    const { tagTimes, clock } = this.#options
    if (clock() >= Math.min(document.staleAt, document.ownStaleAt)) return false
    if (tagTimes.now === document.since) return true
    return !this.#isOwnStale(document) && !tagTimes.isStale(document.listTags, document.since)
  }

  #isOwnStale(document: PressDocument): boolean {
    const { tagTimes, clock } = this.#options
    return clock() >= document.ownStaleAt || tagTimes.isStale(document.ownTags, document.since)
  }

  /** The shelf's copy, taken into memory; one look for all who ask. */
  #fetch(shelf: Shelf, path: string): Promise<PressDocument | null> {
    const running = this.#fetching.get(path)
    if (running) return running
    const fetching = this.#takeFrom(shelf, path).finally(() => this.#fetching.delete(path))
    this.#fetching.set(path, fetching)
    return fetching
  }

  async #takeFrom(shelf: Shelf, path: string): Promise<PressDocument | null> {
    const { tagTimes } = this.#options
    const since = tagTimes.now
    const run = await shelf.find(path)
    const document = run && fromBytes(run, since)
    if (!document) return null
    if (tagTimes.isStaleSince(document.ownTags, document.madeAt)) return null
    // Unless all news are known the copy may be old: it is handed out, but made anew at once.
    const isOld = !tagTimes.isKnown || tagTimes.isStaleSince(document.listTags, document.madeAt)
    const taken = isOld ? { ...document, staleAt: 0 } : document
    const kept = this.#kept.get(path)
    if (kept && kept.madeAt >= document.madeAt) return kept
    this.#kept.set(path, taken)
    return taken
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
    const { render, clock, shelf, onError } = this.#options
    try {
      const madeAt = clock()
      const rendered = await render(path)
      if (rendered.status >= 500) throw new Error(`rendered with status ${rendered.status}`)
      const document = await finish(rendered, since, madeAt)
      const kept = this.#kept.get(path)
      if (!kept || kept.since <= since) {
        this.#kept.set(path, document)
        if (shelf && isWorthShelf(document)) shelf.put(path, toBytes(document))
      }
      return document
    } catch (error) {
      onError(error, path)
      this.#restUntil = clock() + restAfterFailureMs
      throw error
    }
  }
}
