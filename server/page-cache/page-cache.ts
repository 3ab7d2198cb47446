import { LRUCache } from 'lru-cache'
import { staleWindowMs, type TagVersions } from '@/server/invalidation/tag-versions'
import { DatabaseUnavailableError, RenderQueueFullError } from '@/server/render/render-queue'
import type { RenderResult } from '@/server/render/renderer'
import type { CacheStore } from './cache-store'
import { type CachedPage, decodePage, encodePage, sizeOf, toCachedPage } from './cached-page'

export type PageCacheOptions = {
  /** `isKept`: whether an old copy is served meanwhile. */
  render: (path: string, isRevalidation: boolean) => Promise<RenderResult>
  tagVersions: TagVersions
  maxBytes: number
  /** The store beyond memory; left out: memory only. */
  store?: CacheStore
  /** Epoch milliseconds. */
  clock: () => number
  onError: (error: unknown, path: string) => void
}

type PendingRender = { tagVersion: number; beganMs: number; page: Promise<CachedPage> }

/** The error when there is no document: the render failed, and no stale copy may be served. */
export class RenderFailedError extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} could not be made`, { cause })
  }
}

/** The store's value is not that page; the page is rendered again. */
export class DamagedPageError extends Error {
  constructor() {
    super('the stored page was damaged and is rendered again')
  }
}

// How long stale pages are served before another attempt: all of them after the database did not answer, so that
// requests do not query it; one page after its own render failed.
const backoffAfterFailureMs = 1_000
const maxFailedPages = 1_000

// How long a request waits for the new page once the stale window has passed, counted from the start of the render.
const revalidationWaitMs = 300

// Only in memory: requests for invented addresses could fill a disk.
const isWorthStoring = (page: CachedPage) => page.status !== 404

/**
 * Renders each page once and stores it. A page whose own tags are fresh but whose lists are stale is served while
 * it is rendered again; a page whose own tags are stale is rendered first. One render answers all waiting requests.
 */
export class PageCache {
  #options: PageCacheOptions
  #pages: LRUCache<string, CachedPage>
  #pendingRenders = new Map<string, PendingRender>()
  #outageBackoffUntil = 0
  /** Until when, epoch milliseconds, a page whose render failed is not tried again while a stale copy can be served. */
  #failedUntil = new LRUCache<string, number>({ max: maxFailedPages })
  #pendingReads = new Map<string, Promise<CachedPage | null>>()

  constructor(options: PageCacheOptions) {
    this.#options = options
    // LRUCache takes a limit of 0 as no limit; no page is as small as one byte.
    this.#pages = new LRUCache({ maxSize: Math.max(options.maxBytes, 1), sizeCalculation: sizeOf })
  }

  /** The cached page if it is fresh: the case of nearly every request. */
  findFresh(path: string): CachedPage | null {
    const cached = this.#pages.get(path)
    return cached && this.isFresh(cached) ? cached : null
  }

  /**
   * The page of that address. A stale page may be served as long as its own subject has not changed: a withdrawn
   * story does not come back because the database is down.
   * @throws RenderFailedError when the render failed and no stale page may be served
   */
  async get(path: string): Promise<CachedPage> {
    const { store } = this.#options
    const cached = this.#pages.get(path) ?? (store ? await this.#readFromStore(store, path) : null)
    if (cached && this.isFresh(cached)) return cached
    if (cached && !this.#isOwnStale(cached)) return this.#serveStale(path, cached)
    return this.#joinRender(path).page.catch((error: unknown) => {
      throw new RenderFailedError(path, error)
    })
  }

  /**
   * The stale page at once within the stale window; after that the new page, unless its render takes too long:
   * a list without requests since its invalidation does not show yesterday's stories.
   */
  async #serveStale(path: string, cached: CachedPage): Promise<CachedPage> {
    const now = this.#options.clock()
    if (now < Math.max(this.#outageBackoffUntil, this.#failedUntil.get(path) ?? 0)) return cached
    const pendingRender = this.#joinRender(path)
    // A failed render was logged where it failed.
    const revalidated = pendingRender.page.catch(() => cached)
    const waitMs = pendingRender.beganMs + revalidationWaitMs - now
    if (waitMs <= 0 || !this.#isPastStaleWindow(cached)) return cached
    return withTimeout(revalidated, waitMs, cached)
  }

  /** Whether memory has a copy of that address, fresh or stale. */
  has(path: string): boolean {
    return this.#pages.has(path)
  }

  /** The number of documents in memory, and their bytes. */
  get usage(): { documents: number; bytes: number } {
    return { documents: this.#pages.size, bytes: this.#pages.calculatedSize }
  }

  /** Whether nothing that the document shows was invalidated since. */
  isFresh(page: CachedPage): boolean {
    const { tagVersions, clock } = this.#options
    if (clock() >= Math.min(page.staleAt, page.ownStaleAt)) return false
    if (tagVersions.current === page.tagVersion) return true
    return !this.#isOwnStale(page) && !tagVersions.isStale(page.listTags, page.tagVersion)
  }

  #isOwnStale(page: CachedPage): boolean {
    const { tagVersions, clock } = this.#options
    return clock() >= page.ownStaleAt || tagVersions.isStale(page.ownTags, page.tagVersion)
  }

  /** A stale 404 or redirect is not served when a render is possible: there may be a page now. */
  #isPastStaleWindow(page: CachedPage): boolean {
    const { tagVersions, clock } = this.#options
    if (page.status !== 200 || clock() >= page.staleAt + staleWindowMs) return true
    return tagVersions.isPastStaleWindow(page.listTags, page.tagVersion)
  }

  /** Reads the store's copy into memory, once for all concurrent requests. */
  #readFromStore(store: CacheStore, path: string): Promise<CachedPage | null> {
    const running = this.#pendingReads.get(path)
    if (running) return running
    const pendingRead = this.#loadFromStore(store, path).finally(() =>
      this.#pendingReads.delete(path),
    )
    this.#pendingReads.set(path, pendingRead)
    return pendingRead
  }

  async #loadFromStore(store: CacheStore, path: string): Promise<CachedPage | null> {
    const { tagVersions, onError } = this.#options
    const tagVersion = tagVersions.current
    const encoded = await store.find(path)
    if (!encoded) return null
    const page = decodePage(path, encoded, tagVersion)
    if (!page) {
      store.remove(path)
      onError(new DamagedPageError(), path)
      return null
    }
    if (tagVersions.isStaleSince(page.ownTags, page.madeAt)) return null
    const loaded = { ...page, staleAt: this.#staleAtOf(page) }
    const cached = this.#pages.get(path)
    if (cached && cached.madeAt >= page.madeAt) return cached
    this.#pages.set(path, loaded)
    return loaded
  }

  /** When a stored copy becomes stale; its render time is compared. */
  #staleAtOf({ listTags, madeAt, staleAt }: CachedPage): number {
    const { tagVersions, clock } = this.#options
    // The page may be stale while invalidations are missed: it is served and rendered again at once.
    if (!tagVersions.isInSync || tagVersions.isPastStaleWindowSince(listTags, madeAt)) return 0
    return tagVersions.isStaleSince(listTags, madeAt) ? Math.min(staleAt, clock()) : staleAt
  }

  /** Joins a running render, unless an invalidation that concerns it came after it began. */
  #joinRender(path: string): PendingRender {
    const tagVersion = this.#options.tagVersions.current
    const running = this.#pendingRenders.get(path)
    if (
      running &&
      (running.tagVersion === tagVersion || this.#isUnaffected(path, running.tagVersion))
    ) {
      return running
    }
    const page = this.#renderAndStore(path, tagVersion).finally(() => {
      if (this.#pendingRenders.get(path)?.tagVersion === tagVersion)
        this.#pendingRenders.delete(path)
    })
    const pendingRender = { tagVersion, beganMs: this.#options.clock(), page }
    this.#pendingRenders.set(path, pendingRender)
    return pendingRender
  }

  /**
   * Whether no invalidation since then concerns what the last copy showed; what is new in a page has tags that the
   * list of the page has too.
   */
  #isUnaffected(path: string, tagVersion: number): boolean {
    const cached = this.#pages.get(path)
    return (
      !!cached &&
      !this.#options.tagVersions.isStale([...cached.ownTags, ...cached.listTags], tagVersion)
    )
  }

  async #renderAndStore(path: string, tagVersion: number): Promise<CachedPage> {
    const { render, clock, store, onError } = this.#options
    try {
      const madeAt = clock()
      const rendered = await render(path, this.#pages.has(path))
      if (rendered.status >= 500) throw new Error(`rendered with status ${rendered.status}`)
      const page = await toCachedPage(rendered, tagVersion, madeAt)
      const cached = this.#pages.get(path)
      if (!cached || cached.tagVersion <= tagVersion) {
        this.#pages.set(path, page)
        if (store && isWorthStoring(page)) store.put(path, encodePage(path, page))
      }
      return page
    } catch (error) {
      onError(error, path)
      const until = clock() + backoffAfterFailureMs
      if (error instanceof DatabaseUnavailableError) this.#outageBackoffUntil = until
      else if (!(error instanceof RenderQueueFullError)) this.#failedUntil.set(path, until)
      throw error
    }
  }
}

/** The result of `promise`, or `otherwise` when it takes longer than `ms`. */
function withTimeout<T>(promise: Promise<T>, ms: number, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
