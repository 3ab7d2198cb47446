import { createServer } from 'node:http'
import next from 'next'
import pino from 'pino'
import sirv from 'sirv'
import { env } from '../lib/env'
import { finish, type PressDocument } from './document'
import { readerHandler, unavailablePath } from './handler'
import { News } from './news'
import { Press } from './press'
import { proofHandler } from './proof'
import { rendererOn } from './render'
import { TagTimes } from './tag-times'

/** The server in front of Next. The launcher starts it as a child and is told on its channel when it listens. */
const log = pino({ name: 'press', level: 'info' })
const isDev = env.NODE_ENV === 'development'
const megabyte = 1024 * 1024

const app = next({ dev: isDev, hostname: env.HOST, port: env.PORT })
await app.prepare()
const setPage = app.getRequestHandler()
const render = rendererOn(setPage, new URL(env.siteUrl).host)
const onError = (error: unknown, path: string) => log.error({ err: error, path }, 'not answered')

const tagTimes = new TagTimes()
const news = new News({
  url: env.DATABASE_URL ?? '',
  tagTimes,
  onError: (error) => log.warn({ err: error }, 'the database does not tell of changes'),
})
const press = new Press({
  render,
  tagTimes,
  maxBytes: env.PRESS_MEMORY_MB * megabyte,
  clock: Date.now,
  onError,
})

let unavailable: PressDocument | null = null
const files = sirv('.next/static', { immutable: true, maxAge: 31_536_000, etag: true })

const server = createServer(
  isDev
    ? proofHandler({ render, next: setPage, onError })
    : readerHandler({
        press,
        next: setPage,
        // sirv looks under its folder; Next's files are asked for under /_next/static.
        files: (req, res, otherwise) => {
          if (!req.url?.startsWith('/_next/static/')) return otherwise()
          const url = req.url
          req.url = url.slice('/_next/static'.length)
          files(req, res, () => {
            req.url = url
            otherwise()
          })
        },
        unavailable: () => unavailable,
        onError,
      }),
)
if (isDev) server.on('upgrade', app.getUpgradeHandler())

async function stop() {
  server.close()
  server.closeIdleConnections()
  await news.stop()
  await app.close()
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
// The launcher is gone: nobody would stop this process otherwise.
process.on('disconnect', () => void stop())

server.on('error', (error: NodeJS.ErrnoException) => {
  process.send?.({ failed: error.code ?? error.message })
  log.error({ err: error }, 'cannot listen')
  process.exit(1)
})
server.listen(env.PORT, env.HOST, async () => {
  if (!isDev) {
    await news.listen()
    unavailable = await finish(await render(unavailablePath), tagTimes.now)
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.PORT
  process.send?.({ ready: true, address: `http://localhost:${port}` })
  log.info({ port }, 'listening')
})
