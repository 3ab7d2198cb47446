// Clocks of several machines, and a transaction between stamping a tag and committing, may differ by less than this.
const clockMarginMs = 60_000
// No kept document is older (documentLifeMs), so older news concerns none.
const memoryMs = 8 * 24 * 3_600_000
const pruneEvery = 10_000

type News = { count: number; atMs: number }

/**
 * When each tag was last made stale. Within this process by a count of news, as they arrived: exact, and no clock has
 * to agree with another. For documents that another process made, or this one before a restart, by time, with a margin.
 */
export class TagTimes {
  #count = 0
  #tags = new Map<string, News>()
  #all = 0
  /** Whether all news up to now have been heard; false before the first hearing and while the line is broken. */
  isKnown = false

  /** The present count: what a document that starts being made now is stamped with. */
  get now(): number {
    return this.#count
  }

  /** The tags' documents are stale from now on. `atMs`: when the change was stamped, epoch milliseconds. */
  expire(tags: Iterable<string>, atMs = Number.POSITIVE_INFINITY): void {
    this.#count += 1
    for (const tag of tags) this.#tags.set(tag, { count: this.#count, atMs })
    if (this.#count % pruneEvery === 0) this.#prune(atMs - memoryMs)
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

  /** Whether one of `tags` was made stale after `madeAtMs`, or so shortly before that clocks cannot tell. */
  isStaleSince(tags: Iterable<string>, madeAtMs: number): boolean {
    for (const tag of tags) {
      const news = this.#tags.get(tag)
      if (news && news.atMs > madeAtMs - clockMarginMs) return true
    }
    return false
  }

  #prune(beforeMs: number): void {
    for (const [tag, { atMs }] of this.#tags) if (atMs < beforeMs) this.#tags.delete(tag)
  }
}
