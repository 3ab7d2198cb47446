/** How long a copy is fresh, in seconds after the server sent it. */
export type CdnLifetime = {
  freshSeconds: number
  /** How long after that a stale copy may be served while a new one is fetched, in seconds. */
  staleWhileRevalidateSeconds: number
  /** How long after that a stale copy may be served while the server does not answer, in seconds. */
  staleIfErrorSeconds: number
}

/** One target of purges: a Varnish, or the API of a CDN. */
export interface PurgeTarget {
  /** The target's address for the log and for health; it contains no secret. */
  name: string
  /**
   * Makes all copies with one of `tags` stale; they may be served while a new one is fetched. Copies of a document
   * whose own tag is purged (a story's page) are removed, see `isSubjectTag`.
   * @throws PurgeRejectedError or what `fetch` throws; a purge may be repeated.
   */
  purge(tags: string[]): Promise<void>
}

/** A CDN that caches documents in front of the server and accepts purges by tag. */
export interface Cdn {
  /** Headers that tell the CDN a document's tags and lifetime. The CDN removes them before it answers readers. */
  headers(tags: string[], lifetime: CdnLifetime): Record<string, string>
  purgeTargets: PurgeTarget[]
}
