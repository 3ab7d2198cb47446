import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

const backoffMs = [1_000, 2_000, 5_000, 15_000, 30_000]
const healthyAfterMs = 60_000
// The launcher waits four seconds for all of this process.
const stopWithinMs = 3_000

export type WorkerThreadOptions = {
  /** The module it runs. */
  file: string
  onError: (error: unknown) => void
}

/**
 * The newsroom's worker on a thread of its own in this process: requests never wait for its work, and after a crash it
 * is restarted while requests are served.
 */
export class WorkerThread {
  #thread: Worker | null = null
  #failures = 0
  #isStopping = false
  #retry: NodeJS.Timeout | undefined
  readonly #options: WorkerThreadOptions

  constructor(options: WorkerThreadOptions) {
    this.#options = options
  }

  start(): void {
    const began = performance.now()
    const thread = new Worker(this.#options.file, {
      execArgv: ['--import', 'tsx', '--conditions=react-server'],
    })
    this.#thread = thread
    thread.on('error', this.#options.onError)
    thread.once('exit', () => this.#ended(performance.now() - began))
  }

  #ended(uptimeMs: number): void {
    this.#thread = null
    if (this.#isStopping) return
    this.#failures = uptimeMs > healthyAfterMs ? 1 : this.#failures + 1
    const wait = backoffMs[Math.min(this.#failures, backoffMs.length) - 1]
    this.#retry = setTimeout(() => this.start(), wait)
  }

  /** What it is doing may end first, for a while. */
  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#retry)
    const thread = this.#thread
    if (!thread) return
    const exited = once(thread, 'exit')
    thread.postMessage('stop')
    const timeout = sleep(stopWithinMs, undefined, { ref: false })
    await Promise.race([exited, timeout])
    await thread.terminate()
  }
}
