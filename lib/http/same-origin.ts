import type { IncomingHttpHeaders } from 'node:http'

const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether the request is allowed: a read always, a write only from a page of the same origin. The browser sends the
 * origin itself. A page of another origin can submit a form with an editor's cookies, but cannot forge the origin.
 *
 * @param host the paper's own, with its port when it has one; a proxy may have changed the Host that arrives here
 */
export function isSameOriginRequest(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  host: string,
): boolean {
  if (safeMethods.includes(method ?? 'GET')) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  // Browsers before 2023 send no Sec-Fetch-Site; all send Origin with a write.
  const { origin } = headers
  if (!origin || !URL.canParse(origin)) return false
  return [host, headers.host].includes(new URL(origin).host)
}
