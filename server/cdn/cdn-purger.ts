import type { Cdn } from './cdn'
import { PurgeQueue, type PurgeQueueState } from './purge-queue'

export type CdnPurgerOptions = {
  cdn: Cdn
  /** Each failed attempt; the tags are kept and tried again. */
  onFailure: (error: unknown, target: string) => void
  onRecovery?: (target: string) => void
  /** Epoch milliseconds. */
  clock?: () => number
  /** After how long tags are told once more: instances that share the edge have all heard by then. */
  repeatMs?: number
}

const defaultRepeatMs = 1_000

/** Tells an edge's doors of stale tags, in one go for what comes together. Never throws; never forgets unless told to. */
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

  /** Resolves when every door that does not fail has been told of all that was heard. */
  async drained(): Promise<void> {
    await Promise.all(this.#queues.map((queue) => queue.drained()))
  }

  /** For health: what each door has yet to be told, and since when it fails. */
  get state(): PurgeQueueState[] {
    return this.#queues.map((queue) => queue.state)
  }

  /** Tells what is waiting once, and ends. */
  async stop(): Promise<void> {
    await Promise.all(this.#queues.map((queue) => queue.stop()))
  }
}
