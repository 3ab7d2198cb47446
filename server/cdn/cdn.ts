/** How long a copy is good, counted from when the server hands it out. */
export type CdnLifetime = {
  freshSeconds: number
  /** How long after that it may stand in while a new one is fetched. */
  staleWhileRevalidateSeconds: number
  /** How long after that it may stand in while the server does not answer. */
  staleIfErrorSeconds: number
}

/** One place where tags are made stale: a Varnish, or the interface of a CDN. */
export interface PurgeTarget {
  /** Its address, for the log and for health; holds no secret. */
  name: string
  /**
   * Makes the copies of all documents that carry one of `tags` stale: they may stand in while a new one is fetched.
   * Copies of a subject itself (a story's own page) are taken away instead, see `isSubjectTag`.
   * @throws PurgeRejectedError or what `fetch` throws; nothing is half done that may not be done again.
   */
  purge(tags: string[]): Promise<void>
}

/** What keeps copies of documents in front of the server and can be told which of them went stale. */
export interface Cdn {
  /** Headers by which the edge knows a document's tags and life. It takes them off before readers. */
  headers(tags: string[], lifetime: CdnLifetime): Record<string, string>
  purgeTargets: PurgeTarget[]
}
