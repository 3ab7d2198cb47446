// On globalThis: the bundler gives server components a module instance of their own, the server bundle another.
const shared = globalThis as { __dainikClockOffsetMs?: number }

/**
 * By how many milliseconds the database's clock is ahead of this machine's. What is public, planned or expired is
 * decided by the database's clock everywhere: two servers whose own clocks differ would show different papers.
 */
export const clockOffsetMs = (): number => shared.__dainikClockOffsetMs ?? 0

export function setClockOffset(ms: number): void {
  shared.__dainikClockOffsetMs = ms
}

/** The present by the database's clock, epoch milliseconds. */
export const paperTime = (): number => Date.now() + clockOffsetMs()

/** The present by the database's clock. */
export const paperNow = (): Date => new Date(paperTime())
