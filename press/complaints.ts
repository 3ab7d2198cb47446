import { ComeBack } from './turns'

export type ComplaintsOptions = {
  /** `times`: how often it happened since it was last told. */
  tell: (error: unknown, path: string, times: number) => void
  /** Epoch milliseconds. */
  clock: () => number
}

const onceInMs = 10_000

/**
 * Tells of each document that was not made, but of what happens to many readers at once (too much is asked for, the
 * database is gone) once in a while, with how often: a log must not grow with the crowd.
 */
export function complaints({ tell, clock }: ComplaintsOptions) {
  const silent = new Map<string, { untilMs: number; times: number }>()
  return (error: unknown, path: string): void => {
    if (!(error instanceof ComeBack)) {
      tell(error, path, 1)
      return
    }
    const last = silent.get(error.message) ?? { untilMs: 0, times: 0 }
    last.times += 1
    silent.set(error.message, last)
    if (clock() < last.untilMs) return
    tell(error, path, last.times)
    silent.set(error.message, { untilMs: clock() + onceInMs, times: 0 })
  }
}
