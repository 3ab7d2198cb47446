import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { privateNoStore } from '@/lib/http/cache-lifetimes'
import { isSameOriginRequest } from '@/lib/http/same-origin'
import { requests } from '@/messages/bn.json'
import { clientAddress } from '@/server/rate-limit/client-address'
import { hasReadableFormType, removeMalformedFrameworkHeaders } from './forms/framework-headers'
import { refuseUnreadableForms } from './forms/unreadable-forms'
import { type HeaderOverrides, overrideHeaders } from './override-headers'
import { isNewsroomPreview } from './preview'
import { sendPlain } from './response'

export type NewsroomOptions = {
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  /** The proxies whose X-Forwarded-For is trusted. */
  proxies: BlockList
  /** The paper's public host, with its port when it has one. */
  host: string
  /** Whether the database has been answering for some seconds. */
  isDatabaseSettled: () => boolean
  isDev?: boolean
}

const retryAfterSeconds = 5

/** Answers 503 with Retry-After in place of 500 while the database restarts: the same request will succeed later. */
function retryWithoutDatabase(res: ServerResponse, isDatabaseSettled: () => boolean): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || isDatabaseSettled()) return writeHead(status, ...rest)
    res.setHeader('Retry-After', retryAfterSeconds)
    return writeHead(503, ...rest)
  }) as typeof res.writeHead
}

/** Headers of every response: it is not cached, not indexed, and not shown in another site's frame. */
const headerOverrides: HeaderOverrides = [
  ['Cache-Control', privateNoStore],
  ['X-Robots-Tag', 'noindex'],
  // With "no-referrer", browsers would send "Origin: null" with the newsroom's own forms.
  ['Referrer-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
]

const basicPolicy = "frame-ancestors 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"

/**
 * The policy of a page: scripts run only with the nonce of this very request, and those that they load. A text that got
 * into a page as markup runs nothing.
 * @see https://www.w3.org/TR/CSP3/#strict-dynamic-usage
 */
const scriptPolicy = (isDev: boolean): string => {
  const nonce = randomBytes(16).toString('base64')
  // React's development build evaluates code for the call stacks of the server.
  const evaluation = isDev ? " 'unsafe-eval'" : ''
  return `${basicPolicy}; script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`
}

/**
 * The newsroom's way in: untouched to Next, save that what a proxy or a visitor may pretend is replaced by what we know.
 * Pages find the visitor's address in `x-forwarded-for` and their own in `x-newsroom-path`.
 */
export function newsroomHandler({
  next,
  proxies,
  host,
  isDatabaseSettled,
  isDev = false,
}: NewsroomOptions) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    // A preview is a page of readers: its scripts are theirs, which carry no nonce.
    const policy = isNewsroomPreview(req) ? basicPolicy : scriptPolicy(isDev)
    overrideHeaders(res, [...headerOverrides, ['Content-Security-Policy', policy]])
    // Next writes the nonce of this header into its scripts; a client's own must not choose it.
    req.headers['content-security-policy'] = policy
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
