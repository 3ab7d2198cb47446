import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { LRUCache } from 'lru-cache'
import { networkOf } from '@/lib/http/client-network'
import { clientAddress } from './client-address'

/** What one network has guessed, and for how many milliseconds more that counts. */
export type RateCounter = { count: number; leftMs: number }

/** What all instances know of each other's guesses. */
export type RateCounterStore = {
  find: (network: string) => Promise<RateCounter | null>
  add: (network: string, windowMs: number) => Promise<RateCounter | null>
}

export type RateLimiterOptions = {
  /** Whose X-Forwarded-For is believed. */
  proxies: BlockList
  /** Epoch milliseconds. */
  clock: () => number
  shared: RateCounterStore
  onError: (error: unknown) => void
}

// Whoever reads a code from a card mistypes it a few times; behind one address there may be a whole mobile network, of
// which only those count who ask for what nobody has asked for yet.
const maxAttempts = 30
export const rateLimitWindowMs = 10 * 60_000
// A network more than these drops the counter of the one that was quiet longest.
const maxNetworks = 20_000

/**
 * How many photocard codes that are not there each network has had looked for, at all instances: no one walks through
 * them, and no one keeps the database busy with it. Here each is counted before it is known whether it is one, so that
 * a crowd of them gets no further than one after another; what was one is then counted for all. Who asks for a card that
 * is there, or for one that this server holds, writes nothing.
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

  /** It was no guess: there is such a card. */
  refund(req: IncomingMessage): void {
    const network = this.#networkOf(req)
    const counter = this.#counters.get(network)
    if (counter) this.#counters.set(network, { ...counter, count: Math.max(0, counter.count - 1) })
  }

  /** It was one: all instances are to know. Nobody waits for it. */
  async penalise(req: IncomingMessage): Promise<void> {
    const network = this.#networkOf(req)
    const shared = await this.#queryShared((all) => all.add(network, rateLimitWindowMs))
    if (shared) this.#merge(network, shared)
  }

  /** The database may be away: each instance then counts for itself. */
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
