import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { chooseEncoding } from '@/server/http/response'
import type { Cdn, CdnLifetime } from './cdn'

export type OriginPage = {
  text: string
  tags: string[]
  status?: number
  lifetime?: Partial<CdnLifetime>
  headers?: Record<string, string | string[]>
}

const encode = {
  br: brotliCompressSync,
  gzip: gzipSync,
  identity: (text: string) => Buffer.from(text),
}

/** An app that answers as the server does, for tests: documents with tags, and a newsroom that it does not keep. */
export class FakeOrigin {
  pages = new Map<string, OriginPage>()
  /** What was asked, in order: method and target. */
  requests: { line: string; headers: IncomingMessage['headers'] }[] = []
  slowMs = 0
  status: number | null = null
  /** Breaks the connection off in the middle of the body. */
  isBreaking = false
  #server: Server | null = null

  constructor(
    readonly port: number,
    private readonly cdn: Cdn,
  ) {}

  /** Does nothing where it runs already. */
  async start(): Promise<void> {
    if (this.#server) return
    const server = createServer((req, res) => void this.#answer(req, res))
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    this.#server = server
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    server?.closeAllConnections()
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
  }

  countOf(path: string): number {
    return this.requests.filter(({ line }) => line === `GET ${path}`).length
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const target = req.url ?? '/'
    if (target === '/healthz') {
      res.end('{}')
      return
    }
    this.requests.push({ line: `${req.method} ${target}`, headers: req.headers })
    const { status, slowMs } = this
    if (slowMs > 0) await wait(slowMs)
    if (status) {
      res.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': 'text/html' })
      res.end('the app is in trouble')
      return
    }
    const page = this.pages.get(target)
    if (target.startsWith('/newsroom') || target.startsWith('/api') || !page) {
      res.setHeader('Set-Cookie', ['session=fresh; HttpOnly', 'theme=dark'])
      res.writeHead(200, { 'Cache-Control': 'public, max-age=60', Vary: 'rsc, Cookie' })
      res.end(`${req.method} ${target} with ${req.headers.cookie ?? 'no cookie'}`)
      return
    }
    this.#sendPage(req, res, page)
  }

  #sendPage(req: IncomingMessage, res: ServerResponse, page: OriginPage): void {
    const encoding = chooseEncoding(req.headers['accept-encoding'])
    const hash = createHash('sha256').update(page.text).digest('base64url').slice(0, 12)
    const etag = `"${hash}-${encoding}"`
    const lifetime = {
      freshSeconds: 600,
      staleWhileRevalidateSeconds: 4,
      staleIfErrorSeconds: 86_400,
      ...page.lifetime,
    }
    const headers = {
      ...this.cdn.headers(page.tags, lifetime),
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'Content-Type': 'text/html; charset=utf-8',
      Vary: 'Accept-Encoding',
      ETag: etag,
      ...page.headers,
    }
    if (req.headers['if-none-match'] === etag) {
      res.writeHead(304, headers).end()
      return
    }
    const body = encode[encoding](page.text)
    res.writeHead(page.status ?? 200, {
      ...headers,
      'Content-Length': body.length,
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    })
    if (!this.isBreaking) {
      res.end(body)
      return
    }
    res.write(body.subarray(0, Math.floor(body.length / 2)), () => res.destroy())
  }
}
