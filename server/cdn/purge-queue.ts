import { tags as paperTags } from '@/lib/invalidation/cache-tags'
import type { PurgeTarget } from './cdn'
import { PurgeRejectedError } from './purge-request'

export type PurgeQueueState = {
  target: string
  /** Tags that are invalidated and not yet purged. */
  waiting: number
  /** Epoch milliseconds of the first of the failures in a row; null when the last purge succeeded. */
  failingSince: number | null
}

export type PurgeQueueOptions = {
  target: PurgeTarget
  onFailure: (error: unknown, target: string) => void
  onRecovery: (target: string) => void
  clock: () => number
  repeatMs: number
}

// One publication arrives as a dozen tags, one by one.
const batchDelayMs = 20
const firstRetryMs = 100
const maxRetryMs = 10_000
const maxPending = 10_000

/** The tags that one target still has to purge. A failing target delays no other. */
export class PurgeQueue {
  /** Each tag, and whether this is its second purge. */
  #pending = new Map<string, boolean>()
  #timer: NodeJS.Timeout | undefined
  #repeats = new Set<NodeJS.Timeout>()
  #sending: Promise<void> | null = null
  #failures = 0
  #pauseMs = 0
  #failingSince: number | null = null
  #stopped = false
  #drainResolvers: (() => void)[] = []
  readonly #options: PurgeQueueOptions

  constructor(options: PurgeQueueOptions) {
    this.#options = options
  }

  get state(): PurgeQueueState {
    const { target } = this.#options
    return { target: target.name, waiting: this.#pending.size, failingSince: this.#failingSince }
  }

  enqueue(tags: Iterable<string>): void {
    this.#add(tags, false)
    // While a target fails, its next retry includes the new tags.
    if (this.#failures === 0) this.#sendIn(batchDelayMs)
  }

  /** Resolves when the waiting tags are purged; for a failing target, at the failure. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#drainResolvers.push(resolve)
      this.#resolveDrained()
    })
  }

  #resolveDrained(): void {
    if (this.#failures === 0 && (this.#sending || this.#pending.size > 0)) return
    for (const resolve of this.#drainResolvers.splice(0)) resolve()
  }

  /** Purges the waiting tags once without waiting for a retry, and stops. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const repeat of this.#repeats) clearTimeout(repeat)
    clearTimeout(this.#timer)
    await this.#sending
    clearTimeout(this.#timer)
    if (this.#pending.size > 0) await this.#send()
    clearTimeout(this.#timer)
  }

  #add(tags: Iterable<string>, isRepeat: boolean): void {
    for (const tag of tags) this.#pending.set(tag, isRepeat && this.#pending.get(tag) !== false)
    if (this.#pending.size <= maxPending) return
    // Too many tags to hold: the tag that every page carries replaces them.
    this.#pending = new Map([[paperTags.paper(), isRepeat]])
  }

  #sendIn(ms: number): void {
    if (this.#timer || this.#sending) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#sending = this.#send().finally(() => {
        this.#sending = null
        if (this.#pending.size > 0) this.#sendIn(this.#failures ? this.#pauseMs : batchDelayMs)
        this.#resolveDrained()
      })
    }, ms)
  }

  /** Never rejects: a failure is reported, and its tags wait again. */
  async #send(): Promise<void> {
    const { target, onRecovery } = this.#options
    const batch = this.#pending
    this.#pending = new Map()
    try {
      await target.purge([...batch.keys()])
    } catch (error) {
      this.#fail(error, batch)
      return
    }
    if (this.#failures > 0) onRecovery(target.name)
    this.#failures = 0
    this.#failingSince = null
    this.#repeatLater([...batch].filter(([, isRepeat]) => !isRepeat).map(([tag]) => tag))
  }

  #fail(error: unknown, batch: Map<string, boolean>): void {
    const { target, onFailure, clock } = this.#options
    for (const [tag, isRepeat] of batch) this.#add([tag], isRepeat)
    const requestedWaitMs = error instanceof PurgeRejectedError ? error.retryAfterMs : 0
    this.#pauseMs = Math.max(
      requestedWaitMs,
      Math.min(firstRetryMs * 2 ** this.#failures, maxRetryMs),
    )
    this.#failures += 1
    this.#failingSince ??= clock()
    onFailure(error, target.name)
  }

  /** An instance that had not received the invalidation yet may have answered with an old copy meanwhile. */
  #repeatLater(tags: string[]): void {
    if (tags.length === 0 || this.#stopped) return
    const repeat = setTimeout(() => {
      this.#repeats.delete(repeat)
      this.#add(tags, true)
      if (this.#failures === 0) this.#sendIn(batchDelayMs)
    }, this.#options.repeatMs)
    this.#repeats.add(repeat)
  }
}
