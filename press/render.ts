import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import inject, { type Response as Injected } from 'light-my-request'
import { blankSheet, type Sheet, withSheet } from '../lib/document/sheet'

/** What Next made of an address, and what the page or route handler said of itself. */
export type Render = {
  status: number
  /** The body's media type, as the header says it. */
  type: string
  body: Buffer
  location: string | null
  sheet: Sheet
}

/** `headers`: what the request says of who asks; nothing for a readers' document, which is the same for all. */
export type Renderer = (path: string, headers?: Record<string, string>) => Promise<Render>

/** Where a page of the newsroom leads who is not signed in. */
const leadsTo = ({ statusCode, headers }: Injected) =>
  statusCode >= 300 && statusCode < 400 && headers.location ? String(headers.location) : null

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>

/**
 * A renderer on Next's request handler. The request is the press's own, without cookies, conditions or encodings of
 * any reader: the document must be the same for all, and goes on being made when a reader hangs up. A preview's says
 * whose it is.
 */
export function rendererOn(next: NextHandler, host: string): Renderer {
  return async (path, headers = {}) => {
    const sheet = blankSheet()
    const listener: RequestListener = (req, res) => {
      withSheet(sheet, () => next(req, res)).catch((error: unknown) => res.destroy(error as Error))
    }
    const answer = await inject(listener, {
      method: 'GET',
      url: path,
      headers: { ...headers, host, accept: 'text/html,*/*;q=0.8' },
    })
    const said = sheet.status === 200 ? answer.statusCode : sheet.status
    return {
      status: answer.statusCode >= 500 ? answer.statusCode : said,
      type: String(answer.headers['content-type'] ?? 'application/octet-stream'),
      body: answer.rawPayload,
      location: sheet.location ?? leadsTo(answer),
      sheet,
    }
  }
}
