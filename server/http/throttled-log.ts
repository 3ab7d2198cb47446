import { RetryableError } from '@/server/render/render-queue'

export type ThrottledLogOptions = {
  /** `times`: how often it happened since the last entry. */
  write: (error: unknown, path: string, times: number) => void
  /** Epoch milliseconds. */
  clock: () => number
}

const throttleMs = 10_000

/**
 * Logs every failed render, but failures that hit many readers at once (overload, no database) only every ten
 * seconds, with their number: a log must not grow with the crowd.
 */
export function throttledLog({ write, clock }: ThrottledLogOptions) {
  const suppressed = new Map<string, { untilMs: number; times: number }>()
  return (error: unknown, path: string): void => {
    if (!(error instanceof RetryableError)) {
      write(error, path, 1)
      return
    }
    const last = suppressed.get(error.message) ?? { untilMs: 0, times: 0 }
    last.times += 1
    suppressed.set(error.message, last)
    if (clock() < last.untilMs) return
    write(error, path, last.times)
    suppressed.set(error.message, { untilMs: clock() + throttleMs, times: 0 })
  }
}
