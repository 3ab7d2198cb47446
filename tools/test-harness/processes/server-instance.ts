import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverCommand, serverEnvironment } from '../../launcher/server-command'
import { freePort } from '../../process/free-port'
import { endProcess, identify, signal } from '../../process/process-identity'
import { type TimedRequestOptions, type TimedResponse, timedRequest } from './http-client'

const root = join(import.meta.dirname, '../../..')
const startWithinMs = 30_000

export type InstanceOptions = {
  databaseUrl: string
  port?: number
  /** Left out: a new folder that goes with the instance. */
  dataDir?: string
  /** Further settings, by their names in .env.example. */
  settings?: Record<string, string>
}

/** What /healthz says. */
export type Health = {
  database: string
  cache: string
  /** By how many seconds the scheduler is behind; null while it was never started or nobody can say. */
  clock: number | null
  documents: { documents: number; bytes: number }
  renders: { made: number; failed: number; refused: number; waiting: number }
  rssBytes: number
}

/** A production server on this folder's build, as the launcher starts it. */
export class ServerInstance {
  /** Returns when it answers. @throws Error with what it said, when it does not start */
  static async start(options: InstanceOptions): Promise<ServerInstance> {
    const port = options.port ?? (await freePort())
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'dainik-instance-'))
    const child = spawn(process.execPath, serverCommand, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...serverEnvironment,
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: options.databaseUrl,
        DAINIK_DATA_DIR: dataDir,
        // What is measured is the server; who wants the worker as well says so.
        WORKER: 'off',
        ...options.settings,
      },
    })
    const server = new ServerInstance(port, child, options.dataDir ? null : dataDir)
    await server.#ready()
    return server
  }

  #said: string[] = []
  readonly #ended: Promise<void>

  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly ownFolder: string | null,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        this.#said.push(String(part))
        if (this.#said.length > 2_000) this.#said.shift()
      })
    }
    this.#ended = new Promise((resolve) => child.once('exit', () => resolve()))
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** Everything it wrote lately. */
  get output(): string {
    return this.#said.join('')
  }

  async #ready(): Promise<void> {
    const isReady = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), startWithinMs)
      this.child.on('message', (message: { ready?: boolean }) => {
        clearTimeout(timer)
        resolve(message.ready === true)
      })
      void this.#ended.then(() => {
        clearTimeout(timer)
        resolve(false)
      })
    })
    if (await isReady) return
    await this.kill()
    throw new Error(`the server does not start:\n${this.output}`)
  }

  request(path: string, requestOptions: TimedRequestOptions = {}): Promise<TimedResponse> {
    return timedRequest(this.port, path, requestOptions)
  }

  async health(): Promise<Health> {
    return JSON.parse((await this.request('/healthz')).text) as Health
  }

  /** Resident memory, as the kernel counts it. */
  get rssBytes(): number {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(read(`/proc/${this.pid}/status`)) ?? []
    return Number(kilobytes) * 1024
  }

  /** As the launcher stops it. */
  async stop(): Promise<void> {
    const identity = identify(this.pid)
    if (identity) await endProcess(identity)
    await this.#clear()
  }

  /** As a power cut stops it. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) signal(this.pid, 'SIGKILL')
    await this.#clear()
  }

  async #clear(): Promise<void> {
    await this.#ended
    if (this.ownFolder) rmSync(this.ownFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const read = (path: string) => readFileSync(path, 'utf8')
