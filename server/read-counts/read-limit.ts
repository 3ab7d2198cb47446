import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { LRUCache } from 'lru-cache'
import { networkOf } from '@/lib/http/client-network'
import { clientAddress } from '@/server/rate-limit/client-address'

type ReadLimitOptions = {
  /** The proxies whose X-Forwarded-For is trusted. */
  proxies: BlockList
  /** Epoch milliseconds. */
  clock: () => number
}

// A mobile operator may have many readers behind one address; one machine sends thousands a second.
const maxReads = 300
const windowMs = 60_000
// With more networks than this, the counter that was unused longest is dropped.
const maxNetworks = 20_000

/** Limits the readings that one network has counted in a minute, at this server. */
export class ReadLimit {
  readonly #options: ReadLimitOptions
  readonly #counters = new LRUCache<string, { count: number; until: number }>({ max: maxNetworks })

  constructor(options: ReadLimitOptions) {
    this.#options = options
  }

  /** Networks with a counter. */
  get networkCount(): number {
    return this.#counters.size
  }

  /** Counts a reading. @returns false when its network has no more readings in this minute */
  consume(req: IncomingMessage): boolean {
    const network = networkOf(clientAddress(req, this.#options.proxies))
    const now = this.#options.clock()
    const known = this.#counters.get(network)
    const counter = known && known.until > now ? known : { count: 0, until: now + windowMs }
    if (counter.count >= maxReads) return false
    this.#counters.set(network, { ...counter, count: counter.count + 1 })
    return true
  }
}
