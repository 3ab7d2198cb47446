import { cdnLifetimes } from '@/lib/http/cache-lifetimes'

// Clocks of several machines, and a transaction between stamping a tag and committing, may differ by less than this.
const clockSkewMs = 60_000
// No cached page is older (maxPageAgeMs), so older invalidations concern no page.
const retentionMs = 8 * 24 * 3_600_000
const pruneEvery = 10_000
// Invalidations of one tag this close together count as one, at the time of the first.
const mergeMs = 500

/**
 * How long after an invalidation of its lists a stale copy is served while a new one is rendered. Lists are renewed
 * within ten seconds; a CDN that asks at the end of this window keeps the copy for as long again
 * (deploy/varnish/default.vcl).
 */
export const staleWindowMs = cdnLifetimes.staleWhileRevalidateSeconds * 1_000

type TagHistory = {
  /** The newest invalidation: its count, and the time stamp of the change. */
  version: number
  atMs: number
  /** The recent ones, the oldest first: the count up to which each reaches, and when it came. */
  recent: { version: number; atMs: number; receivedMs: number }[]
  /** The newest before those; 0 and never when there is none. */
  old: { version: number; atMs: number }
}

const none = { version: 0, atMs: Number.NEGATIVE_INFINITY }

/**
 * When each tag was last invalidated. Within this process by a count of invalidations in the order of arrival, which
 * needs no clock; for documents of another process, or of this one before a restart, by time, with a margin.
 */
export class TagVersions {
  #version = 0
  #tags = new Map<string, TagHistory>()
  #allVersion = 0
  readonly #clock: () => number
  /** Whether all invalidations up to now were received; false before the connection is made and while it is broken. */
  isInSync = false

  /** @param clock epoch milliseconds */
  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  /** The present count, with which a render that starts now is stamped. */
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

  /** The recent and the older invalidations of a tag. */
  #splitByAge(history: TagHistory | undefined): Pick<TagHistory, 'recent' | 'old'> {
    if (!history) return { recent: [], old: none }
    const since = this.#clock() - staleWindowMs
    const aged = history.recent.filter(({ receivedMs }) => receivedMs <= since)
    const old = aged.at(-1) ?? history.old
    return { recent: history.recent.slice(aged.length), old }
  }

  /** Marks everything as stale: invalidations may have been missed. */
  invalidateAll(): void {
    this.#version += 1
    this.#allVersion = this.#version
    this.#tags.clear()
  }

  /** Whether one of `tags` was invalidated after `since`. */
  isStale(tags: Iterable<string>, since: number): boolean {
    if (this.#allVersion > since) return true
    for (const tag of tags) if ((this.#tags.get(tag)?.version ?? 0) > since) return true
    return false
  }

  /** Whether that was so long ago that no stale copy may be served any more (`staleWindowMs`). */
  isPastStaleWindow(tags: Iterable<string>, since: number): boolean {
    if (this.#allVersion > since) return true
    for (const tag of tags)
      if (this.#splitByAge(this.#tags.get(tag)).old.version > since) return true
    return false
  }

  /** Whether one of `tags` was invalidated after `madeAtMs`, or so shortly before that clocks cannot tell. */
  isStaleSince(tags: Iterable<string>, madeAtMs: number): boolean {
    for (const tag of tags) {
      const history = this.#tags.get(tag)
      if (history && history.atMs > madeAtMs - clockSkewMs) return true
    }
    return false
  }

  /** As `isPastStaleWindow`, for a document of another process. */
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
