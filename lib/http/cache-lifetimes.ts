/** How long copies of a response live, in seconds. A value that is left out is not sent. */
type CacheLifetime = {
  /** A browser uses its copy for so long without a request; 0: it revalidates each time. */
  browserSeconds: number
  /** A reload does not revalidate either: the address names the content. */
  isImmutable?: true
  /** A shared cache that no purge reaches uses its copy for so long, in place of `browserSeconds`. */
  sharedSeconds?: number
  /** It serves the expired copy for so long while it revalidates. */
  staleWhileRevalidateSeconds?: number
  /** It serves the expired copy for so long while the server is down. */
  staleIfErrorSeconds?: number
}

const day = 86_400
const year = 31_536_000
// Lists are to be new within ten seconds: five fresh, five stale.
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
  /** The same while the server renders it again: a shared cache is to ask again soon. */
  stalePage: { ...page, sharedSeconds: 1 },
  /** From another spelling of an address to the address. */
  redirect: { browserSeconds: 3_600 },
  /** What a search engine reads to verify who owns the site. */
  verificationFile: { browserSeconds: 3_600 },
  picture: forever,
  /** From an old crop to the present one: its focal point may move again. */
  movedCrop: { browserSeconds: 60 },
  /** Shared caches ask again soon, so that a withdrawn story's card is gone there too. */
  shareCard: { ...forever, sharedSeconds: 5 },
  /** A card under an address that it had: the next change shows another card there. */
  oldShareCard: { browserSeconds: 60, sharedSeconds: 5 },
  photocard: { ...forever, sharedSeconds: 5, staleWhileRevalidateSeconds: 5 },
  missingPhotocard: { browserSeconds: 0, sharedSeconds: 5 },
  /** A file of the build, with a hash in its name. */
  buildFile: forever,
  /** A committed file of public/. */
  publicFile: { browserSeconds: day },
} as const satisfies Record<string, CacheLifetime>

/** A CDN that receives purges by tag keeps pages longer: this bounds how long a copy lives whose purge was lost. */
export const cdnLifetimes = {
  freshSeconds: 600,
  /** The server hands out a stale page while it renders: the CDN is to ask again soon. */
  freshSecondsOfStale: 1,
  /** With the page cache's own stale window before it, a list is new within ten seconds. */
  staleWhileRevalidateSeconds: 4,
  staleIfErrorSeconds: day,
} as const

/** `Cache-Control` of what differs the next moment: errors, refusals, answers to programs. */
export const noStore = 'no-store'
/** `Cache-Control` of what is for one person: the newsroom, previews. */
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
