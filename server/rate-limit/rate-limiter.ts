import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { LRUCache } from 'lru-cache'
import { networkOf } from '@/lib/http/client-network'
import { clientAddress } from './client-address'

/** The guesses of one network, and for how many more milliseconds they count. */
export type RateCounter = { count: number; leftMs: number }

/** The counters that all instances share. */
export type RateCounterStore = {
  find: (network: string) => Promise<RateCounter | null>
  add: (network: string, windowMs: number) => Promise<RateCounter | null>
}

export type RateLimiterOptions = {
  /** The proxies whose X-Forwarded-For is trusted. */
  proxies: BlockList
  /** Epoch milliseconds. */
  clock: () => number
  shared: RateCounterStore
  onError: (error: unknown) => void
}

// A reader mistypes a code a few times. A mobile network may share one address, and only requests for unknown codes
// count.
const maxAttempts = 30
export const rateLimitWindowMs = 10 * 60_000
// With more networks than this, the counter that was unused longest is dropped.
const maxNetworks = 20_000

/**
 * Limits how many unknown photocard codes each network may look up, at all instances together, so that nobody can
 * enumerate codes or load the database with guesses. This server counts a guess before the lookup, so that concurrent
 * guesses are limited too; a wrong guess is then counted for all instances. Requests for existing or cached cards
 * write nothing.
 */
export class RateLimiter {
  readonly #options: RateLimiterOptions
  readonly #counters = new LRUCache<string, { count: number; until: number }>({ max: maxNetworks })

  constructor(options: RateLimiterOptions) {
    this.#options = options
  }

  /** Counts a guess before it is made. @returns for how many milliseconds to wait; 0 when it may be made */
  async consume(req: IncomingMessage): Promise<number> {
    const network = this.#networkOf(req)
    const own = this.#counterOf(network)
    if (own.count >= maxAttempts) return own.until - this.#options.clock()
    this.#counters.set(network, { ...own, count: own.count + 1 })
    const shared = await this.#queryShared((all) => all.find(network))
    if (!shared || shared.count < maxAttempts) return 0
    this.#merge(network, shared)
    return shared.leftMs
  }

  /** Takes the guess back: the card exists. */
  refund(req: IncomingMessage): void {
    const network = this.#networkOf(req)
    const counter = this.#counters.get(network)
    if (counter) this.#counters.set(network, { ...counter, count: Math.max(0, counter.count - 1) })
  }

  /** Records a wrong guess for all instances, in the background. */
  async penalise(req: IncomingMessage): Promise<void> {
    const network = this.#networkOf(req)
    const shared = await this.#queryShared((all) => all.add(network, rateLimitWindowMs))
    if (shared) this.#merge(network, shared)
  }

  /** Without the database, each instance counts for itself. */
  async #queryShared(
    query: (shared: RateCounterStore) => Promise<RateCounter | null>,
  ): Promise<RateCounter | null> {
    try {
      return await query(this.#options.shared)
    } catch (error) {
      this.#options.onError(error)
      return null
    }
  }

  #merge(network: string, { count, leftMs }: RateCounter): void {
    const own = this.#counterOf(network)
    const until = this.#options.clock() + leftMs
    if (count > own.count) this.#counters.set(network, { count, until })
  }

  #counterOf(network: string) {
    const now = this.#options.clock()
    const found = this.#counters.get(network)
    return found && found.until > now ? found : { count: 0, until: now + rateLimitWindowMs }
  }

  #networkOf(req: IncomingMessage): string {
    return networkOf(clientAddress(req, this.#options.proxies))
  }
}
