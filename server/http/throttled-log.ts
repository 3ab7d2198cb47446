import { RetryableError } from '@/server/render/render-queue'

export type ThrottledLogOptions = {
  /** `times`: how often it happened since it was last told. */
  write: (error: unknown, path: string, times: number) => void
  /** Epoch milliseconds. */
  clock: () => number
}

const throttleMs = 10_000

/**
 * Tells of each document that was not made, but of what happens to many readers at once (too much is asked for, the
 * database is gone) once in a while, with how often: a log must not grow with the crowd.
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
