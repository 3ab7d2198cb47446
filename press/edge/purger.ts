import { DoorQueue, type DoorState } from './door-queue'
import type { Edge } from './edge'

export type PurgerOptions = {
  edge: Edge
  /** Each failed attempt; the tags are kept and tried again. */
  onFailure: (error: unknown, door: string) => void
  onRecovery?: (door: string) => void
  /** Epoch milliseconds. */
  clock?: () => number
  /** After how long tags are told once more: instances that share the edge have all heard by then. */
  repeatMs?: number
}

const usualRepeatMs = 1_000

/** Tells an edge's doors of stale tags, in one go for what comes together. Never throws; never forgets unless told to. */
export class Purger {
  #queues: DoorQueue[]

  constructor({
    edge,
    onFailure,
    onRecovery = () => {},
    clock = Date.now,
    repeatMs = usualRepeatMs,
  }: PurgerOptions) {
    this.#queues = edge.doors.map(
      (door) => new DoorQueue({ door, onFailure, onRecovery, clock, repeatMs }),
    )
  }

  hear(tags: Iterable<string>): void {
    const heard = [...tags]
    for (const queue of this.#queues) queue.hear(heard)
  }

  /** Resolves when every door that does not fail has been told of all that was heard. */
  async told(): Promise<void> {
    await Promise.all(this.#queues.map((queue) => queue.told()))
  }

  /** For health: what each door has yet to be told, and since when it fails. */
  get state(): DoorState[] {
    return this.#queues.map((queue) => queue.state)
  }

  /** Tells what is waiting once, and ends. */
  async stop(): Promise<void> {
    await Promise.all(this.#queues.map((queue) => queue.stop()))
  }
}
