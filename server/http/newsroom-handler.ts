import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { privateNoStore } from '@/lib/http/cache-lifetimes'
import { isSameOriginRequest } from '@/lib/http/same-origin'
import { requests } from '@/messages/bn.json'
import { clientAddress } from '@/server/rate-limit/client-address'
import { hasReadableFormType, removeMalformedFrameworkHeaders } from './forms/framework-headers'
import { refuseUnreadableForms } from './forms/unreadable-forms'
import { type HeaderOverrides, overrideHeaders } from './override-headers'
import { sendPlain } from './response'

export type NewsroomOptions = {
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  /** Whose X-Forwarded-For is believed. */
  proxies: BlockList
  /** The host readers know the paper by, with its port when it has one. */
  host: string
  /** Whether the database answers, and has for some seconds. */
  isDatabaseSettled: () => boolean
}

const retryAfterSeconds = 5

/** What fails while the database restarts has not failed for good: 503 in place of 500, and when to come again. */
function retryWithoutDatabase(res: ServerResponse, isDatabaseSettled: () => boolean): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || isDatabaseSettled()) return writeHead(status, ...rest)
    res.setHeader('Retry-After', retryAfterSeconds)
    return writeHead(503, ...rest)
  }) as typeof res.writeHead
}

/** On every answer, whatever the page says of itself: nobody keeps it, indexes it, or shows it in a frame of theirs. */
const headerOverrides: HeaderOverrides = [
  ['Cache-Control', privateNoStore],
  ['X-Robots-Tag', 'noindex'],
  // Not "no-referrer": with that, browsers say "Origin: null" of our own forms.
  ['Referrer-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  [
    'Content-Security-Policy',
    "frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'",
  ],
]

/**
 * The newsroom's way in: untouched to Next, save that what a proxy or a visitor may pretend is replaced by what we know.
 * Pages find the visitor's address in `x-forwarded-for` and their own in `x-newsroom-path`.
 */
export function newsroomHandler({ next, proxies, host, isDatabaseSettled }: NewsroomOptions) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    overrideHeaders(res, headerOverrides)
    if (!isSameOriginRequest(req.method, req.headers, host)) {
      sendPlain(res, 403, requests.otherSite)
      return
    }
    if (!hasReadableFormType(req)) {
      sendPlain(res, 400, requests.malformedForm)
      return
    }
    removeMalformedFrameworkHeaders(req)
    retryWithoutDatabase(res, isDatabaseSettled)
    refuseUnreadableForms(req, res)
    req.headers['x-forwarded-for'] = clientAddress(req, proxies)
    req.headers['x-newsroom-path'] = req.url ?? '/newsroom'
    delete req.headers['x-forwarded-host']
    await next(req, res)
  }
}
