import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { toBengaliDigits } from '../lib/bengali/digits'
import { verifyAddress } from '../lib/document/verify-address'
import { type Address, isSearch, isVerification, originForm, readAddress } from './address'
import { sendDocument, sendJson, sendPlain, sendRedirect, sendText } from './answer'
import type { PressDocument } from './document'
import type { Guesses } from './guesses'
import { insist } from './insist'
import { type LiteEditions, wantsLite } from './lite'
import { findMoved } from './moved'
import { inOneHop } from './one-hop'
import { notFoundPath, robotsPath, tooManyPath } from './own-paths'
import { NotMade, type Press } from './press'
import { linkManners, type PreviewPage, sendPreview } from './preview'
import { answerBeacon } from './read-door'

export type HandlerOptions = {
  press: Press
  /** Next's own handler, for all that is not a reader's document. */
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  /** Editors' pages, which are Next's as well, under rules of their own. */
  newsroom: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** What a link to a story that readers do not have shows; null where it leads nowhere. Left out: there are none. */
  preview?: (token: string) => Promise<PreviewPage | null>
  /** Files that never change under their name; calls on when it has none. */
  files: (req: IncomingMessage, res: ServerResponse, otherwise: () => void) => void
  /** Editions for readers who save data; without them they get what all get. */
  lite?: LiteEditions
  /** Drawn beforehand, because when it is needed nothing else may work. */
  unavailable: () => PressDocument | null
  /**
   * The robots.txt that was drawn when the press began. A crawler that is answered 5xx there stays away from the whole
   * site (RFC 9309, 2.3.1.4), so the last one that could be made stands in, and before that this.
   */
  robots?: () => PressDocument | null
  /** 503 when waiting may help (overload, no database), 500 when the fault is ours; left out: 503. */
  failureStatus?: (error: unknown) => 500 | 503
  /** What an edge needs to know of a document; left out: there is none. */
  edgeHeaders?: (document: PressDocument, isStale: boolean) => Record<string, string>
  /** Hears that a story was read; left out: nobody counts. */
  countRead?: (id: number) => void
  /** A file at the root by which a search engine knows whose site it is: as written, while addresses are in small letters. */
  keyFile?: { path: string; text: string } | null
  /** Holds up who walks through photocards' codes; left out: nobody is. */
  guesses?: Pick<Guesses, 'take' | 'giveBack' | 'tell'>
  /** What a probe is told at /healthz. */
  health?: () => Promise<object>
  onError: (error: unknown, path: string) => void
}

const healthPath = '/healthz'

// A document is kept under its own address, so what is kept needs no reading, save for the press's own
// documents, which no reader may ask for, and searches and codes, which have a header more.
const isOwnAddress = (target: string) =>
  !target.startsWith('/internal/') &&
  !target.startsWith('/search') &&
  !target.startsWith(verifyAddress)
const isRead = (req: IncomingMessage) => req.method === 'GET' || req.method === 'HEAD'

