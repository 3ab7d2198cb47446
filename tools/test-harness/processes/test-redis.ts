import { freePort } from '../../process/free-port'
import { signal } from '../../process/process-identity'
import { SpawnedProcess } from './spawned-process'

/** A real Redis on a port of its own, without a file. */
export class TestRedis {
  /** Returns when it takes connections. @throws Error when it is not installed or does not start */
  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await freePort())
    await redis.restart()
    return redis
  }

  #server: SpawnedProcess | null = null

  private constructor(readonly port: number) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async restart(): Promise<void> {
    const where = ['--port', String(this.port), '--bind', '127.0.0.1']
    const args = [...where, '--save', '', '--appendonly', 'no']
    this.#server = new SpawnedProcess('redis-server', args, { packages: 'redis-server' })
    await this.#server.waitUntilListening(this.port)
  }

  /** As a power cut ends it. */
  async kill(): Promise<void> {
    await this.#server?.kill()
    this.#server = null
  }

  /** Connections stay open, but nothing answers any more. */
  freeze(): void {
    if (this.#server) signal(this.#server.pid, 'SIGSTOP')
  }

  thaw(): void {
    if (this.#server) signal(this.#server.pid, 'SIGCONT')
  }
}
