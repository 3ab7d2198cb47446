import { toIsoInZone } from '../lib/bengali/dates'

/** How often a story was read on a day of the paper's zone, written as 2026-03-26. */
export type ReadCount = { id: number; day: string; count: number }

export type ReadsOptions = {
  /** Adds the counts to those kept, all or none of them; rejects when it could not. */
  write: (counts: ReadCount[]) => Promise<void>
  onError: (error: unknown) => void
  /** Epoch milliseconds. */
  clock?: () => number
  everyMs?: number
  /** Stories of a day that are remembered at most; beyond, what is counted anew is lost. */
  mostRemembered?: number
}

const usualEveryMs = 30_000
const usuallyRemembered = 20_000

/**
 * Counts readings in memory and has them written together, so that a reading costs the database nothing. What could
 * not be written is kept for the next time.
 */
export class Reads {
  #counts = new Map<string, ReadCount>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | null = null
  #isStopped = false
  readonly #options: Required<ReadsOptions>

  constructor({
    clock = Date.now,
    everyMs = usualEveryMs,
    mostRemembered = usuallyRemembered,
    ...options
  }: ReadsOptions) {
    this.#options = { clock, everyMs, mostRemembered, ...options }
  }

  /** Stories with readings that are not written yet. */
  get waiting(): number {
    return this.#counts.size
  }

  /** One more reading of that story. */
  add(id: number): void {
    const day = toIsoInZone(new Date(this.#options.clock())).slice(0, 10)
    this.#remember({ id, day, count: 1 })
    this.#writeLater()
  }

  /** Writes what is waiting, once, and no more after that. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#writing
    await this.#write()
  }

  #remember({ id, day, count }: ReadCount): void {
    const key = `${day} ${id}`
    const known = this.#counts.get(key)
    if (known) known.count += count
    else if (this.#counts.size < this.#options.mostRemembered) {
      this.#counts.set(key, { id, day, count })
    }
  }

  #writeLater(): void {
    if (this.#timer || this.#isStopped) return
    this.#timer = setTimeout(() => {
      this.#writing = this.#write().finally(() => {
        this.#writing = null
        this.#timer = undefined
        if (this.#counts.size > 0) this.#writeLater()
      })
    }, this.#options.everyMs)
  }

  async #write(): Promise<void> {
    if (this.#counts.size === 0) return
    const counts = [...this.#counts.values()]
    this.#counts = new Map()
    try {
      await this.#options.write(counts)
    } catch (error) {
      this.#options.onError(error)
      for (const each of counts) this.#remember(each)
    }
  }
}
