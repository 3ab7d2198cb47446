// Typing pauses this long, or goes on this long, before what is there is sent.
const debounceMs = 800
const maxDelayMs = 4_000
const retryMs = [500, 1_000, 2_000, 4_000, 8_000]

/** How long what was typed waits before it is sent, and how long before it is tried again. */
export class Backoff {
  #dirtySince = 0
  #failures = 0

  /** From now on there is something that the server does not have. */
  markDirty(): void {
    this.#dirtySince = Date.now()
  }

  /** @param isRetry the last try failed: it is not typing that is waited for */
  nextDelayMs(isRetry: boolean): number {
    if (isRetry) return this.nextRetryMs()
    const waited = Date.now() - this.#dirtySince
    return Math.max(0, Math.min(debounceMs, maxDelayMs - waited))
  }

  /** Longer with each failure, up to a limit. */
  nextRetryMs(): number {
    return retryMs[Math.min(this.#failures++, retryMs.length - 1)] ?? 0
  }

  /** The line is there: the next failure is the first again. */
  reset(): void {
    this.#failures = 0
  }
}
