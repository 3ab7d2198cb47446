// Clocks of several machines, and a transaction between stamping a tag and committing, may differ by less than this.
const clockMarginMs = 60_000
// No kept document is older (documentLifeMs), so older news concerns none.
const memoryMs = 8 * 24 * 3_600_000
const pruneEvery = 10_000
// News of one tag that come this close together count as one, come at the first's time.
const mergeMs = 500

/**
 * For how long after news of its lists an old copy is handed out while a new one is made. Lists are to be new within
 * ten seconds; an edge that asks at the end of this keeps what it gets for as long again (deploy/varnish/default.vcl).
 */
export const standInMs = 4_000

type News = {
  /** The newest: its count, and when the change was stamped. */
  count: number
  atMs: number
  /** Those of the last while, the oldest first: the count up to which they reach, and when they came. */
  recent: { count: number; atMs: number; heardMs: number }[]
  /** The newest of those that came before that; 0 and never when there is none. */
  old: { count: number; atMs: number }
}

const none = { count: 0, atMs: Number.NEGATIVE_INFINITY }

/**
 * When each tag was last made stale. Within this process by a count of news, as they arrived: exact, and no clock has
 * to agree with another. For documents that another process made, or this one before a restart, by time, with a margin.
 */
export class TagTimes {
  #count = 0
  #tags = new Map<string, News>()
  #all = 0
  readonly #clock: () => number
  /** Whether all news up to now have been heard; false before the first hearing and while the line is broken. */
  isKnown = false

  /** @param clock epoch milliseconds */
  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  /** The present count: what a document that starts being made now is stamped with. */
  get now(): number {
    return this.#count
  }

  /**
   * The tags' documents are stale from now on.
   * @param atMs when the change was stamped, epoch milliseconds
   * @param heardMs since when readers may have got old copies, where that is not just now
   */
  expire(tags: Iterable<string>, atMs = Number.POSITIVE_INFINITY, heardMs = this.#clock()): void {
    this.#count += 1
    for (const tag of tags) this.#tags.set(tag, this.#next(this.#tags.get(tag), atMs, heardMs))
    if (this.#count % pruneEvery === 0) this.#prune(atMs - memoryMs)
  }

  #next(before: News | undefined, atMs: number, heardMs: number): News {
    const count = this.#count
    const { recent, old } = this.#aged(before)
    const last = recent.at(-1)
    const merged =
      last && heardMs - last.heardMs < mergeMs
        ? [...recent.slice(0, -1), { ...last, count, atMs }]
        : [...recent, { count, atMs, heardMs }]
    return { count, atMs, recent: merged, old }
  }

  /** What of a tag's news is recent, and what is old, by now. */
  #aged(news: News | undefined): Pick<News, 'recent' | 'old'> {
    if (!news) return { recent: [], old: none }
    const since = this.#clock() - standInMs
    const aged = news.recent.filter(({ heardMs }) => heardMs <= since)
    const old = aged.at(-1) ?? news.old
    return { recent: news.recent.slice(aged.length), old }
  }

  /** Everything is stale: news may have been missed. */
  expireAll(): void {
    this.#count += 1
    this.#all = this.#count
    this.#tags.clear()
  }

  /** Whether news of one of `tags` came after `since`. */
  isStale(tags: Iterable<string>, since: number): boolean {
    if (this.#all > since) return true
    for (const tag of tags) if ((this.#tags.get(tag)?.count ?? 0) > since) return true
    return false
  }

  /** Whether such news came so long ago that no old copy should stand in any more (`standInMs`). */
  isLongStale(tags: Iterable<string>, since: number): boolean {
    if (this.#all > since) return true
    for (const tag of tags) if (this.#aged(this.#tags.get(tag)).old.count > since) return true
    return false
  }

  /** Whether one of `tags` was made stale after `madeAtMs`, or so shortly before that clocks cannot tell. */
  isStaleSince(tags: Iterable<string>, madeAtMs: number): boolean {
    for (const tag of tags) {
      const news = this.#tags.get(tag)
      if (news && news.atMs > madeAtMs - clockMarginMs) return true
    }
    return false
  }

  /** As `isLongStale`, for a document that another process made. */
  isLongStaleSince(tags: Iterable<string>, madeAtMs: number): boolean {
    for (const tag of tags) {
      if (this.#aged(this.#tags.get(tag)).old.atMs > madeAtMs - clockMarginMs) return true
    }
    return false
  }

  #prune(beforeMs: number): void {
    for (const [tag, { atMs }] of this.#tags) if (atMs < beforeMs) this.#tags.delete(tag)
  }
}
