import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TimedRequestOptions, type TimedResponse, timedRequest } from './http-client'
import { SpawnedProcess } from './spawned-process'

/** `cache` is HIT, MISS, STALE, PASS or ERROR. */
export type VarnishResponse = TimedResponse & { cache: string }

const vclFolder = join(import.meta.dirname, '../../../deploy/varnish')

/** The VCL as it is delivered: the file names one instance, for several a script writes it. */
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
export class Varnishd extends SpawnedProcess {
  static async start(port: number, appPorts: number[], parameters: string[] = []) {
    const folder = mkdtempSync(join(tmpdir(), 'dainik-varnish-'))
    writeFileSync(join(folder, 'test.vcl'), vclFor(appPorts))
    const varnish = new Varnishd(port, folder, parameters)
    await varnish.waitUntilListening(port)
    return varnish
  }

  private constructor(
    readonly port: number,
    folder: string,
    parameters: string[],
  ) {
    // -j none: started by root it would else want an account of its own for the temporary folder.
    const jail = ['-F', '-j', 'none', '-n', join(folder, 'work'), '-f', join(folder, 'test.vcl')]
    const where = ['-a', `127.0.0.1:${port}`, '-T', 'none', '-s', 'malloc,32m']
    const settings = ['vsl_space=1m', ...parameters].flatMap((parameter) => ['-p', parameter])
    super('varnishd', [...jail, ...where, ...settings], {
      folder,
      packages: 'varnish varnish-modules',
    })
  }

  async ask(path: string, options: TimedRequestOptions = {}): Promise<VarnishResponse> {
    const response = await timedRequest(this.port, path, { agent: false, ...options })
    return { ...response, cache: String(response.headers['x-cache']) }
  }
}
