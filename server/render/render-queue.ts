import pLimit from 'p-limit'

/** The error of a render that may succeed later: the response is 503, and the page is not at fault. */
export class RetryableError extends Error {}

/** The database does not answer: no page can be rendered. */
export class DatabaseUnavailableError extends RetryableError {
  constructor() {
    super('the database does not answer')
  }
}

/** The queue is full. */
export class RenderQueueFullError extends RetryableError {
  constructor() {
    super('too many documents are waiting to be made')
  }
}

/** The render waited or ran for too long: the database or Next hangs. */
export class RenderTimeoutError extends RetryableError {
  constructor(ms: number) {
    super(`not made within ${ms} ms`)
  }
}

export type RenderQueueOptions = {
  concurrency: number
  maxQueued: number
  /** The most milliseconds from the request to the result, and the most that a task occupies its slot. */
  timeoutMs: number
}

type RenderSlot = { reject: (reason: Error) => void; isCancelled: boolean }

/**
 * Runs a limited number of tasks at once and lets a limited number wait; more are refused at once, so that waiting is
 * bounded in number and time, and cached documents are served between renders.
 */
export class RenderQueue {
  readonly #options: RenderQueueOptions
  readonly #limit
  readonly #slots = new Set<RenderSlot>()

  constructor(options: RenderQueueOptions) {
    this.#options = options
    this.#limit = pLimit(options.concurrency)
  }

  /** The number of waiting tasks. */
  get pendingCount(): number {
    return this.#limit.pendingCount
  }

  /**
   * Runs a task in its turn.
   * @param isRevalidation it renews a cached document: as many again of these may wait, so that lists do not grow old
   * @throws RetryableError when the queue is full, the task times out, or `cancelAll` was called; else what `task`
   * throws
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

  /** Rejects all waiting and running tasks. */
  cancelAll(reason: RetryableError): void {
    for (const slot of this.#slots) this.#cancel(slot, reason)
  }

  #cancel(slot: RenderSlot, reason: Error): void {
    slot.isCancelled = true
    slot.reject(reason)
  }
}

/** Resolves when `work` has ended, or after `ms`. */
function settled(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    void work.finally(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
