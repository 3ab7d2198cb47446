import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type ClientRequestArgs, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type VarnishResponse = {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** HIT, MISS, STALE, PASS or ERROR. */
  cache: string
  ms: number
}

const startTimeoutMs = 15_000
const vclFolder = join(import.meta.dirname, '../../deploy/varnish')

/** The VCL as it is delivered for these instances: one stands in it, for several it is written by script. */
function vclFor(ports: number[]): string {
  const vcl = readFileSync(join(vclFolder, 'default.vcl'), 'utf8')
  if (ports.length === 1) return replaceOnce(vcl, '.port = "3000"', `.port = "${ports[0]}"`)
  const instances = ports.map((port) => `127.0.0.1:${port}`)
  return execFileSync(join(vclFolder, 'instances.sh'), instances, { encoding: 'utf8' })
}

function replaceOnce(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`default.vcl lost ${from}`)
  return text.replace(from, to)
}

/** A real varnishd on the loopback, for tests. */
export class Varnishd {
  static async start(port: number, appPorts: number[], parameters: string[] = []) {
    const folder = mkdtempSync(join(tmpdir(), 'dainik-varnish-'))
    const file = join(folder, 'test.vcl')
    writeFileSync(file, vclFor(appPorts))
    const child = spawn(
      'varnishd',
      // -j none: started by root it would else want an account of its own for the temporary folder.
      [
        '-F',
        '-j',
        'none',
        '-n',
        join(folder, 'work'),
        '-a',
        `127.0.0.1:${port}`,
        '-T',
        'none',
        '-f',
        file,
      ]
        .concat(['-s', 'malloc,32m', '-p', 'vsl_space=1m'])
        .concat(parameters.flatMap((parameter) => ['-p', parameter])),
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
      },
    )
    const varnish = new Varnishd(port, folder, child)
    await varnish.#ready()
    return varnish
  }

  #output = ''
  #ended: Promise<void>
  #failure: Error | null = null

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {
    child.stderr?.on('data', (part) => {
      this.#output += part
    })
    this.#ended = new Promise((resolve) => {
      child.on('error', (cause: NodeJS.ErrnoException) => {
        this.#failure =
          cause.code === 'ENOENT'
            ? new Error('varnishd is not installed: apt-get install varnish varnish-modules')
            : cause
        resolve()
      })
      child.on('exit', () => resolve())
    })
  }

  async #ready(): Promise<void> {
    const until = Date.now() + startTimeoutMs
    let hasEnded = false
    void this.#ended.then(() => {
      hasEnded = true
    })
    while (!(await this.#listens())) {
      if (this.#failure) throw this.#failure
      if (hasEnded || Date.now() > until) {
        await this.stop()
        const hint = /VMOD xkey/.test(this.#output) ? ' (apt-get install varnish-modules)' : ''
        throw new Error(`varnishd does not start${hint}:\n${this.#output}`)
      }
      await wait(30)
    }
  }

  #listens(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1')
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM')
    await this.#ended
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  /** Asks by hand: fetch would decode bodies and add headers of its own. */
  ask(path: string, options: Partial<ClientRequestArgs> = {}): Promise<VarnishResponse> {
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port: this.port, path, agent: false, ...options },
        (res) => {
          const parts: Buffer[] = []
          res.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
          res.on('end', () =>
            resolve({
              status: res.statusCode ?? 0,
              headers: res.headers,
              body: Buffer.concat(parts),
              cache: String(res.headers['x-cache']),
              ms: performance.now() - began,
            }),
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end()
    })
  }
}
