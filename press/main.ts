import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import pino from 'pino'
import { announceBy } from '../lib/document/announce'
import { env } from '../lib/env'
import { complaints } from './complaints'
import { DiskShelf } from './disk-shelf'
import { finish, type PressDocument } from './document'
import { edgeFrom } from './edge/edge-from'
import { lifeOf } from './edge/life'
import { Purger } from './edge/purger'
import { GuessTable } from './guess-table'
import { Guesses } from './guesses'
import { readerHandler } from './handler'
import { LiteEditions } from './lite'
import { findAddress } from './moved'
import { News } from './news'
import { newsroomDoor } from './newsroom'
import { robotsPath, unavailablePath } from './own-paths'
import { Press } from './press'
import { pressText } from './press-text'
import {
  askedBy,
  isFollowed,
  isPreview,
  type PreviewPage,
  previewPage,
  sendPreview,
} from './preview'
import { proofHandler } from './proof'
import { refusedRequests } from './raw-target'
import { Reads } from './reads'
import { ReadsTable } from './reads-table'
import { RedisShelf } from './redis-shelf'
import { rendererOn } from './render'
import { Rendering } from './rendering'
import { shelves } from './shelf'
import { staticFiles } from './static-files'
import { TagTimes } from './tag-times'
import { ComeBack } from './turns'
import { proxiesFrom } from './visitor'
import { WorkerThread } from './worker-thread'

/** The server in front of Next. The launcher starts it as a child and is told on its channel when it listens. */
const log = pino({ name: 'press', level: 'info' })
const isDev = env.NODE_ENV === 'development'
const megabyte = 1024 * 1024

// Rendering is work for the one thread that also hands out ready documents: one at a time, so that they are handed out
// between any two steps of it. Nothing hangs over 5 s (docs/decisions/005-shelves-and-overload.md).
const limits = { atOnce: 1, mostWaiting: 50, withinMs: 4_500 }

const app = next({ dev: isDev, hostname: env.HOST, port: env.PORT })
await app.prepare()
const setPage = app.getRequestHandler()
const { host } = new URL(env.siteUrl)
// While developing nothing is kept, so nothing is pressed.
const renderNow = rendererOn(setPage, host, isDev ? undefined : pressText)
const proxies = proxiesFrom(env.TRUSTED_PROXIES)
const newsroom = newsroomDoor({
  next: (req, res) => (!isDev && isPreview(req) ? showPreview(req, res) : setPage(req, res)),
  proxies,
  host,
})
const onError = complaints({
  tell: (error, path, times) => log.error({ err: error, path, times }, 'not answered'),
  clock: Date.now,
})

const tagTimes = new TagTimes()
const edge = isDev ? null : edgeFrom(env)
const purger =
  edge &&
  new Purger({
    edge,
    onFailure: (error, door) => log.warn({ err: error, door }, 'the edge is not told of changes'),
    onRecovery: (door) => log.info({ door }, 'the edge is told again'),
  })
const news = new News({
  url: env.DATABASE_URL ?? '',
  tagTimes,
  onTags: (tags) => purger?.hear(tags),
  whenDone: async () => purger?.told(),
  onGone: () => rendering.giveUp(),
  onError: (error) => log.warn({ err: error }, 'the database does not tell of changes'),
})
const rendering = new Rendering({
  render: renderNow,
  limits,
  isDatabaseThere: () => news.isConnected,
  doesDatabaseAnswer: () => news.isAnswering(),
})

/** The newsroom looks at what readers are to get, made as theirs is. */
async function showPreview(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const rendered = await rendering.render(req.url ?? '', false, askedBy(req))
  await sendPreview(req, res, previewPage(rendered, { isFollowed: isFollowed(req) }))
}

async function linkedPreview(token: string): Promise<PreviewPage | null> {
  const rendered = await rendering.render(`/preview/${token}`, false)
  return rendered.status === 404 ? null : previewPage(rendered)
}

// A command that runs in this process returns when every press has heard, this one at any rate.
announceBy(async (tags) => {
  if (!(await news.areAllTold())) tagTimes.expire(tags, Date.now())
})

const build = isDev ? 'dev' : readFileSync('.next/BUILD_ID', 'utf8').trim()

