import { cdnLifetimes } from '@/lib/http/cache-lifetimes'

// Clocks of several machines, and a transaction between stamping a tag and committing, may differ by less than this.
const clockSkewMs = 60_000
// No cached page is older (maxPageAgeMs), so older invalidations concern no page.
const retentionMs = 8 * 24 * 3_600_000
const pruneEvery = 10_000
// Invalidations of one tag this close together count as one, at the time of the first.
const mergeMs = 500

/**
 * For how long after news of its lists an old copy is handed out while a new one is made. Lists are to be new within
 * ten seconds; an edge that asks at the end of this keeps what it gets for as long again (deploy/varnish/default.vcl).
 */
export const staleWindowMs = cdnLifetimes.staleWhileRevalidateSeconds * 1_000

type TagHistory = {
  /** The newest: its count, and when the change was stamped. */
  version: number
  atMs: number
  /** Those of the last while, the oldest first: the count up to which they reach, and when they came. */
  recent: { version: number; atMs: number; receivedMs: number }[]
  /** The newest of those that came before that; 0 and never when there is none. */
  old: { version: number; atMs: number }
}

const none = { version: 0, atMs: Number.NEGATIVE_INFINITY }

/**
 * When each tag was last made stale. Within this process by a count of news, as they arrived: exact, and no clock has
 * to agree with another. For documents that another process made, or this one before a restart, by time, with a margin.
 */
export class TagVersions {
  #version = 0
  #tags = new Map<string, TagHistory>()
  #allVersion = 0
  readonly #clock: () => number
  /** Whether all news up to now have been heard; false before the first hearing and while the line is broken. */
  isInSync = false

  /** @param clock epoch milliseconds */
  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  /** The present count: what a document that starts being made now is stamped with. */
  get current(): number {
    return this.#version
  }

  /**
   * Marks the pages of these tags as stale from now on.
   * @param atMs when the change was stamped, epoch milliseconds
   * @param receivedMs since when readers may have got old copies, where that is not just now
   */
  invalidate(
    tags: Iterable<string>,
    atMs = Number.POSITIVE_INFINITY,
    receivedMs = this.#clock(),
  ): void {
    this.#version += 1
    for (const tag of tags) this.#tags.set(tag, this.#next(this.#tags.get(tag), atMs, receivedMs))
    if (this.#version % pruneEvery === 0) this.#prune(atMs - retentionMs)
  }

  #next(before: TagHistory | undefined, atMs: number, receivedMs: number): TagHistory {
    const version = this.#version
    const { recent, old } = this.#splitByAge(before)
    const last = recent.at(-1)
    const merged =
      last && receivedMs - last.receivedMs < mergeMs
        ? [...recent.slice(0, -1), { ...last, version, atMs }]
        : [...recent, { version, atMs, receivedMs }]
    return { version, atMs, recent: merged, old }
  }

  /** What of a tag's news is recent, and what is old, by now. */
  #splitByAge(history: TagHistory | undefined): Pick<TagHistory, 'recent' | 'old'> {
    if (!history) return { recent: [], old: none }
    const since = this.#clock() - staleWindowMs
    const aged = history.recent.filter(({ receivedMs }) => receivedMs <= since)
    const old = aged.at(-1) ?? history.old
    return { recent: history.recent.slice(aged.length), old }
  }

  /** Everything is stale: news may have been missed. */
  invalidateAll(): void {
    this.#version += 1
    this.#allVersion = this.#version
    this.#tags.clear()
  }

  /** Whether news of one of `tags` came after `since`. */
  isStale(tags: Iterable<string>, since: number): boolean {
    if (this.#allVersion > since) return true
    for (const tag of tags) if ((this.#tags.get(tag)?.version ?? 0) > since) return true
    return false
  }

  /** Whether such news came so long ago that no old copy should stand in any more (`staleWindowMs`). */
  isPastStaleWindow(tags: Iterable<string>, since: number): boolean {
    if (this.#allVersion > since) return true
    for (const tag of tags)
      if (this.#splitByAge(this.#tags.get(tag)).old.version > since) return true
    return false
  }

  /** Whether one of `tags` was made stale after `madeAtMs`, or so shortly before that clocks cannot tell. */
  isStaleSince(tags: Iterable<string>, madeAtMs: number): boolean {
    for (const tag of tags) {
      const history = this.#tags.get(tag)
      if (history && history.atMs > madeAtMs - clockSkewMs) return true
    }
    return false
  }

  /** As `isPastStaleWindow`, for a document that another process made. */
  isPastStaleWindowSince(tags: Iterable<string>, madeAtMs: number): boolean {
    for (const tag of tags) {
      if (this.#splitByAge(this.#tags.get(tag)).old.atMs > madeAtMs - clockSkewMs) return true
    }
    return false
  }

  #prune(beforeMs: number): void {
    for (const [tag, { atMs }] of this.#tags) if (atMs < beforeMs) this.#tags.delete(tag)
  }
}
