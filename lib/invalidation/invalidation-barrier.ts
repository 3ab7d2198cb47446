type InvalidationBarrier = (tags: string[]) => Promise<void>

// On globalThis: the bundler gives server components a module instance of their own, the server bundle another.
const shared = globalThis as { __dainikInvalidationBarrier?: InvalidationBarrier }

/** Sets how a committed command waits for the servers. */
export function setInvalidationBarrier(barrier: InvalidationBarrier | undefined): void {
  shared.__dainikInvalidationBarrier = barrier
}

/**
 * Waits until every server has applied the invalidation of `tags`, or does not answer in time: a request after that gets
 * the new page. Does nothing in a process without a barrier, such as a test or a script.
 */
export async function waitForServers(tags: string[]): Promise<void> {
  await shared.__dainikInvalidationBarrier?.(tags)
}
