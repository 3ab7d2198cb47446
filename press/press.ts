import { LRUCache } from 'lru-cache'
import { finish, fromBytes, type PressDocument, sizeOf, toBytes } from './document'
import type { Render } from './render'
import type { Shelf } from './shelf'
import { standInMs, type TagTimes } from './tag-times'
import { Overloaded } from './turns'

export type PressOptions = {
  /** `isKept`: whether an old copy of it is handed out meanwhile. */
  render: (path: string, isKept: boolean) => Promise<Render>
  tagTimes: TagTimes
  maxBytes: number
  /** Where documents lie beyond memory; none in the simplest press. */
  shelf?: Shelf
  /** Epoch milliseconds. */
  clock: () => number
  onError: (error: unknown, path: string) => void
}

type Making = { since: number; beganMs: number; document: Promise<PressDocument> }

/** There is no document to hand out: making it failed, and no old copy may stand in. */
export class NotMade extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} could not be made`, { cause })
  }
}

// After a failure old copies that may stand in do so for a while: a sick database is not asked by every reader.
const restAfterFailureMs = 1_000

// How long readers wait for a new copy in place of one whose lists have been old for a while, from when its making began.
const patienceMs = 300

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
    // To LRUCache a limit of 0 is none; nothing is as small as a byte.
    this.#kept = new LRUCache({ maxSize: Math.max(options.maxBytes, 1), sizeCalculation: sizeOf })
  }

  /** The kept document of that address if nothing is to be done about it: the way of nearly every request. */
  ready(path: string): PressDocument | null {
    const kept = this.#kept.get(path)
    return kept && this.isFresh(kept) ? kept : null
  }

  /**
   * The document of that address. An old copy stands in for as long as nothing happened to its own subject: a withdrawn
   * story does not come back because the database is down.
   * @throws NotMade when making it failed and no old copy may stand in
   */
  async get(path: string): Promise<PressDocument> {
    const { shelf } = this.#options
    const kept = this.#kept.get(path) ?? (shelf ? await this.#fetch(shelf, path) : null)
    if (kept && this.isFresh(kept)) return kept
    if (kept && !this.#isOwnStale(kept)) return this.#standIn(path, kept)
    return this.#make(path).document.catch((error: unknown) => {
      throw new NotMade(path, error)
    })
  }

  /**
   * The old copy at once while the news of its lists are young; after that the new one, unless it cannot be had soon:
   * who comes to a list that nobody asked for since the news is not shown yesterday's.
   */
  async #standIn(path: string, kept: PressDocument): Promise<PressDocument> {
    const now = this.#options.clock()
    if (now < this.#restUntil) return kept
    const making = this.#make(path)
    // A failed making was reported where it failed.
    const made = making.document.catch(() => kept)
    const waitMs = making.beganMs + patienceMs - now
    if (waitMs <= 0 || !this.#isLongStale(kept)) return kept
    return withinMs(made, waitMs, kept)
  }

  /** Whether a document of that address lies in memory, old or new. */
  holds(path: string): boolean {
    return this.#kept.has(path)
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

  /** An absent page or a redirect never stands in where the new answer can be had: what is there now, is there. */
  #isLongStale(document: PressDocument): boolean {
    const { tagTimes, clock } = this.#options
    if (document.status !== 200 || clock() >= document.staleAt + standInMs) return true
    return tagTimes.isLongStale(document.listTags, document.since)
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
    const taken = { ...document, staleAt: this.#staleAtOf(document) }
    const kept = this.#kept.get(path)
    if (kept && kept.madeAt >= document.madeAt) return kept
    this.#kept.set(path, taken)
    return taken
  }

  /** From when on a shelf's copy is old: what it was made with is compared by time. */
  #staleAtOf({ listTags, madeAt, staleAt }: PressDocument): number {
    const { tagTimes, clock } = this.#options
    // Unless all news are known the copy may be old: it is handed out, but made anew at once.
    if (!tagTimes.isKnown || tagTimes.isLongStaleSince(listTags, madeAt)) return 0
    return tagTimes.isStaleSince(listTags, madeAt) ? Math.min(staleAt, clock()) : staleAt
  }

  /** Joins the making under way, unless news that concern it came since it began: what it read may be old. */
  #make(path: string): Making {
    const since = this.#options.tagTimes.now
    const running = this.#making.get(path)
    if (running && (running.since === since || this.#isUnconcerned(path, running.since))) {
      return running
    }
    const document = this.#print(path, since).finally(() => {
      if (this.#making.get(path)?.since === since) this.#making.delete(path)
    })
    const making = { since, beganMs: this.#options.clock(), document }
    this.#making.set(path, making)
    return making
  }

  /** Whether no news since then concern what the last copy showed; news of what is new in it touch that too. */
  #isUnconcerned(path: string, since: number): boolean {
    const kept = this.#kept.get(path)
    return !!kept && !this.#options.tagTimes.isStale([...kept.ownTags, ...kept.listTags], since)
  }

  async #print(path: string, since: number): Promise<PressDocument> {
    const { render, clock, shelf, onError } = this.#options
    try {
      const madeAt = clock()
      const rendered = await render(path, this.#kept.has(path))
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
      if (!(error instanceof Overloaded)) this.#restUntil = clock() + restAfterFailureMs
      throw error
    }
  }
}

/** What `promise` comes to, or `otherwise` when it takes longer than `ms`. */
function withinMs<T>(promise: Promise<T>, ms: number, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
