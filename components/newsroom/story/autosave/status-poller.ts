import { presenceIntervalMs } from '@/lib/newsroom/draft/working-copy'
import type { StoryApi } from './story-api'

const pollIntervalMs = 1_200

type StatusPollerOptions = {
  api: Pick<StoryApi, 'sendHeartbeat'>
  /** Requests the story's status. Returns false when the page is opened again, which restarts polling. */
  poll: () => Promise<boolean>
}

/** Polls the story's status and reports the user's presence. */
export class StatusPoller {
  readonly #options: StatusPollerOptions
  #timer: ReturnType<typeof setTimeout> | undefined
  #isRunning = true
  #lastHeartbeatAt = 0

  constructor(options: StatusPollerOptions) {
    this.#options = options
  }

  /** Opening the story has just reported the user's presence. */
  start(): void {
    this.#lastHeartbeatAt = Date.now()
    this.#schedule()
  }

  /** Polls at once and reports the presence again. */
  wake(): void {
    this.#lastHeartbeatAt = 0
    clearTimeout(this.#timer)
    void this.#pollOnce()
  }

  /** Runs `then` later instead of the next poll. */
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