/** Readers' documents from the press; all else from files or from Next, untouched. */
export function readerHandler(options: HandlerOptions): RequestListener {
  const { press, next, newsroom, files, lite, unavailable, onError } = options

  const sendUnavailable = (req: IncomingMessage, res: ServerResponse, error: unknown) => {
    const drawn = unavailable()
    const cause = error instanceof NotMade ? error.cause : error
    const status = options.failureStatus?.(cause) ?? 503
    if (drawn) sendDocument(req, res, drawn, { status })
    else sendPlain(res, status, toBengaliDigits(status))
  }

  const send = (
    req: IncomingMessage,
    res: ServerResponse,
    document: PressDocument,
    isStale = !press.isFresh(document),
  ) => {
    const edge = options.edgeHeaders?.(document, isStale)
    sendDocument(req, res, document, { isStale, edgeHeaders: edge && Object.entries(edge).flat() })
  }

  let lastRobots: PressDocument | null = null

  const find = async (path: string) => {
    if (path !== robotsPath) return press.get(path)
    try {
      lastRobots = await press.get(path)
      return lastRobots
    } catch (error) {
      const standIn = lastRobots ?? options.robots?.()
      if (!standIn) throw error
      return standIn
    }
  }

  /** Sends the file, or answers false where there is none. */
  const isFile = (req: IncomingMessage, res: ServerResponse) =>
    new Promise<boolean>((resolve) => {
      res.once('close', () => resolve(true))
      files(req, res, () => resolve(false))
    })

  /** What is known of a photocard's code; who has had too many looked for that are none waits before the next. */
  const answerCode = async (req: IncomingMessage, res: ServerResponse, path: string) => {
    const { guesses } = options
    const isGuess = guesses && path !== verifyAddress && !press.holds(path)
    const waitMs = isGuess ? await guesses.take(req) : 0
    if (waitMs > 0) {
      res.setHeader('Retry-After', Math.ceil(waitMs / 1_000))
      sendDocument(req, res, await press.get(tooManyPath), { status: 429, isKept: false })
      return
    }
    const document = await press.get(path)
    if (isGuess && document.status === 404) void guesses.tell(req)
    else if (isGuess) guesses.giveBack(req)
    send(req, res, lite && wantsLite(req) ? await lite.of(document) : document)
  }

  const answer = async (req: IncomingMessage, res: ServerResponse, address: Address) => {
    if (address.kind === 'pass' || address.kind === 'newsroom') {
      await (address.kind === 'pass' ? next : newsroom)(req, res)
      return
    }
    if (address.kind === 'beacon') {
      answerBeacon(req, res, address.id, options.countRead ?? (() => {}))
      return
    }
    if (!isRead(req)) {
      res.setHeader('Allow', 'GET, HEAD')
      sendPlain(res, 405, toBengaliDigits(405))
      return
    }
    const moved = await findMoved(press, req.url ?? '/', address)
    if (moved) {
      send(req, res, moved)
      return
    }
    if (address.kind === 'moved') {
      sendRedirect(res, 301, address.path)
      return
    }
    if (address.kind === 'preview') {
      insist(res, linkManners)
      const page = address.token && (await options.preview?.(address.token))
      if (page) await sendPreview(req, res, page)
      // Whatever a link lacks: one answer.
      else sendDocument(req, res, await press.get(notFoundPath), { isKept: false })
      return
    }
    // Results are not stories; the header says it to crawlers that do not read the page.
    if (isSearch(address) || isVerification(address)) res.setHeader('X-Robots-Tag', 'noindex')
    if (address.kind === 'document' && isVerification(address)) {
      await answerCode(req, res, address.path)
      return
    }
    if (address.kind === 'file' && (await isFile(req, res))) return
    const own = await find(address.kind === 'document' ? address.path : notFoundPath)
    const document = own.location === null ? own : await inOneHop(press, own)
    const edition = lite && wantsLite(req) ? await lite.of(document) : document
    // Another instance, of the build that is just being rolled out, may have the file: nobody may keep that it is missing.
    if (address.kind === 'file') sendDocument(req, res, edition, { isKept: false })
    else send(req, res, edition)
  }

  return (req, res) => {
    req.url = originForm(req.url ?? '/')
    if (options.health && req.url === healthPath) {
      void options.health().then((said) => sendJson(res, said))
      return
    }
    if (options.keyFile && req.url === options.keyFile.path && isRead(req)) {
      sendText(res, options.keyFile.text)
      return
    }
    const target = req.url
    // The way of nearly every request: nothing to wait for, nothing to read or decide.
    const ready = isOwnAddress(target) && isRead(req) && !wantsLite(req) && press.ready(target)
    if (ready && ready.location === null) {
      send(req, res, ready, false)
      return
    }
    answer(req, res, readAddress(target)).catch((error: unknown) => {
      // The press has told of it.
      if (!(error instanceof NotMade)) onError(error, target)
      if (!res.headersSent) sendUnavailable(req, res, error)
      else res.destroy()
    })
  }
}
