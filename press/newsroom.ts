import type {
  IncomingMessage,
  OutgoingHttpHeader,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'
import type { BlockList } from 'node:net'
import { isFromOurPages } from '../lib/auth/same-site'
import { visitorAddress } from './visitor'

export type NewsroomOptions = {
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  /** Whose X-Forwarded-For is believed. */
  proxies: BlockList
  /** The host readers know the paper by, with its port when it has one. */
  host: string
}

/** On every answer, whatever the page says of itself: nobody keeps it, indexes it, or shows it in a frame of theirs. */
const manners: [name: string, value: string][] = [
  ['Cache-Control', 'private, no-store'],
  ['X-Robots-Tag', 'noindex'],
  // Not "no-referrer": with that, browsers say "Origin: null" of our own forms.
  ['Referrer-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  [
    'Content-Security-Policy',
    "frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'",
  ],
]

const isOurs = (name: unknown) =>
  manners.some(([ours]) => ours.toLowerCase() === String(name).toLowerCase())

/** Headers as `writeHead` takes them, an object or names and values in turn, without those that are ours to say. */
function withoutOurs(headers: OutgoingHttpHeaders | OutgoingHttpHeader[]) {
  if (Array.isArray(headers)) {
    return headers.filter((_, index) => !isOurs(headers[index - (index % 2)]))
  }
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isOurs(name)))
}

type Headed = [status: number, ...(string | OutgoingHttpHeaders | OutgoingHttpHeader[])[]]

/** Sets the headers last, after the page has set its own in whichever way. */
function insist(res: ServerResponse): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  res.writeHead = ((...[status, ...rest]: Headed) => {
    for (const [name, value] of manners) res.setHeader(name, value)
    const theirs = rest.map((each) => (typeof each === 'object' ? withoutOurs(each) : each))
    return writeHead(status, ...theirs)
  }) as typeof res.writeHead
}

/**
 * The newsroom's way in: untouched to Next, save that what a proxy or a visitor may pretend is replaced by what we know.
 * Pages find the visitor's address in `x-forwarded-for` and their own in `x-newsroom-path`.
 */
export function newsroomDoor({ next, proxies, host }: NewsroomOptions) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    insist(res)
    if (!isFromOurPages(req.method, req.headers, host)) {
      res.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end('৪০৩')
      return
    }
    req.headers['x-forwarded-for'] = visitorAddress(req, proxies)
    req.headers['x-newsroom-path'] = req.url ?? '/newsroom'
    delete req.headers['x-forwarded-host']
    await next(req, res)
  }
}
