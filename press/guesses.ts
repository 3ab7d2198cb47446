import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { LRUCache } from 'lru-cache'
import { networkOf } from '../lib/auth/network'
import { visitorAddress } from './visitor'

/** What one network has guessed, and for how many milliseconds more that counts. */
export type Tally = { count: number; leftMs: number }

/** What all instances know of each other's guesses. */
export type SharedTallies = {
  find: (network: string) => Promise<Tally | null>
  add: (network: string, withinMs: number) => Promise<Tally | null>
}

export type GuessesOptions = {
  /** Whose X-Forwarded-For is believed. */
  proxies: BlockList
  /** Epoch milliseconds. */
  clock: () => number
  shared: SharedTallies
  onError: (error: unknown) => void
}

// Whoever reads a code from a card mistypes it a few times; behind one address there may be a whole mobile network, of
// which only those count who ask for what nobody has asked for yet.
const most = 30
export const guessesWithinMs = 10 * 60_000
// A network more than these costs the one that was quiet longest its tally.
const mostNetworks = 20_000

/**
 * How many photocard codes that are not there each network has had looked for, at all instances: no one walks through
 * them, and no one keeps the database busy with it. Here each is counted before it is known whether it is one, so that
 * a crowd of them gets no further than one after another; what was one is then counted for all. Who asks for a card that
 * is there, or for one that this press holds, writes nothing.
 */
export class Guesses {
  readonly #options: GuessesOptions
  readonly #tallies = new LRUCache<string, { count: number; until: number }>({ max: mostNetworks })

  constructor(options: GuessesOptions) {
    this.#options = options
  }

  /** Counts a guess before it is made. @returns for how many milliseconds to wait; 0 when it may be made */
  async take(req: IncomingMessage): Promise<number> {
    const network = this.#networkOf(req)
    const own = this.#tallyOf(network)
    if (own.count >= most) return own.until - this.#options.clock()
    this.#tallies.set(network, { ...own, count: own.count + 1 })
    const shared = await this.#ask((all) => all.find(network))
    if (!shared || shared.count < most) return 0
    this.#hear(network, shared)
    return shared.leftMs
  }

  /** It was no guess: there is such a card. */
  giveBack(req: IncomingMessage): void {
    const network = this.#networkOf(req)
    const tally = this.#tallies.get(network)
    if (tally) this.#tallies.set(network, { ...tally, count: Math.max(0, tally.count - 1) })
  }

  /** It was one: all instances are to know. Nobody waits for it. */
  async tell(req: IncomingMessage): Promise<void> {
    const network = this.#networkOf(req)
    const shared = await this.#ask((all) => all.add(network, guessesWithinMs))
    if (shared) this.#hear(network, shared)
  }

  /** The database may be away: each instance then counts for itself. */
  async #ask(ask: (shared: SharedTallies) => Promise<Tally | null>): Promise<Tally | null> {
    try {
      return await ask(this.#options.shared)
    } catch (error) {
      this.#options.onError(error)
      return null
    }
  }

  #hear(network: string, { count, leftMs }: Tally): void {
    const own = this.#tallyOf(network)
    const until = this.#options.clock() + leftMs
    if (count > own.count) this.#tallies.set(network, { count, until })
  }

  #tallyOf(network: string) {
    const now = this.#options.clock()
    const found = this.#tallies.get(network)
    return found && found.until > now ? found : { count: 0, until: now + guessesWithinMs }
  }

  #networkOf(req: IncomingMessage): string {
    return networkOf(visitorAddress(req, this.#options.proxies))
  }
}
