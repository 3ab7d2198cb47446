import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverCommand, serverEnvironment } from '../../launcher/server-command'
import { freePort } from '../../process/free-port'
import { type TimedRequestOptions, type TimedResponse, timedRequest } from './http-client'
import { SpawnedProcess } from './spawned-process'

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

/** The response of /healthz. */
export type Health = {
  database: string
  cache: string
  /** By how many seconds the scheduler is behind; null while it was never started or the database does not answer. */
  clock: number | null
  documents: { documents: number; bytes: number }
  renders: { made: number; failed: number; refused: number; waiting: number }
  rssBytes: number
}

/** A production server on this folder's build, as the launcher starts it. */
export class ServerInstance extends SpawnedProcess {
  /** Returns when it answers. @throws Error with its output, when it does not start */
  static async start(options: InstanceOptions): Promise<ServerInstance> {
    const server = new ServerInstance(options.port ?? (await freePort()), options)
    let isReady = false
    server.child.on('message', (message: { ready?: boolean }) => {
      isReady = message.ready === true
    })
    await server.waitUntil(() => isReady, startWithinMs)
    return server
  }

  private constructor(
    readonly port: number,
    { databaseUrl, dataDir, settings }: InstanceOptions,
  ) {
    const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'dainik-instance-'))
    super(process.execPath, serverCommand, {
      cwd: root,
      ...(dataDir === undefined && { folder }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...serverEnvironment,
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        DAINIK_DATA_DIR: folder,
        // The server alone is measured, unless `settings` ask for the worker as well.
        WORKER: 'off',
        ...settings,
      },
    })
  }

  request(path: string, options: TimedRequestOptions = {}): Promise<TimedResponse> {
    return timedRequest(this.port, path, options)
  }

  async health(): Promise<Health> {
    return JSON.parse((await this.request('/healthz')).text) as Health
  }

  /** Resident memory, as the kernel counts it. */
  get rssBytes(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  }
}
