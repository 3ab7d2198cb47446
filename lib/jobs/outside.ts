import 'server-only'
import { Hopeless, TryLater } from './channel'

const patienceMs = 20_000
const longestWaitSeconds = 24 * 3_600

export type Sent = { status: number; retryAfter: string | null }

/**
 * What a stranger's server answers; it is not followed elsewhere.
 * @throws Error when no answer comes in time
 */
export async function send(
  url: string,
  { type, body }: { type: string; body: string },
  signal: AbortSignal,
): Promise<Sent> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
  const headers = { 'Content-Type': type, 'User-Agent': 'Dainik' }
  try {
    const response = await fetch(url, {
      ...{ method: 'POST', headers, body },
      ...{ redirect: 'manual', signal: limit },
    })
    await response.body?.cancel()
    return { status: response.status, retryAfter: response.headers.get('retry-after') }
  } catch (error) {
    const { host } = new URL(url)
    throw new Error(`${host} does not answer`, { cause: error })
  }
}

/**
 * How many seconds the header asks to wait: a number of them, or a time. Null when it says neither.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null
  const text = header.trim()
  const isDate = /^[A-Z][a-z]+, /.test(text)
  const atMs = isDate ? Date.parse(text) : Number.NaN
  const seconds = /^\d+$/.test(text) ? Number(text) : (atMs - nowMs) / 1_000
  if (Number.isNaN(seconds)) return null
  return Math.min(Math.max(Math.ceil(seconds), 1), longestWaitSeconds)
}

/**
 * Returns when the telling was taken.
 * @throws TryLater when it is to wait, Hopeless when it was refused for good, Error when it is to be tried again
 */
export function heed({ status, retryAfter }: Sent, who: string): void {
  if (status >= 200 && status < 300) return
  const fault = `${who} answers ${status}`
  const seconds = readRetryAfter(retryAfter, Date.now())
  const mayPass = status === 408 || status === 425 || status === 429 || status >= 500
  if (!mayPass) throw new Hopeless(fault)
  throw seconds === null ? new Error(fault) : new TryLater(fault, seconds)
}
