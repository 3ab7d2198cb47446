/** How long copies of a response live, in seconds. A value that is left out is not sent. */
type CacheLifetime = {
  /** A browser uses its copy for so long without a request; 0: it revalidates each time. */
  browserSeconds: number
  /** A reload does not revalidate either: the address names the content. */
  isImmutable?: true
  /** A shared cache that no purge reaches uses its copy for so long, in place of `browserSeconds`. */
  sharedSeconds?: number
  /** How long a cache may serve an expired copy while it revalidates, in seconds. */
  staleWhileRevalidateSeconds?: number
  /** How long a cache may serve an expired copy while the server is down, in seconds. */
  staleIfErrorSeconds?: number
}

const day = 86_400
const year = 31_536_000
// A list must be updated within ten seconds: five seconds fresh and five seconds stale.
const page = {
  browserSeconds: 0,
  sharedSeconds: 5,
  staleWhileRevalidateSeconds: 5,
  staleIfErrorSeconds: day,
}
const forever = { browserSeconds: year, isImmutable: true } as const

/** The lifetimes by kind of response: the one table. docs/operations.md repeats it, held by a test. */
export const cacheLifetimes = {
  /** A page, feed or sitemap of the page cache. */
  page,
  /** A stale page while the server renders it again. A shared cache must revalidate it soon. */
  stalePage: { ...page, sharedSeconds: 1 },
  /** A redirect from another spelling of an address. */
  redirect: { browserSeconds: 3_600 },
  /** The file that a search engine reads to verify the owner of the site. */
  verificationFile: { browserSeconds: 3_600 },
  picture: forever,
  /** A redirect from an old crop to the current one. The focal point may change again. */
  movedCrop: { browserSeconds: 60 },
  /** Shared caches revalidate soon, so that the card of a withdrawn story expires there too. */
  shareCard: { ...forever, sharedSeconds: 5 },
  /** The current card at an old address. The next change serves another card there. */
  oldShareCard: { browserSeconds: 60, sharedSeconds: 5 },
  photocard: { ...forever, sharedSeconds: 5, staleWhileRevalidateSeconds: 5 },
  missingPhotocard: { browserSeconds: 0, sharedSeconds: 5 },
  /** A file of the build, with a hash in its name. */
  buildFile: forever,
  /** A committed file of public/. */
  publicFile: { browserSeconds: day },
} as const satisfies Record<string, CacheLifetime>

/** A CDN that receives purges by tag stores pages longer. `freshSeconds` limits a copy whose purge was lost. */
export const cdnLifetimes = {
  freshSeconds: 600,
  /** For a stale page that is served during a render. The CDN must revalidate it soon. */
  freshSecondsOfStale: 1,
  /** Together with the page cache's stale window, a list is updated within ten seconds. */
  staleWhileRevalidateSeconds: 4,
  staleIfErrorSeconds: day,
} as const

/** `Cache-Control` of responses that may change at any time: errors, refusals and API responses. */
export const noStore = 'no-store'
/** `Cache-Control` of responses for one user: the newsroom and previews. */
export const privateNoStore = 'private, no-store'

/** @see https://www.rfc-editor.org/rfc/rfc9111 and RFC 5861 for the two stale windows */
export function cacheControl(kind: keyof typeof cacheLifetimes): string {
  const lifetime: CacheLifetime = cacheLifetimes[kind]
  const { browserSeconds, isImmutable, sharedSeconds } = lifetime
  const { staleWhileRevalidateSeconds, staleIfErrorSeconds } = lifetime
  return [
    'public',
    `max-age=${browserSeconds}`,
    isImmutable && 'immutable',
    sharedSeconds !== undefined && `s-maxage=${sharedSeconds}`,
    staleWhileRevalidateSeconds !== undefined &&
      `stale-while-revalidate=${staleWhileRevalidateSeconds}`,
    staleIfErrorSeconds !== undefined && `stale-if-error=${staleIfErrorSeconds}`,
  ]
    .filter(Boolean)
    .join(', ')
}
