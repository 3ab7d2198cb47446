// The pause in typing, and the longest typing without a pause, after which the text is sent.
const debounceMs = 800
const maxDelayMs = 4_000
const retryMs = [500, 1_000, 2_000, 4_000, 8_000]

/** The delay before typed text is sent, and the delay before a failed save is retried. */
export class Backoff {
  #dirtySince = 0
  #failures = 0

  /** From now on there is something that the server does not have. */
  markDirty(): void {
    this.#dirtySince = Date.now()
  }

  /** @param isRetry the last try failed: the delay does not depend on typing */
  nextDelayMs(isRetry: boolean): number {
    if (isRetry) return this.nextRetryMs()
    const waited = Date.now() - this.#dirtySince
    return Math.max(0, Math.min(debounceMs, maxDelayMs - waited))
  }

  /** The delay grows with each failure, up to a limit. */
  nextRetryMs(): number {
    return retryMs[Math.min(this.#failures++, retryMs.length - 1)] ?? 0
  }

  /** The network is back: resets the retry delay. */
  reset(): void {
    this.#failures = 0
  }
}
