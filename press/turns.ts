import pLimit from 'p-limit'

/** Waiting may help: the reader is told to come back (503), and it is no fault of the page. */
export class ComeBack extends Error {}

/** More is asked for than can be made. */
export class Overloaded extends ComeBack {
  constructor() {
    super('too many documents are waiting to be made')
  }
}

/** Too long in the waiting or the making: the database or Next hangs. */
export class TooSlow extends ComeBack {
  constructor(ms: number) {
    super(`not made within ${ms} ms`)
  }
}

export type TurnsOptions = {
  atOnce: number
  mostWaiting: number
  /** From the asking, the waiting for a turn included; and the longest that a making holds its turn. */
  withinMs: number
}

type Turn = { reject: (reason: Error) => void; isGivenUp: boolean }

/**
 * Lets so many makings run at once and so many wait; what comes beyond is refused at once, so that waiting readers are
 * bounded in number and in time, and ready documents go on being handed out between renders.
 */
export class Turns {
  readonly #options: TurnsOptions
  readonly #inTurn
  readonly #taken = new Set<Turn>()

  constructor(options: TurnsOptions) {
    this.#options = options
    this.#inTurn = pLimit(options.atOnce)
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#inTurn.pendingCount
  }

  /**
   * @param isKept a new copy of what readers have: as many again of these may wait, so that lists do not grow old
   * @throws ComeBack when there is no room, no time, or `giveUp` was called; else what `make` throws
   */
  take<T>(make: () => Promise<T>, isKept = false): Promise<T> {
    const { mostWaiting, withinMs } = this.#options
    const room = isKept ? 2 * mostWaiting : mostWaiting
    if (this.waiting >= room) return Promise.reject(new Overloaded())
    return new Promise<T>((resolve, reject) => {
      const turn: Turn = { reject, isGivenUp: false }
      this.#taken.add(turn)
      const timer = setTimeout(() => this.#giveUp(turn, new TooSlow(withinMs)), withinMs)
      const take = async () => {
        // Nobody waits any more: the turn goes to the next.
        if (!turn.isGivenUp) await settled(make().then(resolve, reject), withinMs)
      }
      void this.#inTurn(take).finally(() => {
        clearTimeout(timer)
        this.#taken.delete(turn)
      })
    })
  }

  /** Tells all who wait, in the queue or for a making under way, that there is nothing to wait for. */
  giveUp(reason: ComeBack): void {
    for (const turn of this.#taken) this.#giveUp(turn, reason)
  }

  #giveUp(turn: Turn, reason: Error): void {
    turn.isGivenUp = true
    turn.reject(reason)
  }
}

/** Resolves when `work` has ended, at the latest after `ms`. */
function settled(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    void work.finally(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
