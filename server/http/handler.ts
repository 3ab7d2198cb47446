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
  /** Next's own handler, for all that is not a reader's document. */
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  /** Editors' pages, which are Next's as well, under rules of their own. */
  newsroom: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Forms that readers send (server/http/forms/reader-form-handler.ts). */
  form: (req: IncomingMessage, res: ServerResponse, path: string) => Promise<void>
  /** What a link to a story that readers do not have shows; null where it leads nowhere. Left out: there are none. */
  preview?: (token: string) => Promise<PreviewPage | null>
  /** Files that never change under their name; calls on when it has none. */
  files: (req: IncomingMessage, res: ServerResponse, otherwise: () => void) => void
  /** Editions for readers who save data; without them they get what all get. */
  dataSaver?: DataSaverEditions
  /** Drawn beforehand, because when it is needed nothing else may work. */
  unavailable: () => CachedPage | null
  /**
   * The robots.txt that was drawn when the server began. A crawler that is answered 5xx there stays away from the whole
   * site (RFC 9309, 2.3.1.4), so the last one that could be made stands in, and before that this.
   */
  robots?: () => CachedPage | null
  /** 503 when waiting may help (overload, no database), 500 when the fault is ours; left out: 503. */
  failureStatus?: (error: unknown) => 500 | 503
  /** What an edge needs to know of a document; left out: there is none. */
  cdnHeaders?: (cachedPage: CachedPage, isStale: boolean) => Record<string, string>
  /** Hears that a story was read; left out: nobody counts. */
  countRead?: (id: number, req: IncomingMessage) => void
  /** A file at the root by which a search engine knows whose site it is: as written, while addresses are in small letters. */
  keyFile?: { path: string; text: string } | null
  /** Holds up who walks through photocards' codes; left out: nobody is. */
  rateLimiter?: Pick<RateLimiter, 'consume' | 'refund' | 'penalise'>
  /** What a probe is told at /healthz. */
  health?: () => Promise<object>
  onError: (error: unknown, path: string) => void
}

const healthPath = '/healthz'

// A document is kept under its own address, so what is kept needs no reading, save for the server's own
// documents, which no reader may ask for, and searches and codes, which have a header more.
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

/** Readers' documents from the server; all else from files or from Next, untouched. */
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

  /** Sends the file, or answers false where there is none. */
  const trySendFile = (req: IncomingMessage, res: ServerResponse) =>
    new Promise<boolean>((resolve) => {
      res.once('close', () => resolve(true))
      files(req, res, () => resolve(false))
    })

  /** What is known of a photocard's code; who has had too many looked for that are none waits before the next. */
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
      // Whatever a link lacks: one answer.
      else sendPage(req, res, await pageCache.get(notFoundPath), { isCacheable: false })
      return
    }
    // Results are not stories; the header says it to crawlers that do not read the page.
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
    // Another instance, of the build that is just being rolled out, may have the file: nobody may keep that it is missing.
    if (address.kind === 'file') sendPage(req, res, edition, { isCacheable: false })
    else send(req, res, edition)
  }

  return (req, res) => {
    if (hasSeveralHosts(req)) {
      // Which of them a proxy in front went by is not known (RFC 9112, 3.2).
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
    // The way of nearly every request: nothing to wait for, nothing to read or decide.
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
      // The server has told of it.
      if (!(error instanceof RenderFailedError)) onError(error, target)
      if (!res.headersSent) sendUnavailable(req, res, error)
      else res.destroy()
    })
  }
}
