import { presenceIntervalMs } from '@/lib/newsroom/draft/working-copy'
import type { StoryApi } from './story-api'

const pollIntervalMs = 1_200

type StatusPollerOptions = {
  api: Pick<StoryApi, 'sendHeartbeat'>
  /** Asks where the story stands; answers false when the page is opened anew, which begins the watch again. */
  poll: () => Promise<boolean>
}

/** Looks every moment where the story stands, and tells that somebody is there. */
export class StatusPoller {
  readonly #options: StatusPollerOptions
  #timer: ReturnType<typeof setTimeout> | undefined
  #isRunning = true
  #lastHeartbeatAt = 0

  constructor(options: StatusPollerOptions) {
    this.#options = options
  }

  /** Whoever opened the story a moment ago has told that they are there. */
  start(): void {
    this.#lastHeartbeatAt = Date.now()
    this.#schedule()
  }

  /** At once, and telling anew that somebody is there. */
  wake(): void {
    this.#lastHeartbeatAt = 0
    clearTimeout(this.#timer)
    void this.#pollOnce()
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

  #schedule(): void {
    clearTimeout(this.#timer)
    if (!this.#isRunning) return
    const isVisible = document.visibilityState === 'visible'
    this.#timer = setTimeout(
      () => this.#pollOnce(),
      isVisible ? pollIntervalMs : presenceIntervalMs,
    )
  }

  async #pollOnce(): Promise<void> {
    if (Date.now() - this.#lastHeartbeatAt >= presenceIntervalMs) {
      const heartbeat = await this.#options.api.sendHeartbeat()
      if (heartbeat?.ok) this.#lastHeartbeatAt = Date.now()
    }
    if ((await this.#options.poll()) && this.#isRunning) this.#schedule()
  }
}
