type Announcer = (tags: string[]) => Promise<void>

// On globalThis: the bundler gives server components a module instance of their own, the press another.
const shared = globalThis as { __dainikAnnouncer?: Announcer }

/** Says how a command that has committed makes sure that those who hand out documents know (`announce`). */
export function announceBy(announcer: Announcer | undefined): void {
  shared.__dainikAnnouncer = announcer
}

/**
 * Returns when whoever hands out documents has heard of all that is committed by now, `tags` among it, or cannot be
 * reached in reasonable time. Who then asks for a story gets it as it is. Does nothing in a process that has no
 * announcer: a test, a script.
 */
export async function announce(tags: string[]): Promise<void> {
  await shared.__dainikAnnouncer?.(tags)
}
