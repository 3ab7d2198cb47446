/** The error of a target that rejected a purge. */
export class PurgeRejectedError extends Error {
  constructor(
    name: string,
    readonly status: number,
    response: string,
    /** How long the target asks clients to wait, in milliseconds. */
    readonly retryAfterMs: number,
  ) {
    super(`${name} did not purge: ${status} ${response.slice(0, 200)}`)
    this.name = 'DoorRefused'
  }
}

const timeoutMs = 5_000

export type PurgeRequest = {
  method: 'PURGE' | 'POST'
  headers: Record<string, string>
  body?: string
}

/**
 * Sends a purge request to a target and returns its answer.
 * @throws PurgeRejectedError for any status but 2xx
 */
export async function sendPurgeRequest(
  name: string,
  url: string,
  message: PurgeRequest,
): Promise<string> {
  const response = await fetch(url, {
    ...message,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const text = await response.text()
  if (response.ok) return text
  const waitSeconds = Number(response.headers.get('retry-after') ?? 0)
  throw new PurgeRejectedError(name, response.status, text, (waitSeconds || 0) * 1000)
}
