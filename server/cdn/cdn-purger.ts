import type { Cdn } from './cdn'
import { PurgeQueue, type PurgeQueueState } from './purge-queue'

export type CdnPurgerOptions = {
  cdn: Cdn
  /** Called for each failed attempt; the tags are kept and retried. */
  onFailure: (error: unknown, target: string) => void
  onRecovery?: (target: string) => void
  /** Epoch milliseconds. */
  clock?: () => number
  /** After how long tags are purged once more: all instances behind the CDN have applied the invalidation by then. */
  repeatMs?: number
}

const defaultRepeatMs = 1_000

/** Sends purges of stale tags to the CDN's targets, batched. Never throws; keeps a purge until it is sent or dropped on request. */
export class CdnPurger {
  #queues: PurgeQueue[]

  constructor({
    cdn,
    onFailure,
    onRecovery = () => {},
    clock = Date.now,
    repeatMs = defaultRepeatMs,
  }: CdnPurgerOptions) {
    this.#queues = cdn.purgeTargets.map(
      (target) => new PurgeQueue({ target, onFailure, onRecovery, clock, repeatMs }),
    )
  }

  enqueue(tags: Iterable<string>): void {
    const received = [...tags]
    for (const queue of this.#queues) queue.enqueue(received)
  }

  /** Resolves when every target that does not fail has purged everything requested so far. */
  async drained(): Promise<void> {
    await Promise.all(this.#queues.map((queue) => queue.drained()))
  }

  /** For health: how many purges each target still has to get, and since when it fails. */
  get state(): PurgeQueueState[] {
    return this.#queues.map((queue) => queue.state)
  }

  /** Sends the waiting purges once, and stops. */
  async stop(): Promise<void> {
    await Promise.all(this.#queues.map((queue) => queue.stop()))
  }
}
