import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { LRUCache } from 'lru-cache'
import { networkOf } from '../lib/auth/network'
import { visitorAddress } from './visitor'

/** What one network has guessed since when it was last at none. */
type Tally = { count: number; until: number }

export type GuessesOptions = {
  /** Whose X-Forwarded-For is believed. */
  proxies: BlockList
  /** Epoch milliseconds. */
  clock: () => number
}

// Whoever reads a code from a card mistypes it a few times; behind one address there may be a whole mobile network, of
// which only those count who ask for what nobody has asked for yet.
const most = 30
export const guessesWithinMs = 10 * 60_000
// A network more than these costs the one that was quiet longest its tally.
const mostNetworks = 20_000

/**
 * How many photocard codes that are not there each network has had looked for: no one walks through them, and no one
 * keeps the database busy with it. Kept in memory, for each is counted before it is known whether it is one.
 */
export class Guesses {
  #options: GuessesOptions
  #tallies = new LRUCache<string, Tally>({ max: mostNetworks })

  constructor(options: GuessesOptions) {
    this.#options = options
  }

  /** Counts a guess before it is made. @returns for how many milliseconds to wait; 0 when it may be made */
  take(req: IncomingMessage): number {
    const network = this.#networkOf(req)
    const now = this.#options.clock()
    const found = this.#tallies.get(network)
    const tally = found && found.until > now ? found : { count: 0, until: now + guessesWithinMs }
    if (tally.count >= most) return tally.until - now
    this.#tallies.set(network, { ...tally, count: tally.count + 1 })
    return 0
  }

  /** It was no guess: there is such a card. */
  giveBack(req: IncomingMessage): void {
    const network = this.#networkOf(req)
    const tally = this.#tallies.get(network)
    if (tally) this.#tallies.set(network, { ...tally, count: Math.max(0, tally.count - 1) })
  }

  #networkOf(req: IncomingMessage): string {
    return networkOf(visitorAddress(req, this.#options.proxies))
  }
}
