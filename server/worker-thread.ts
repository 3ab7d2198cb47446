import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

const backoffMs = [1_000, 2_000, 5_000, 15_000, 30_000]
const healthyAfterMs = 60_000
// The launcher waits four seconds for the whole process.
const stopWithinMs = 3_000

export type WorkerThreadOptions = {
  /** The module that the thread runs. */
  file: string
  onError: (error: unknown) => void
}

/** The worker on a thread of this process: requests do not wait for its jobs, and it is restarted after a crash. */
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

  /** Stops the thread; a running job may finish within `stopWithinMs`. */
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
