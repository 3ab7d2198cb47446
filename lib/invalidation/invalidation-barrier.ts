type InvalidationBarrier = (tags: string[]) => Promise<void>

// On globalThis: the bundler gives server components a module instance of their own, the server bundle another.
const shared = globalThis as { __dainikInvalidationBarrier?: InvalidationBarrier }

/** Says how a command that has committed makes sure that those who hand out documents know (`announce`). */
export function setInvalidationBarrier(barrier: InvalidationBarrier | undefined): void {
  shared.__dainikInvalidationBarrier = barrier
}

/**
 * Returns when whoever hands out documents has heard of all that is committed by now, `tags` among it, or cannot be
 * reached in reasonable time. Who then asks for a story gets it as it is. Does nothing in a process that has no
 * announcer: a test, a script.
 */
export async function waitForServers(tags: string[]): Promise<void> {
  await shared.__dainikInvalidationBarrier?.(tags)
}
