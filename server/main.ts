import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { clockOffsetMs, paperTime, setClockOffset } from '@/lib/clock'
import { env } from '@/lib/env'
import { setInvalidationBarrier } from '@/lib/invalidation/invalidation-barrier'
import { createLog, logConsole } from '@/lib/log'
import { cdnLifetimeOf } from '@/server/cdn/cdn-lifetime'
import { CdnPurger } from '@/server/cdn/cdn-purger'
import { createCdn } from '@/server/cdn/create-cdn'
import { closeSlowReaders, oneAtATime } from '@/server/http/connections'
import { devHandler } from '@/server/http/dev-handler'
import { readerFormHandler } from '@/server/http/forms/reader-form-handler'
import { withoutClientFaults } from '@/server/http/forms/unreadable-forms'
import { readerHandler } from '@/server/http/handler'
import { robotsPath, unavailablePath } from '@/server/http/internal-paths'
import { newsroomHandler } from '@/server/http/newsroom-handler'
import {
  forwardedHeaders,
  isLive,
  isNewsroomPreview,
  type PreviewPage,
  previewPage,
  sendPreview,
} from '@/server/http/preview'
import { handleClientError } from '@/server/http/redirects/raw-target'
import { resolveLocation } from '@/server/http/redirects/redirects'
import { staticFiles } from '@/server/http/static-files'
import { throttledLog } from '@/server/http/throttled-log'
import { InvalidationListener } from '@/server/invalidation/invalidation-listener'
import { TagVersions } from '@/server/invalidation/tag-versions'
import { cacheStores } from '@/server/page-cache/cache-store'
import { type CachedPage, toCachedPage } from '@/server/page-cache/cached-page'
import { DataSaverEditions } from '@/server/page-cache/data-saver'
import { DiskStore } from '@/server/page-cache/disk-store'
import { PageCache } from '@/server/page-cache/page-cache'
import { RedisStore } from '@/server/page-cache/redis-store'
import { parseTrustedProxies } from '@/server/rate-limit/client-address'
import { RateLimitTable } from '@/server/rate-limit/rate-limit-table'
import { RateLimiter } from '@/server/rate-limit/rate-limiter'
import { ReadCountTable } from '@/server/read-counts/read-count-table'
import { ReadCounter } from '@/server/read-counts/read-counter'
import { ReadLimit } from '@/server/read-counts/read-limit'
import { compressStream } from '@/server/render/compress-stream'
import { QueuedRenderer } from '@/server/render/queued-renderer'
import { RetryableError } from '@/server/render/render-queue'
import { createRenderer } from '@/server/render/renderer'
import { WorkerThread } from './worker-thread'

/** The server in front of Next. The launcher starts it as a child process and receives a message when it listens. */
const log = createLog('server')
const isDev = env.NODE_ENV === 'development'
const megabyte = 1024 * 1024

// Rendering runs on the thread that also serves cached documents: one render at a time, so that cached documents are
// served between its steps. No request hangs for more than 5 s (docs/decisions/005-cache-stores-and-overload.md).
const limits = { concurrency: 1, maxQueued: 50, timeoutMs: 4_500 }

if (!isDev) logConsole(log)
console.error = withoutClientFaults(console.error)
console.warn = withoutClientFaults(console.warn)
const app = next({ dev: isDev, hostname: env.HOST, port: env.PORT })
await app.prepare()
const nextHandler = app.getRequestHandler()
const { host } = new URL(env.siteUrl)
// Nothing is cached in development, so nothing is optimised.
const renderDirectly = createRenderer(nextHandler, host, isDev ? undefined : compressStream)
const proxies = parseTrustedProxies(env.TRUSTED_PROXIES)
const readLimit = new ReadLimit({ proxies, clock: Date.now })
const newsroom = newsroomHandler({
  next: (req, res) =>
    !isDev && isNewsroomPreview(req) ? showPreview(req, res) : nextHandler(req, res),
  proxies,
  host,
  isDatabaseSettled: () => invalidationListener.isSettled,
  isDev,
})
const onError = throttledLog({
  write: (error, path, times) => log.error({ err: error, path, times }, 'not answered'),
  clock: Date.now,
})