function openDisk(): DiskShelf | null {
  if (isDev || env.PRESS_DISK_MB === 0) return null
  const disk = new DiskShelf({
    folder: join(env.DAINIK_DATA_DIR, 'press', build),
    maxBytes: env.PRESS_DISK_MB * megabyte,
    onError: (error) => log.warn({ err: error }, 'documents are not kept on disk'),
  })
  disk.clearOthers().catch((error) => log.warn({ err: error }, 'old documents are not removed'))
  return disk
}

function openRedis(): RedisShelf | null {
  if (isDev || !env.CACHE_URL) return null
  const redis = new RedisShelf({
    url: env.CACHE_URL,
    prefix: `dainik:${build}:`,
    onError: (error) => log.warn({ err: error }, 'documents are not shared'),
  })
  redis.connect()
  return redis
}

const disk = openDisk()
const redis = openRedis()
const press = new Press({
  render: (path, isKept) => rendering.render(path, isKept),
  tagTimes,
  maxBytes: env.PRESS_MEMORY_MB * megabyte,
  shelf: shelves([redis, disk].filter((shelf) => shelf !== null)),
  clock: Date.now,
  onError,
})

const guessTable = new GuessTable(env.DATABASE_URL ?? '')
const readsTable = new ReadsTable(env.DATABASE_URL ?? '')
const reads = new Reads({
  write: (counts) => readsTable.add(counts),
  onError: (error) => log.warn({ err: error }, 'readings are not written; they are kept in memory'),
})

const worker =
  env.WORKER === 'on'
    ? new WorkerThread({
        file: join(process.cwd(), 'scripts/worker.ts'),
        onError: (error) => log.error({ err: error }, 'the worker broke; it is begun again'),
      })
    : null

/** What a probe is told: whether readers are served, and what of it all is missing. */
const health = async () => ({
  isServing: true,
  database: news.isConnected ? 'connected' : 'gone',
  clock: await news.clockLateSeconds(),
  cache: redis ? (redis.isConnected ? 'connected' : 'gone') : 'none',
  edge: purger?.state ?? 'none',
  documents: press.holdings,
  renders: { ...rendering.counts, waiting: rendering.waiting },
  rssBytes: process.memoryUsage.rss(),
})

const key = env.INDEXNOW_KEY

let unavailable: PressDocument | null = null
let robots: PressDocument | null = null
const server = createServer(
  // A request without a body needs no stream to read it from: a seventh of the work of a ready document.
  { optimizeEmptyRequests: true },
  isDev
    ? proofHandler({ render: renderNow, next: setPage, newsroom, onError })
    : readerHandler({
        press,
        next: setPage,
        newsroom,
        preview: linkedPreview,
        lite: new LiteEditions((env.PRESS_MEMORY_MB * megabyte) / 4),
        files: staticFiles(),
        unavailable: () => unavailable,
        robots: () => robots,
        failureStatus: (error) => (news.isConnected && !(error instanceof ComeBack) ? 500 : 503),
        countRead: (id) => reads.add(id),
        keyFile: key === undefined ? null : { path: `/${key}.txt`, text: key },
        guesses: new Guesses({
          ...{ proxies, clock: Date.now, shared: guessTable },
          onError: (error) => log.warn({ err: error }, 'guessed codes are counted here alone'),
        }),
        health,
        ...(edge && {
          edgeHeaders: (document: PressDocument, isStale: boolean) =>
            edge.headers(
              [...document.ownTags, ...document.listTags],
              lifeOf(document, Date.now(), isStale),
            ),
        }),
        onError,
      }),
)
server.on(
  'clientError',
  refusedRequests((target) => findAddress(press, target)),
)
if (isDev) server.on('upgrade', app.getUpgradeHandler())
// Longer than proxies keep a connection that is idle (nginx and Varnish: 60 s): it is theirs to close, for a request that
// crosses our closing would be lost.
server.keepAliveTimeout = 75_000

async function stop() {
  server.close()
  server.closeIdleConnections()
  const working = worker?.stop()
  redis?.close()
  await reads.stop()
  await readsTable.close()
  await guessTable.close()
  await news.stop()
  await purger?.stop()
  await disk?.settle()
  await working
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
    const draw = async (path: string) => finish(await renderNow(path), tagTimes.now, Date.now())
    unavailable = await draw(unavailablePath)
    robots = await draw(robotsPath)
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.PORT
  log.info({ port }, 'listening')
  worker?.start()
  process.send?.({ ready: true, address: `http://localhost:${port}` })
})
