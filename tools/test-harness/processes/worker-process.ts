import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { endProcess, identify, signal } from '../../process/process-identity'

const root = join(import.meta.dirname, '../../..')

export type WorkerOptions = {
  databaseUrl: string
  /** By how much this machine's clock is wrong. */
  clockSkewMs?: number
  /** Further settings, by their names in .env.example. */
  settings?: Record<string, string>
}

/** Makes every clock of the process show another hour, as on a machine that nobody set. */
const skewedClock = (ms: number) =>
  `data:text/javascript,const Real=Date;globalThis.Date=class extends Real{constructor(...given){given.length?super(...given):super(Real.now()+(${ms}))}static now(){return Real.now()+(${ms})}}`

/** `npm run worker`, as an operator starts it. */
export class WorkerProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<void>
  #said = ''

  /** Returns at once: what it does shows in the database. */
  constructor({ databaseUrl, clockSkewMs = 0, settings }: WorkerOptions) {
    const clockArgs = clockSkewMs === 0 ? [] : ['--import', skewedClock(clockSkewMs)]
    const args = ['--import', 'tsx', ...clockArgs, '--conditions=react-server', 'scripts/worker.ts']
    this.#child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        ...settings,
      },
    })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (part: Buffer) => {
        this.#said += String(part)
      })
    this.#ended = new Promise((resolve) => this.#child.once('exit', () => resolve()))
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Everything it wrote. */
  get output(): string {
    return this.#said
  }

  /** As an operator stops it. Answers how it ended. */
  async stop(): Promise<number | null> {
    const identity = identify(this.#child.pid ?? 0)
    if (identity) await endProcess(identity)
    await this.#ended
    return this.#child.exitCode
  }

  /** As kill -9 ends it. */
  async kill(): Promise<void> {
    if (this.isRunning) signal(this.#child.pid ?? 0, 'SIGKILL')
    await this.#ended
  }
}
