import { toIsoInZone } from '@/lib/bengali/calendar/dates'

/** How often a story was read on a day of the paper's zone, written as 2026-03-26. */
export type ReadCount = { id: number; day: string; count: number }

export type ReadCounterOptions = {
  /** Adds the counts to the stored ones, all or none; rejects when it fails. */
  write: (counts: ReadCount[]) => Promise<void>
  onError: (error: unknown) => void
  /** Epoch milliseconds. */
  clock?: () => number
  flushIntervalMs?: number
  /** The most stories of a day in memory; readings of further ones are lost. */
  maxPending?: number
}

const defaultFlushIntervalMs = 30_000
const defaultMaxPending = 20_000

/**
 * Counts readings in memory and writes them together, so that a reading costs no query. Readings that could
 * not be written are kept for the next write.
 */
export class ReadCounter {
  #counts = new Map<string, ReadCount>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | null = null
  #isStopped = false
  readonly #options: Required<ReadCounterOptions>

  constructor({
    clock = Date.now,
    flushIntervalMs = defaultFlushIntervalMs,
    maxPending = defaultMaxPending,
    ...options
  }: ReadCounterOptions) {
    this.#options = { clock, flushIntervalMs, maxPending, ...options }
  }

  /** Stories with readings that are not written yet. */
  get pendingCount(): number {
    return this.#counts.size
  }

  /** Counts a reading of the story. */
  add(id: number): void {
    const day = toIsoInZone(new Date(this.#options.clock())).slice(0, 10)
    this.#accumulate({ id, day, count: 1 })
    this.#scheduleWrite()
  }

  /** Writes the waiting counts once, and stops. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#writing
    await this.#write()
  }

  #accumulate({ id, day, count }: ReadCount): void {
    const key = `${day} ${id}`
    const known = this.#counts.get(key)
    if (known) known.count += count
    else if (this.#counts.size < this.#options.maxPending) {
      this.#counts.set(key, { id, day, count })
    }
  }

  #scheduleWrite(): void {
    if (this.#timer || this.#isStopped) return
    this.#timer = setTimeout(() => {
      this.#writing = this.#write().finally(() => {
        this.#writing = null
        this.#timer = undefined
        if (this.#counts.size > 0) this.#scheduleWrite()
      })
    }, this.#options.flushIntervalMs)
  }

  async #write(): Promise<void> {
    if (this.#counts.size === 0) return
    const counts = [...this.#counts.values()]
    this.#counts = new Map()
    try {
      await this.#options.write(counts)
    } catch (error) {
      this.#options.onError(error)
      for (const each of counts) this.#accumulate(each)
    }
  }
}
