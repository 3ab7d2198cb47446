import 'server-only'
import { PermanentDeliveryError, RetryAfterError } from './notification-channel'

const timeoutMs = 20_000
const maxRetryAfterSeconds = 24 * 3_600

export type DeliveryResponse = { status: number; retryAfter: string | null }

/** Posts to another server without following redirects. @throws Error when no response arrives in time */
export async function postToEndpoint(
  url: string,
  { type, body }: { type: string; body: string },
  signal: AbortSignal,
): Promise<DeliveryResponse> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  const headers = { 'Content-Type': type, 'User-Agent': 'Dainik' }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: limit,
    })
    await response.body?.cancel()
    return { status: response.status, retryAfter: response.headers.get('retry-after') }
  } catch (error) {
    const { host } = new URL(url)
    throw new Error(`${host} does not answer`, { cause: error })
  }
}

/**
 * The seconds of a Retry-After header, given as a number or a date; null for anything else.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null
  const text = header.trim()
  const isDate = /^[A-Z][a-z]+, /.test(text)
  const atMs = isDate ? Date.parse(text) : Number.NaN
  const seconds = /^\d+$/.test(text) ? Number(text) : (atMs - nowMs) / 1_000
  if (Number.isNaN(seconds)) return null
  return Math.min(Math.max(Math.ceil(seconds), 1), maxRetryAfterSeconds)
}

/** @throws RetryAfterError to wait as told, PermanentDeliveryError when refused for good, Error to retry */
export function assertDelivered({ status, retryAfter }: DeliveryResponse, recipient: string): void {
  if (status >= 200 && status < 300) return
  const message = `${recipient} answers ${status}`
  const seconds = parseRetryAfter(retryAfter, Date.now())
  const isTemporary = status === 408 || status === 425 || status === 429 || status >= 500
  if (!isTemporary) throw new PermanentDeliveryError(message)
  throw seconds === null ? new Error(message) : new RetryAfterError(message, seconds)
}
