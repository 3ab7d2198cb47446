import { cdnLifetimes } from '@/lib/http/cache-lifetimes'
import type { CdnLifetime } from './cdn'

export type PageExpiry = {
  /** When the page becomes stale without any invalidation, epoch milliseconds. */
  staleAt: number
  /** When a stale copy may not be served any more, epoch milliseconds. */
  ownStaleAt: number
}

/** How long a CDN may keep a document that is sent at `now` (epoch milliseconds). */
export function cdnLifetimeOf(page: PageExpiry, now: number, isStale: boolean): CdnLifetime {
  const { staleAt, ownStaleAt } = page
  const secondsLeft = Math.max(0, Math.floor((Math.min(staleAt, ownStaleAt) - now) / 1000))
  // A soft purge restarts the grace period, so a document that must disappear at a set time gets none.
  const mayServeStale = !Number.isFinite(ownStaleAt)
  return {
    freshSeconds: Math.min(
      isStale ? cdnLifetimes.freshSecondsOfStale : cdnLifetimes.freshSeconds,
      secondsLeft,
    ),
    staleWhileRevalidateSeconds: mayServeStale ? cdnLifetimes.staleWhileRevalidateSeconds : 0,
    staleIfErrorSeconds: mayServeStale ? cdnLifetimes.staleIfErrorSeconds : 0,
  }
}

/** `Surrogate-Control`, as Varnish (our VCL) and Fastly read it; Cloudflare reads the same under its own name. */
export const surrogateControl = (lifetime: CdnLifetime): string =>
  [
    `max-age=${lifetime.freshSeconds}`,
    `stale-while-revalidate=${lifetime.staleWhileRevalidateSeconds}`,
    `stale-if-error=${lifetime.staleIfErrorSeconds}`,
  ].join(', ')