const tagVersions = new TagVersions(paperTime)
const cdn = isDev ? null : createCdn(env)
const purger =
  cdn &&
  new CdnPurger({
    cdn,
    onFailure: (error, target) => log.warn({ err: error, target }, 'purges of the CDN fail'),
    onRecovery: (target) => log.info({ target }, 'purges of the CDN succeed again'),
  })
const invalidationListener = new InvalidationListener({
  url: env.DATABASE_URL ?? '',
  tagVersions,
  onInvalidated: (tags) => purger?.enqueue(tags),
  whenPropagated: async () => purger?.drained(),
  onDisconnected: () => {
    renderer.cancelAll()
    formRenderer.cancelAll()
  },
  onClockOffset: setClockOffset,
  onError: (error) => log.warn({ err: error }, 'the database does not tell of changes'),
})
const renderer = new QueuedRenderer({
  render: renderDirectly,
  limits,
  isDatabaseConnected: () => invalidationListener.isConnected,
  isDatabaseResponsive: () => invalidationListener.isResponsive(),
})

/** Sends the newsroom a preview, rendered as readers' pages are. */
async function showPreview(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const rendered = await renderer.render(req.url ?? '', false, {
    headers: forwardedHeaders(req),
  })
  await sendPreview(req, res, previewPage(rendered, { isLive: isLive(req) }))
}

// A command may wait until all servers have acknowledged its invalidation: forms have a queue of their own.
const formRenderer = new QueuedRenderer({
  render: renderDirectly,
  limits: { concurrency: 4, maxQueued: 50, timeoutMs: 10_000 },
  isDatabaseConnected: () => invalidationListener.isConnected,
  isDatabaseResponsive: () => invalidationListener.isResponsive(),
})
const form = readerFormHandler({
  render: (path, request) =>
    isDev ? renderDirectly(path, request) : renderer.render(path, false, request),
  submit: (path, request) =>
    isDev ? renderDirectly(path, request) : formRenderer.render(path, false, request),
  toPage: isDev ? (rendered) => rendered : previewPage,
  proxies,
  host,
})

async function linkedPreview(token: string): Promise<PreviewPage | null> {
  const rendered = await renderer.render(`/preview/${token}`, false)
  return rendered.status === 404 ? null : previewPage(rendered)
}

// A command of this process returns when every server has applied the invalidation, and in any case when this one
// has.
setInvalidationBarrier(async (tags) => {
  if (!(await invalidationListener.haveAllAcked())) tagVersions.invalidate(tags, paperTime())
})

const build = isDev ? 'dev' : readFileSync('.next/BUILD_ID', 'utf8').trim()

function openDiskStore(): DiskStore | null {
  if (isDev || env.PAGE_CACHE_DISK_MB === 0) return null
  const diskStore = new DiskStore({
    folder: join(env.DAINIK_DATA_DIR, 'page-cache', build),
    maxBytes: env.PAGE_CACHE_DISK_MB * megabyte,
    onError: (error) => log.warn({ err: error }, 'documents are not kept on disk'),
  })
  diskStore
    .removeOtherBuilds()
    .catch((error) => log.warn({ err: error }, 'old documents are not removed'))
  return diskStore
}

function openRedisStore(): RedisStore | null {
  if (isDev || !env.CACHE_URL) return null
  const redisStore = new RedisStore({
    url: env.CACHE_URL,
    prefix: `dainik:${build}:`,
    onError: (error) => log.warn({ err: error }, 'documents are not shared'),
  })
  redisStore.connect()
  return redisStore
}

const diskStore = openDiskStore()
const redisStore = openRedisStore()
const pageCache = new PageCache({
  render: (path, isRevalidation) => renderer.render(path, isRevalidation),
  tagVersions,
  maxBytes: env.PAGE_CACHE_MEMORY_MB * megabyte,
  store: cacheStores([redisStore, diskStore].filter((store) => store !== null)),
  clock: paperTime,
  onError,
})

const rateLimitTable = new RateLimitTable(env.DATABASE_URL ?? '')
const readCountTable = new ReadCountTable(env.DATABASE_URL ?? '')
const readCounter = new ReadCounter({
  write: (counts) => readCountTable.add(counts),
  onError: (error) => log.warn({ err: error }, 'readings are not written; they are kept in memory'),
})

