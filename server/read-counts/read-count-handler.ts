import type { IncomingMessage, ServerResponse } from 'node:http'
import { isbot } from 'isbot'
import { noStore } from '@/lib/http/cache-lifetimes'
import { wantsDataSaver } from '@/server/page-cache/data-saver'

/** The response to a beacon; its body is never read. */
function statusOf(req: IncomingMessage, id: number | null): number {
  if (req.method !== 'POST') return 405
  if (Number(req.headers['content-length'] ?? 0) > 0 || req.headers['transfer-encoding']) return 413
  // Browsers send the origin; pages of other sites may not count readings.
  if ((req.headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') return 403
  return id === null ? 400 : 204
}

/** Whether the reader asked not to be counted: Do Not Track, Global Privacy Control, or data being saved. */
const hasOptedOut = (req: IncomingMessage) =>
  req.headers.dnt === '1' || req.headers['sec-gpc'] === '1' || wantsDataSaver(req)

/** Crawlers run scripts as well and are not counted. */
const isReader = (req: IncomingMessage) => !isbot(req.headers['user-agent']) && !hasOptedOut(req)

/** Answers a beacon and counts the reading if it is valid. `id` is null for a number that no story can have. */
export function handleReadCount(
  req: IncomingMessage,
  res: ServerResponse,
  id: number | null,
  count: (id: number, req: IncomingMessage) => void,
): void {
  const status = statusOf(req, id)
  if (status === 204 && id !== null && isReader(req)) count(id, req)
  res.writeHead(status, {
    'Cache-Control': noStore,
    ...(status !== 204 && { 'Content-Length': 0 }),
    ...(status === 405 && { Allow: 'POST' }),
    // The rest of the request body is not awaited.
    ...(status === 413 && { Connection: 'close' }),
  })
  res.end()
}
