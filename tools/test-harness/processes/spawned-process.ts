import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { endProcess, identify, signal } from '../../process/process-identity'
import { UserError } from '../../terminal/terminal'

export type SpawnedProcessOptions = SpawnOptions & {
  /** The program's own folder, removed after its end. */
  folder?: string
  /** The Debian packages it comes from, for the error message. */
  packages?: string
}

/** A program that a test or a benchmark starts and ends. Programs of /usr/sbin are found as well. */
export class SpawnedProcess {
  /** Resolves with the exit status, or with the signal that ended it. */
  readonly ended: Promise<number | string>
  protected readonly child: ChildProcess
  /** All that it wrote to stdout and stderr. */
  output = ''
  #hasEnded = false
  readonly #name: string

  constructor(
    file: string,
    args: string[],
    { folder, packages, ...options }: SpawnedProcessOptions = {},
  ) {
    this.#name = packages ? `${file} (apt-get install ${packages})` : file
    this.child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
      ...options,
    })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.output += data
      })
    }
    this.ended = new Promise((resolve) => {
      // A program that is not installed has an error and no end.
      this.child.once('error', (error) => {
        this.output += error.message
        resolve(error.message)
      })
      this.child.once('close', (code, name) => resolve(name ?? code ?? -1))
    })
    void this.ended.then(() => {
      this.#hasEnded = true
      if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    })
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  get isRunning(): boolean {
    return !this.#hasEnded
  }

  /** @throws UserError with its output, when it ends before or `ms` pass; it is ended then */
  async waitUntil(isReady: () => boolean | Promise<boolean>, ms: number): Promise<void> {
    for (const until = Date.now() + ms; !(await isReady()); await sleep(10)) {
      if (this.isRunning && Date.now() < until) continue
      await this.kill()
      throw new UserError(`${this.#name} does not start:\n${this.output}`)
    }
  }

  /** Waits until it accepts connections on `port`. */
  waitUntilListening(port: number, ms = 15_000): Promise<void> {
    return this.waitUntil(() => isListening(port), ms)
  }

  /** SIGTERM, and SIGKILL when it has not ended after some seconds. Returns how it ended. */
  async stop(): Promise<number | string> {
    const identity = this.isRunning && identify(this.pid)
    if (identity) await endProcess(identity)
    return await this.ended
  }

  /** SIGKILL: as a power cut ends it. */
  async kill(): Promise<void> {
    if (this.pid && this.isRunning) signal(this.pid, 'SIGKILL')
    await this.ended
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
