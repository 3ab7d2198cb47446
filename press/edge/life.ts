import { standInMs } from '../tag-times'
import type { Life } from './edge'

// News reach the edge by tags. This only bounds how long a copy lives whose purge was lost.
const freshSeconds = 600
// A page that was served in the last day is served while the press is down.
const staleSeconds = 86_400
// An old copy that the press handed out while it makes the new one: the edge is to ask again soon.
const freshSecondsOfStale = 1

export type Lived = {
  /** Epoch milliseconds after which it is stale without any news. */
  staleAt: number
  /** Epoch milliseconds after which it may not stand in. */
  ownStaleAt: number
}

/** How long an edge may keep a document that is handed out at `now` (epoch milliseconds). */
export function lifeOf(document: Lived, now: number, isStale: boolean): Life {
  const { staleAt, ownStaleAt } = document
  const secondsLeft = Math.max(0, Math.floor((Math.min(staleAt, ownStaleAt) - now) / 1000))
  // A soft purge starts the time of grace anew, so a document that must go at its hour gets none.
  const mayStandIn = !Number.isFinite(ownStaleAt)
  return {
    freshSeconds: Math.min(isStale ? freshSecondsOfStale : freshSeconds, secondsLeft),
    standInSeconds: mayStandIn ? standInMs / 1000 : 0,
    staleSeconds: mayStandIn ? staleSeconds : 0,
  }
}

/** `Surrogate-Control`, as Varnish (our VCL) and Fastly read it; Cloudflare reads the same under its own name. */
export const surrogateControl = (life: Life): string =>
  [
    `max-age=${life.freshSeconds}`,
    `stale-while-revalidate=${life.standInSeconds}`,
    `stale-if-error=${life.staleSeconds}`,
  ].join(', ')
