import pLimit from 'p-limit'

/** Waiting may help: the reader is told to come back (503), and it is no fault of the page. */
export class RetryableError extends Error {}

/** The database does not answer: no page can be rendered. */
export class DatabaseUnavailableError extends RetryableError {
  constructor() {
    super('the database does not answer')
  }
}

/** More is asked for than can be made. */
export class RenderQueueFullError extends RetryableError {
  constructor() {
    super('too many documents are waiting to be made')
  }
}

/** Too long in the waiting or the making: the database or Next hangs. */
export class RenderTimeoutError extends RetryableError {
  constructor(ms: number) {
    super(`not made within ${ms} ms`)
  }
}

export type RenderQueueOptions = {
  concurrency: number
  maxQueued: number
  /** From the asking, the waiting for a turn included; and the longest that a making holds its turn. */
  timeoutMs: number
}

type RenderSlot = { reject: (reason: Error) => void; isCancelled: boolean }

/**
 * Lets so many makings run at once and so many wait; what comes beyond is refused at once, so that waiting readers are
 * bounded in number and in time, and ready documents go on being handed out between renders.
 */
export class RenderQueue {
  readonly #options: RenderQueueOptions
  readonly #limit
  readonly #slots = new Set<RenderSlot>()

  constructor(options: RenderQueueOptions) {
    this.#options = options
    this.#limit = pLimit(options.concurrency)
  }

  /** How many wait for their turn. */
  get pendingCount(): number {
    return this.#limit.pendingCount
  }

  /**
   * @param isRevalidation a new copy of what readers have: as many again of these may wait, so that lists do not grow old
   * @throws RetryableError when there is no room, no time, or `cancelAll` was called; else what `make` throws
   */
  run<T>(task: () => Promise<T>, isRevalidation = false): Promise<T> {
    const { maxQueued, timeoutMs } = this.#options
    const capacity = isRevalidation ? 2 * maxQueued : maxQueued
    if (this.pendingCount >= capacity) return Promise.reject(new RenderQueueFullError())
    return new Promise<T>((resolve, reject) => {
      const slot: RenderSlot = { reject, isCancelled: false }
      this.#slots.add(slot)
      const timer = setTimeout(
        () => this.#cancel(slot, new RenderTimeoutError(timeoutMs)),
        timeoutMs,
      )
      const run = async () => {
        // The request has timed out: the next one runs.
        if (!slot.isCancelled) await settled(task().then(resolve, reject), timeoutMs)
      }
      void this.#limit(run).finally(() => {
        clearTimeout(timer)
        this.#slots.delete(slot)
      })
    })
  }

  /** Tells all who wait, in the queue or for a making under way, that there is nothing to wait for. */
  cancelAll(reason: RetryableError): void {
    for (const slot of this.#slots) this.#cancel(slot, reason)
  }

  #cancel(slot: RenderSlot, reason: Error): void {
    slot.isCancelled = true
    slot.reject(reason)
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
