/**
 * When each tag was last made stale, as this press learned it: a count of news, not a clock, so that clocks of several
 * machines need not agree. A document made before a tag's news arrived is stale.
 */
export class TagTimes {
  #count = 0
  #tags = new Map<string, number>()
  #all = 0

  /** The present count: what a document that starts being made now is stamped with. */
  get now(): number {
    return this.#count
  }

  /** The tags' documents are stale from now on. */
  expire(tags: Iterable<string>): void {
    this.#count += 1
    for (const tag of tags) this.#tags.set(tag, this.#count)
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
    for (const tag of tags) if ((this.#tags.get(tag) ?? 0) > since) return true
    return false
  }
}
