import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { privateNoStore } from '@/lib/http/cache-lifetimes'
import { formMediaType, maxReaderFormBytes } from '@/lib/http/form-body'
import { isSameOriginRequest } from '@/lib/http/same-origin'
import type { FormRefusal, RefusedForm } from '@/lib/render-context/render-context'
import { formRoutePath } from '@/server/http/internal-paths'
import { type HeaderOverrides, overrideHeaders } from '@/server/http/override-headers'
import { type PreviewPage, sendPreview } from '@/server/http/preview'
import { sendPlain } from '@/server/http/response'
import { clientAddress } from '@/server/rate-limit/client-address'
import type { RenderRequest, RenderResult } from '@/server/render/renderer'
import { readRequestBody } from './read-request-body'

export type ReaderFormOptions = {
  /** Renders the page of a form. */
  render: (path: string, request: RenderRequest) => Promise<RenderResult>
  /** Runs the route that takes a form. It may wait for an invalidation, so it must not hold up renders. */
  submit: (path: string, request: RenderRequest) => Promise<RenderResult>
  /** Turns a render into the page that is sent. */
  toPage: (rendered: RenderResult) => PreviewPage
  /** The proxies whose X-Forwarded-For is trusted. */
  proxies: BlockList
  /** The paper's own host, with its port when it has one. */
  host: string
  /** How long a form may take to arrive. */
  timeoutMs?: number
}

/** On every response: no cache stores it, no search engine lists it, no other site shows it in a frame. */
const headerOverrides: HeaderOverrides = [
  ['Cache-Control', privateNoStore],
  ['X-Robots-Tag', 'noindex'],
  // With "no-referrer", browsers send "Origin: null" with the paper's own forms.
  ['Referrer-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  [
    'Content-Security-Policy',
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
  ],
]

const slowestUploadMs = 20_000

const unread = (status: RefusedForm['status'], reason: FormRefusal): RefusedForm => ({
  status,
  reason,
  fields: [],
  values: {},
  token: null,
})

const isForm = ({ headers }: IncomingMessage) =>
  headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === formMediaType

/**
 * Forms that readers send. GET renders the form; POST checks the origin and the size, runs the form's route in
 * app/(reader)/internal/forms, and answers with its redirect (303), or with the form again and the refusal's status.
 * Nothing is stored by a cache, on either way.
 *
 * @see docs/decisions/024-public-actor.md
 */
export function readerFormHandler(options: ReaderFormOptions) {
  const { render, submit, toPage, proxies, host, timeoutMs = slowestUploadMs } = options

  /** The redirect of the route that accepted the form, or the refused form; null where no form is accepted. */
  const receive = async (
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
  ): Promise<RenderResult | RefusedForm | 'closed' | null> => {
    // A form of another site is not read: what it holds must not be shown as if the reader had typed it.
    if (!isSameOriginRequest(req.method, req.headers, host)) return unread(403, 'crossSite')
    if (!isForm(req)) return unread(415, 'unreadable')
    const body = await readRequestBody(req, { maxBytes: maxReaderFormBytes, timeoutMs })
    if (body === 'closed') return 'closed'
    if (body === 'tooLarge') return unread(413, 'tooLarge')
    if (body === 'tooSlow') {
      res.setHeader('Connection', 'close')
      return unread(408, 'tooSlow')
    }
    const headers = {
      'content-type': formMediaType,
      'x-forwarded-for': clientAddress(req, proxies),
    }
    const result = await submit(formRoutePath(path), { form: body, headers })
    if (result.status >= 500) throw new Error(`the form's route failed with ${result.status}`)
    return result.location === null ? result.context.refusedForm : result
  }

  return async (req: IncomingMessage, res: ServerResponse, path: string): Promise<void> => {
    overrideHeaders(res, headerOverrides)
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    if (!isRead && req.method !== 'POST') {
      sendNotAllowed(res, 'GET, HEAD, POST')
      return
    }
    const received = isRead ? null : await receive(req, res, path)
    if (received === 'closed') return
    if (received && 'location' in received) {
      await sendPreview(req, res, toPage(received))
      return
    }
    const page = toPage(await render(path, { refusedForm: received }))
    // A missing or withdrawn page has an error page of its own.
    const isFound = page.status === 200
    if (!isRead && !received && isFound) {
      sendNotAllowed(res, 'GET, HEAD')
      return
    }
    if (received?.retryAfterSeconds && isFound)
      res.setHeader('Retry-After', received.retryAfterSeconds)
    await sendPreview(req, res, isFound && received ? { ...page, status: received.status } : page)
  }
}

function sendNotAllowed(res: ServerResponse, methods: string): void {
  res.setHeader('Allow', methods)
  sendPlain(res, 405, toBengaliDigits(405))
}