const worker =
  env.WORKER === 'on'
    ? new WorkerThread({
        file: join(process.cwd(), 'scripts/worker.ts'),
        onError: (error) => log.error({ err: error }, 'the worker broke; it is begun again'),
      })
    : null

/** The answer of /healthz: whether readers are served, and which parts are down. */
const health = async () => ({
  isServing: true,
  database: invalidationListener.isConnected ? 'connected' : 'gone',
  clock: await invalidationListener.schedulerDelaySeconds(),
  clockOffsetMs: clockOffsetMs(),
  cache: redisStore ? (redisStore.isConnected ? 'connected' : 'gone') : 'none',
  cdn: purger?.state ?? 'none',
  documents: pageCache.usage,
  renders: { ...renderer.counts, waiting: renderer.pendingCount },
  rssBytes: process.memoryUsage.rss(),
})

const key = env.INDEXNOW_KEY

let unavailable: CachedPage | null = null
let robots: CachedPage | null = null
const server = createServer(
  {
    // A request without a body needs no stream; this saves a seventh of the work of a cached page.
    optimizeEmptyRequests: true,
    // Browsers send up to 180 cookies of 4 KB; most of the web's servers take 8 to 32 KB of headers.
    maxHeaderSize: 32 * 1024,
    // A request to upgrade is answered as HTTP/1.1: Next listens for upgrades from its first request on, for its
    // development server only, and would leave it without an answer.
    shouldUpgradeCallback: () => isDev,
  },
  isDev
    ? devHandler({ render: renderDirectly, next: nextHandler, newsroom, form, onError })
    : oneAtATime(
        readerHandler({
          pageCache,
          next: nextHandler,
          newsroom,
          form,
          preview: linkedPreview,
          dataSaver: new DataSaverEditions((env.PAGE_CACHE_MEMORY_MB * megabyte) / 4),
          files: staticFiles(),
          unavailable: () => unavailable,
          robots: () => robots,
          failureStatus: (error) =>
            invalidationListener.isConnected && !(error instanceof RetryableError) ? 500 : 503,
          countRead: (id, req) => {
            if (readLimit.consume(req)) readCounter.add(id)
          },
          keyFile: key === undefined ? null : { path: `/${key}.txt`, text: key },
          rateLimiter: new RateLimiter({
            proxies,
            clock: Date.now,
            shared: rateLimitTable,
            onError: (error) => log.warn({ err: error }, 'guessed codes are counted here alone'),
          }),
          health,
          ...(cdn && {
            cdnHeaders: (page: CachedPage, isStale: boolean) =>
              cdn.headers(
                [...page.ownTags, ...page.listTags],
                cdnLifetimeOf(page, paperTime(), isStale),
              ),
          }),
          onError,
        }),
      ),
)
closeSlowReaders(server)
server.on(
  'clientError',
  handleClientError((target) => resolveLocation(pageCache, target)),
)
if (isDev) server.on('upgrade', app.getUpgradeHandler())
// Longer than proxies keep an idle connection (nginx and Varnish: 60 s), so that they close it: a request that
// crosses a close of ours would be lost.
server.keepAliveTimeout = 75_000

async function stop() {
  server.close()
  server.closeIdleConnections()
  const workerStopped = worker?.stop()
  redisStore?.close()
  await readCounter.stop()
  await readCountTable.close()
  await rateLimitTable.close()
  await invalidationListener.stop()
  await purger?.stop()
  await diskStore?.flush()
  await workerStopped
  await app.close()
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
// The launcher has ended, and nothing else would stop this process.
process.on('disconnect', () => void stop())

server.on('error', (error: NodeJS.ErrnoException) => {
  process.send?.({ failed: error.code ?? error.message })
  log.error({ err: error }, 'cannot listen')
  process.exit(1)
})
server.listen(env.PORT, env.HOST, async () => {
  if (!isDev) {
    await invalidationListener.listen()
    const renderPage = async (path: string) =>
      toCachedPage(await renderDirectly(path), tagVersions.current, paperTime())
    unavailable = await renderPage(unavailablePath)
    robots = await renderPage(robotsPath)
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.PORT
  log.info({ port }, 'listening')
  worker?.start()
  process.send?.({ ready: true, address: `http://localhost:${port}` })
})
