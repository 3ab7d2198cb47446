import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type TimedResponse = {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** From the asking to the last byte. */
  ms: number
}

export type TimedRequestOptions = {
  headers?: Record<string, string>
  method?: string
  agent?: Agent
  /** After so long nobody waits any more: the question fails. */
  timeoutMs?: number
}

/** Connections are kept, as a proxy keeps them; bounded only by what a test asks at once. */
const keepAliveAgent = new Agent({ keepAlive: true, maxSockets: 2_000 })

/**
 * Asks a server of this machine by hand: fetch would decode bodies and add conditions of its own.
 * @throws Error when the connection breaks or nothing comes in time
 */
export function timedRequest(
  port: number,
  path: string,
  {
    headers = {},
    method = 'GET',
    agent = keepAliveAgent,
    timeoutMs = 20_000,
  }: TimedRequestOptions = {},
): Promise<TimedResponse> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers, agent, signal },
      (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            text: Buffer.concat(parts).toString(),
            ms: performance.now() - began,
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })
}
