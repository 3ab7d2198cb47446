import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import inject, { type Response as Injected } from 'light-my-request'
import { blankSheet, type Sheet, withSheet } from '../lib/document/sheet'
import { type Bytes, isPage } from './finish'

/** What Next made of an address, and what the page or route handler said of itself. */
export type Render = {
  status: number
  /** The body's media type, as the header says it. */
  type: string
  /** Empty where it was pressed as it came. */
  body: Buffer
  /** A text for programs, which may be far larger than a page: compressed as it came, and nowhere whole. */
  pressed?: Bytes
  location: string | null
  sheet: Sheet
}

/** `headers`: what the request says of who asks; nothing for a readers' document, which is the same for all. */
export type Renderer = (path: string, headers?: Record<string, string>) => Promise<Render>

/** Where a page of the newsroom leads who is not signed in. */
const leadsTo = ({ statusCode, headers }: Injected) =>
  statusCode >= 300 && statusCode < 400 && headers.location ? String(headers.location) : null

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>

/** Compresses a text while it is being made. Left out: texts are taken whole, as pages are. */
type PressText = (text: Readable) => Promise<Bytes>

async function takeBody(text: Readable, type: string, pressText?: PressText) {
  if (!pressText || isPage({ type })) return { body: await buffer(text) }
  return { body: Buffer.alloc(0), pressed: await pressText(text) }
}

/**
 * A renderer on Next's request handler. The request is the press's own, without cookies, conditions or encodings of
 * any reader: the document must be the same for all, and goes on being made when a reader hangs up. A preview's says
 * whose it is.
 */
export function rendererOn(next: NextHandler, host: string, pressText?: PressText): Renderer {
  return async (path, headers = {}) => {
    const sheet = blankSheet()
    const listener: RequestListener = (req, res) => {
      withSheet(sheet, () => next(req, res)).catch((error: unknown) => res.destroy(error as Error))
    }
    const answer = await inject(listener, {
      method: 'GET',
      url: path,
      headers: { ...headers, host, accept: 'text/html,*/*;q=0.8' },
      payloadAsStream: true,
    })
    const type = String(answer.headers['content-type'] ?? 'application/octet-stream')
    // To its end, before the sheet is read: a page may write on it until then.
    const body = await takeBody(answer.stream(), type, pressText)
    const said = sheet.status === 200 ? answer.statusCode : sheet.status
    return {
      status: answer.statusCode >= 500 ? answer.statusCode : said,
      type,
      ...body,
      location: sheet.location ?? leadsTo(answer),
      sheet,
    }
  }
}
