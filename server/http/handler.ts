import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { verifyBasePath } from '@/lib/urls/verify-address'
import type { CachedPage } from '@/server/page-cache/cached-page'
import { type DataSaverEditions, wantsDataSaver } from '@/server/page-cache/data-saver'
import { type PageCache, RenderFailedError } from '@/server/page-cache/page-cache'
import type { RateLimiter } from '@/server/rate-limit/rate-limiter'
import { handleReadCount } from '@/server/read-counts/read-count-handler'
import { isSearch, isVerification, originForm, type RequestAddress, readAddress } from './address'
import { removeFrameworkHeaders } from './forms/framework-headers'
import { notFoundPath, robotsPath, tooManyPath } from './internal-paths'
import { overrideHeaders } from './override-headers'
import { type PreviewPage, previewLinkHeaders, sendPreview } from './preview'
import { resolveRedirectChain } from './redirects/redirect-chain'
import { findRedirectPage, findRepaired } from './redirects/redirects'
import { sendJson, sendPage, sendPlain, sendRedirect, sendText } from './response'

export type HandlerOptions = {
  pageCache: PageCache
  /** Next's handler, for everything but readers' documents. */
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  /** The newsroom's pages, which have rules of their own. */
  newsroom: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Forms that readers send (server/http/forms/reader-form-handler.ts). */
  form: (req: IncomingMessage, res: ServerResponse, path: string) => Promise<void>
  /** Finds the page of a preview link; null for an invalid link. Left out: there are no preview links. */
  preview?: (token: string) => Promise<PreviewPage | null>
  /** Sends static files; calls `next` when there is no such file. */
  files: (req: IncomingMessage, res: ServerResponse, otherwise: () => void) => void
  /** Editions for readers who save data. Left out: all readers get the same. */
  dataSaver?: DataSaverEditions
  /** Rendered at the start, because nothing else may work when it is needed. */
  unavailable: () => CachedPage | null
  /**
   * The robots.txt that was rendered at the start. A crawler that gets a 5xx for it stays away from the whole site
   * (RFC 9309, 2.3.1.4), so the last successful one is served, and before that this one.
   */
  robots?: () => CachedPage | null
  /**
   * The status of a failed render: 503 when the client should retry (overload, no database), 500 for a fault of the
   * server. Left out: 503.
   */
  failureStatus?: (error: unknown) => 500 | 503
  /** Headers for a CDN. Left out: there is no CDN. */
  cdnHeaders?: (cachedPage: CachedPage, isStale: boolean) => Record<string, string>
  /** Counts a reading. Left out: readings are not counted. */
  countRead?: (id: number, req: IncomingMessage) => void
  /**
   * The key file at the root that proves to a search engine whose site it is; it keeps its spelling, while other
   * addresses are in small letters.
   */
  keyFile?: { path: string; text: string } | null
  /** Limits guesses of photocard codes. Left out: there is no limit. */
  rateLimiter?: Pick<RateLimiter, 'consume' | 'refund' | 'penalise'>
  /** The answer of /healthz. */
  health?: () => Promise<object>
  onError: (error: unknown, path: string) => void
}

const healthPath = '/healthz'

// The cache is keyed by canonical addresses, so a cached address needs no parsing, except internal documents, which
// no reader may request, and searches and codes, which get one more header.
const isCacheableTarget = (target: string) =>
  !target.startsWith('/internal/') &&
  !target.startsWith('/search') &&
  !target.startsWith(verifyBasePath)
const isReadMethod = (req: IncomingMessage) => req.method === 'GET' || req.method === 'HEAD'

function hasSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  let count = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1
  }
  return count > 1
}

