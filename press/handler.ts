import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { toBengaliDigits } from '../lib/bengali/digits'
import { type Address, isSearch, readAddress } from './address'
import { sendDocument, sendJson, sendPlain, sendRedirect } from './answer'
import type { PressDocument } from './document'
import type { Press } from './press'

export type HandlerOptions = {
  press: Press
  /** Next's own handler, for all that is not a reader's document. */
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  /** Files that never change under their name; calls on when it has none. */
  files: (req: IncomingMessage, res: ServerResponse, otherwise: () => void) => void
  /** Drawn beforehand, because when it is needed nothing else may work. */
  unavailable: () => PressDocument | null
  /** 503 when waiting may help (overload, no database), 500 when the fault is ours; left out: 503. */
  failureStatus?: () => 500 | 503
  /** What an edge needs to know of a document; left out: there is none. */
  edgeHeaders?: (document: PressDocument, isStale: boolean) => Record<string, string>
  /** What a probe is told at /healthz. */
  health?: () => object
  onError: (error: unknown, path: string) => void
}

/** The address no reader can type, under which the drawn not-found page is kept. */
export const notFoundPath = '/internal/not-found'
export const unavailablePath = '/internal/unavailable'
const healthPath = '/healthz'

const isRead = (req: IncomingMessage) => req.method === 'GET' || req.method === 'HEAD'

/** Readers' documents from the press; all else from files or from Next, untouched. */
export function readerHandler(options: HandlerOptions): RequestListener {
  const { press, next, files, unavailable, onError } = options

  const sendUnavailable = (req: IncomingMessage, res: ServerResponse) => {
    const drawn = unavailable()
    const status = options.failureStatus?.() ?? 503
    if (drawn) sendDocument(req, res, drawn, status)
    else sendPlain(res, status, toBengaliDigits(status))
  }

  const send = (req: IncomingMessage, res: ServerResponse, document: PressDocument) => {
    const edge = options.edgeHeaders?.(document, !press.isFresh(document))
    sendDocument(req, res, document, document.status, edge)
  }

  const answer = async (req: IncomingMessage, res: ServerResponse, address: Address) => {
    if (address.kind === 'pass') {
      files(req, res, () => void next(req, res).catch((error) => onError(error, req.url ?? '')))
      return
    }
    if (!isRead(req)) {
      res.setHeader('Allow', 'GET, HEAD')
      sendPlain(res, 405, toBengaliDigits(405))
      return
    }
    if (address.kind === 'moved') {
      sendRedirect(res, 301, address.path)
      return
    }
    // Results are not stories; the header says it to crawlers that do not read the page.
    if (isSearch(address)) res.setHeader('X-Robots-Tag', 'noindex')
    const document = await press.get(address.kind === 'document' ? address.path : notFoundPath)
    if (document) send(req, res, document)
    else sendUnavailable(req, res)
  }

  return (req, res) => {
    if (options.health && req.url === healthPath) {
      sendJson(res, options.health())
      return
    }
    const address = readAddress(req.url ?? '/')
    // The way of nearly every request: nothing to wait for, nothing to look up.
    const ready = address.kind === 'document' && isRead(req) && press.ready(address.path)
    if (ready && !isSearch(address)) {
      send(req, res, ready)
      return
    }
    answer(req, res, address).catch((error: unknown) => {
      onError(error, req.url ?? '')
      if (!res.headersSent) sendUnavailable(req, res)
      else res.destroy()
    })
  }
}
