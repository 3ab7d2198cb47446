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

/**
 * The offset that a reading of the database's clock shows, in whole milliseconds: the reading lies between `askedAt` and
 * `answeredAt` of this machine's clock. An offset within half of that time may be none at all and counts as none: it
 * would be the error of the measurement, and show a story late on a server whose clock is right.
 */
export function measuredOffset(times: {
  askedAt: number
  answeredAt: number
  database: number
}): number {
  const offset = Math.round(times.database - (times.askedAt + times.answeredAt) / 2)
  // Both clocks are read in whole milliseconds.
  const errorMs = (times.answeredAt - times.askedAt) / 2 + 1
  return Math.abs(offset) <= errorMs ? 0 : offset
}
