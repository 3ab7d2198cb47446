import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../process/free-port'

const startWithinMs = 5_000

/** A real Redis on a port of its own, without a file. */
export class TestRedis {
  /** Returns when it takes connections. @throws Error when it is not installed or does not start */
  static async start(port?: number): Promise<TestRedis> {
    const redis = new TestRedis(port ?? (await freePort()))
    await redis.restart()
    return redis
  }

  #child: ChildProcess | null = null

  private constructor(readonly port: number) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async restart(): Promise<void> {
    const where = ['--port', String(this.port), '--bind', '127.0.0.1']
    const child = spawn('redis-server', [...where, '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    })
    this.#child = child
    await once(child, 'spawn')
    for (const until = Date.now() + startWithinMs; !(await listens(this.port)); ) {
      if (Date.now() > until) throw new Error('redis-server does not start')
      await sleep(10)
    }
  }

  /** As a power cut ends it. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child) return
    const gone = once(child, 'exit')
    child.kill('SIGCONT')
    child.kill('SIGKILL')
    await gone
  }

  /** Connections stay open, but nothing answers any more. */
  freeze(): void {
    this.#child?.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child?.kill('SIGCONT')
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
