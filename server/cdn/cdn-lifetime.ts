import { staleWindowMs } from '@/server/invalidation/tag-versions'
import type { CdnLifetime } from './cdn'

// News reach the edge by tags. This only bounds how long a copy lives whose purge was lost.
const freshSeconds = 600
// A page that was served in the last day is served while the server is down.
const staleIfErrorSeconds = 86_400
// An old copy that the server handed out while it makes the new one: the edge is to ask again soon.
const freshSecondsOfStale = 1

export type PageExpiry = {
  /** Epoch milliseconds after which it is stale without any news. */
  staleAt: number
  /** Epoch milliseconds after which it may not stand in. */
  ownStaleAt: number
}

/** How long an edge may keep a document that is handed out at `now` (epoch milliseconds). */
export function cdnLifetimeOf(page: PageExpiry, now: number, isStale: boolean): CdnLifetime {
  const { staleAt, ownStaleAt } = page
  const secondsLeft = Math.max(0, Math.floor((Math.min(staleAt, ownStaleAt) - now) / 1000))
  // A soft purge starts the time of grace anew, so a document that must go at its hour gets none.
  const mayServeStale = !Number.isFinite(ownStaleAt)
  return {
    freshSeconds: Math.min(isStale ? freshSecondsOfStale : freshSeconds, secondsLeft),
    staleWhileRevalidateSeconds: mayServeStale ? staleWindowMs / 1000 : 0,
    staleIfErrorSeconds: mayServeStale ? staleIfErrorSeconds : 0,
  }
}

/** `Surrogate-Control`, as Varnish (our VCL) and Fastly read it; Cloudflare reads the same under its own name. */
export const surrogateControl = (lifetime: CdnLifetime): string =>
  [
    `max-age=${lifetime.freshSeconds}`,
    `stale-while-revalidate=${lifetime.staleWhileRevalidateSeconds}`,
    `stale-if-error=${lifetime.staleIfErrorSeconds}`,
  ].join(', ')
