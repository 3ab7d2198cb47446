import { presenceRenewMs } from '@/lib/newsroom/working-copy'
import type { Line } from './line'

const watchMs = 1_200

type WatchParts = {
  line: Pick<Line, 'stay'>
  /** Asks where the story stands; answers false when the page is opened anew, which begins the watch again. */
  look: () => Promise<boolean>
}

/** Looks every moment where the story stands, and tells that somebody is there. */
export class Watch {
  readonly #parts: WatchParts
  #timer: ReturnType<typeof setTimeout> | undefined
  #isRunning = true
  #stayedAt = 0

  constructor(parts: WatchParts) {
    this.#parts = parts
  }

  /** Whoever opened the story a moment ago has told that they are there. */
  begin(): void {
    this.#stayedAt = Date.now()
    this.#soon()
  }

  /** At once, and telling anew that somebody is there. */
  wake(): void {
    this.#stayedAt = 0
    clearTimeout(this.#timer)
    void this.#turn()
  }

  /** `then` later instead of the next look. */
  retry(then: () => unknown, afterMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(then, afterMs)
  }

  stop(): void {
    this.#isRunning = false
    clearTimeout(this.#timer)
  }

  #soon(): void {
    clearTimeout(this.#timer)
    if (!this.#isRunning) return
    const isSeen = document.visibilityState === 'visible'
    this.#timer = setTimeout(() => this.#turn(), isSeen ? watchMs : presenceRenewMs)
  }

  async #turn(): Promise<void> {
    if (Date.now() - this.#stayedAt >= presenceRenewMs) {
      const stayed = await this.#parts.line.stay()
      if (stayed?.ok) this.#stayedAt = Date.now()
    }
    if ((await this.#parts.look()) && this.#isRunning) this.#soon()
  }
}
