import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { freePort } from '../../tools/process/free-port'
import { onEnd } from '../../tools/process/run-main'
import { UserError } from '../../tools/terminal/terminal'
import { ServerInstance } from '../../tools/test-harness/processes/server-instance'
import { Varnishd } from '../../tools/test-harness/processes/varnishd'
import { startNginx } from '../load/nginx'
import { type Round, wrk } from '../load/wrk'
import type { OpenPaper } from '../papers/sized-paper'
import { type Figure, figure } from '../report/figures'
import { median } from '../report/quantile'

type Server = { name: string; url: string; least?: number }

const seconds = 3

/** Rounds at each in turn, so that what else the machine does falls on all alike; the first warms up. */
async function roundsOf(servers: Server[], rounds: number): Promise<Map<Server, Round[]>> {
  const all = new Map<Server, Round[]>(servers.map((server) => [server, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const server of servers) {
      const headers = ['Accept-Encoding: gzip']
      const counted = await wrk({ url: server.url, seconds: round === 0 ? 1 : seconds, headers })
      if (round > 0) all.get(server)?.push(counted)
    }
  }
  return all
}

function figuresOf(all: Map<Server, Round[]>): Figure[] {
  const middle = (server: Server, of: (round: Round) => number) =>
    median((all.get(server) ?? []).map(of))
  const servers = [...all.keys()]
  const nginx = servers.find(({ name }) => name === 'nginx') as Server
  return servers.flatMap((server): Figure[] => {
    const beside = { name: 'nginx', value: middle(nginx, ({ perSecond }) => perSecond) }
    const { name, least } = server
    const requests = Math.round(middle(server, ({ perSecond }) => perSecond))
    return [
      {
        ...figure(`${name}, requests`, requests, '/s'),
        ...(least && { beside, limit: { least } }),
      },
      figure(
        `${name}, p99`,
        middle(server, ({ p99Ms }) => p99Ms),
        'ms',
      ),
    ]
  })
}

/** The page's bytes as the app sends them, for nginx to send the same. */
async function compressedPage(app: ServerInstance, path: string): Promise<Buffer> {
  const plain = await app.request(path)
  const compressed = await app.request(path, { headers: { 'accept-encoding': 'gzip' } })
  const bytes = gzipSync(plain.text, { level: 9 })
  if (compressed.headers['content-length'] === String(bytes.length)) return bytes
  throw new UserError(`${path} is not compressed as nginx would be given it`)
}

/** The parameters that the Varnish of deploy/ runs with. */
function varnishParameters(): string[] {
  const unit = readFileSync('deploy/systemd/varnish.service.d/dainik.conf', 'utf8')
  return [...unit.matchAll(/ -p (\S+)/g)].map(([, parameter = '']) => parameter)
}

/** How fast a kept page is handed out by the app alone, behind Varnish, and by nginx from a file. */
export async function measureThroughput(
  paper: OpenPaper,
  path: string,
  rounds: number,
): Promise<Figure[]> {
  const [cdnPort, nginxPort] = [await freePort(), await freePort()]
  const alone = await ServerInstance.start({ databaseUrl: paper.url })
  const behind = await ServerInstance.start({
    databaseUrl: paper.url,
    settings: { CDN_PURGE_URL: `http://127.0.0.1:${cdnPort}/` },
  })
  const cdn = await Varnishd.start(cdnPort, [behind.port], varnishParameters())
  const nginx = await startNginx(nginxPort, await compressedPage(alone, path))
  const started = [nginx, cdn, behind, alone]
  for (const each of started) onEnd(() => each.stop())
  try {
    const servers: Server[] = [
      { name: 'nginx', url: `http://127.0.0.1:${nginxPort}/page` },
      { name: 'app alone', url: `http://127.0.0.1:${alone.port}${path}`, least: 0.5 },
      { name: 'behind Varnish', url: `http://127.0.0.1:${cdnPort}${path}`, least: 0.9 },
    ]
    return figuresOf(await roundsOf(servers, rounds))
  } finally {
    for (const each of started) await each.stop()
  }
}