/** Handles a request: readers' documents from the page cache, everything else from files or from Next. */
export function readerHandler(options: HandlerOptions): RequestListener {
  const { pageCache, next, newsroom, files, dataSaver, unavailable, onError } = options

  const sendUnavailable = (req: IncomingMessage, res: ServerResponse, error: unknown) => {
    const errorPage = unavailable()
    const cause = error instanceof RenderFailedError ? error.cause : error
    const status = options.failureStatus?.(cause) ?? 503
    if (errorPage) sendPage(req, res, errorPage, { status })
    else sendPlain(res, status, toBengaliDigits(status))
  }

  const send = (
    req: IncomingMessage,
    res: ServerResponse,
    cachedPage: CachedPage,
    isStale = !pageCache.isFresh(cachedPage),
  ) => {
    const headers = options.cdnHeaders?.(cachedPage, isStale)
    sendPage(req, res, cachedPage, {
      isStale,
      cdnHeaders: headers && Object.entries(headers).flat(),
    })
  }

  let lastRobots: CachedPage | null = null

  const findPage = async (path: string) => {
    if (path !== robotsPath) return pageCache.get(path)
    try {
      lastRobots = await pageCache.get(path)
      return lastRobots
    } catch (error) {
      const fallback = lastRobots ?? options.robots?.()
      if (!fallback) throw error
      return fallback
    }
  }

  /** Sends the file; false when there is no such file. */
  const trySendFile = (req: IncomingMessage, res: ServerResponse) =>
    new Promise<boolean>((resolve) => {
      res.once('close', () => resolve(true))
      files(req, res, () => resolve(false))
    })

  /** Answers the verification of a photocard code; a client with too many unknown codes has to wait. */
  const sendVerification = async (req: IncomingMessage, res: ServerResponse, path: string) => {
    const { rateLimiter } = options
    const isCounted = rateLimiter && path !== verifyBasePath && !pageCache.has(path)
    const waitMs = isCounted ? await rateLimiter.consume(req) : 0
    if (waitMs > 0) {
      res.setHeader('Retry-After', Math.ceil(waitMs / 1_000))
      sendPage(req, res, await pageCache.get(tooManyPath), { status: 429, isCacheable: false })
      return
    }
    const cachedPage = await pageCache.get(path)
    if (isCounted && cachedPage.status === 404) void rateLimiter.penalise(req)
    else if (isCounted) rateLimiter.refund(req)
    send(req, res, dataSaver && wantsDataSaver(req) ? await dataSaver.of(cachedPage) : cachedPage)
  }

  const respond = async (req: IncomingMessage, res: ServerResponse, address: RequestAddress) => {
    if (address.kind === 'newsroom') {
      await newsroom(req, res)
      return
    }
    if (address.kind === 'pass') {
      removeFrameworkHeaders(req)
      await next(req, res)
      return
    }
    if (address.kind === 'form') {
      await options.form(req, res, address.path)
      return
    }
    if (address.kind === 'beacon') {
      handleReadCount(req, res, address.id, options.countRead ?? (() => {}))
      return
    }
    if (!isReadMethod(req)) {
      res.setHeader('Allow', 'GET, HEAD')
      sendPlain(res, 405, toBengaliDigits(405))
      return
    }
    const redirect = await findRedirectPage(pageCache, req.url ?? '/', address)
    if (redirect) {
      send(req, res, redirect)
      return
    }
    if (address.kind === 'moved') {
      sendRedirect(res, 301, address.path)
      return
    }
    if (address.kind === 'preview') {
      overrideHeaders(res, previewLinkHeaders)
      const page = address.token && (await options.preview?.(address.token))
      if (page) await sendPreview(req, res, page)
      // All invalid links get the same answer.
      else sendPage(req, res, await pageCache.get(notFoundPath), { isCacheable: false })
      return
    }
    // Search results are not indexed; crawlers that do not parse the page read the header.
    if (isSearch(address) || isVerification(address)) res.setHeader('X-Robots-Tag', 'noindex')
    if (address.kind === 'document' && isVerification(address)) {
      await sendVerification(req, res, address.path)
      return
    }
    if (address.kind === 'file' && (await trySendFile(req, res))) return
    const found = await findPage(address.kind === 'document' ? address.path : notFoundPath)
    const repaired =
      found.status === 404 && address.kind === 'document'
        ? await findRepaired(pageCache, address.path)
        : null
    const own = repaired ?? found
    const cachedPage = own.location === null ? own : await resolveRedirectChain(pageCache, own)
    const edition = dataSaver && wantsDataSaver(req) ? await dataSaver.of(cachedPage) : cachedPage
    // Another instance may have the file during a rollout, so nobody may cache that it is missing.
    if (address.kind === 'file') sendPage(req, res, edition, { isCacheable: false })
    else send(req, res, edition)
  }

  return (req, res) => {
    if (hasSeveralHosts(req)) {
      // It is unknown which of the two a proxy in front used (RFC 9112, 3.2).
      sendPlain(res, 400, toBengaliDigits(400))
      return
    }
    req.url = originForm(req.url ?? '/')
    if (options.health && req.url === healthPath) {
      void options.health().then((report) => sendJson(res, report))
      return
    }
    if (options.keyFile && req.url === options.keyFile.path && isReadMethod(req)) {
      sendText(res, options.keyFile.text)
      return
    }
    const target = req.url
    // The path of nearly every request: nothing is awaited, read or decided.
    const fresh =
      isCacheableTarget(target) &&
      isReadMethod(req) &&
      !wantsDataSaver(req) &&
      pageCache.findFresh(target)
    if (fresh && fresh.location === null) {
      send(req, res, fresh, false)
      return
    }
    respond(req, res, readAddress(target)).catch((error: unknown) => {
      // The error is logged already.
      if (!(error instanceof RenderFailedError)) onError(error, target)
      if (!res.headersSent) sendUnavailable(req, res, error)
      else res.destroy()
    })
  }
}
