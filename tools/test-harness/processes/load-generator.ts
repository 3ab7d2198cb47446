import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type TimedResponse, timedRequest } from './http-client'

/** What one reader got. */
export type LoadSample = Pick<TimedResponse, 'status' | 'headers' | 'text' | 'ms'> & {
  path: string
  /** When it was asked for, in milliseconds since the readers began. */
  atMs: number
}

export type LoadProfile = {
  /** How many ask in a second, whatever becomes of those before them. */
  perSecond: number
  /** What the next one asks for. */
  next: () => string
  headers?: Record<string, string>
}

const tickMs = 5

/** Readers who come at a steady rate and do not wait for one another. */
export class LoadGenerator {
  readonly samples: LoadSample[] = []
  readonly failures: string[] = []
  readonly #pending = new Set<Promise<void>>()
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1_000 })
  readonly #began = performance.now()
  #isLeaving = false
  readonly #coming: Promise<void>

  constructor(
    private readonly port: number,
    private readonly profile: LoadProfile,
  ) {
    this.#coming = this.#come()
  }

  async #come(): Promise<void> {
    for (let sent = 0; !this.#isLeaving; await sleep(tickMs)) {
      const due = ((performance.now() - this.#began) / 1000) * this.profile.perSecond
      for (; sent < due; sent += 1) this.#read(this.profile.next())
    }
  }

  #read(path: string): void {
    const atMs = performance.now() - this.#began
    const { headers = { 'accept-encoding': 'br' } } = this.profile
    const reading = timedRequest(this.port, path, { headers, agent: this.#agent }).then(
      ({ status, headers, text, ms }) =>
        void this.samples.push({ path, atMs, status, headers, text, ms }),
      (error: Error) => void this.failures.push(`${path}: ${error.message}`),
    )
    this.#pending.add(reading)
    void reading.finally(() => this.#pending.delete(reading))
  }

  /** No more come; resolves when those who are there have their answers. */
  async stop(): Promise<LoadSample[]> {
    this.#isLeaving = true
    await this.#coming
    await Promise.all(this.#pending)
    this.#agent.destroy()
    return this.samples
  }
}

/** In turn, from the first again after the last. */
export function roundRobin(paths: string[]): () => string {
  let at = 0
  return () => paths[at++ % paths.length] ?? '/'
}
