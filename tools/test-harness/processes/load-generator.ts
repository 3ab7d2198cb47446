import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type TimedResponse, timedRequest } from './http-client'

/** The response to one request. */
export type LoadSample = Pick<TimedResponse, 'status' | 'headers' | 'text' | 'ms'> & {
  path: string
  /** Time of the request, in milliseconds since the load began. */
  atMs: number
}

export type LoadProfile = {
  /** Requests a second, however many earlier ones still wait. */
  perSecond: number
  /** The path of the next request. */
  next: () => string
  headers?: Record<string, string>
}

const tickMs = 5

/** Sends requests at a steady rate, without waiting for responses. */
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

  /** Sends no more requests. Resolves when all responses have arrived. */
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
