import { Agent, type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'

export type TimedResponse = {
  status: number
  headers: IncomingHttpHeaders
  /** As it was sent, perhaps compressed. */
  body: Buffer
  text: string
  /** From the request to the last byte. */
  ms: number
}

export type TimedRequestOptions = Omit<RequestOptions, 'port' | 'path' | 'signal'> & {
  /** The request fails after so long. */
  timeoutMs?: number
  body?: string | Buffer
}

/** Connections are kept, as a proxy keeps them; bounded only by what a test asks at once. */
const keepAliveAgent = new Agent({ keepAlive: true, maxSockets: 2_000 })

/**
 * Sends a request to a server of this machine: `fetch` would normalise the address, decode the body and add headers.
 * @throws Error when the connection breaks or nothing comes in time
 */
export function timedRequest(
  port: number,
  path: string,
  { timeoutMs = 20_000, body, ...options }: TimedRequestOptions = {},
): Promise<TimedResponse> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const address = { host: '127.0.0.1', port, path, agent: keepAliveAgent, signal }
    const outgoing = request({ ...address, ...options }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      res.on('end', () => {
        const received = Buffer.concat(parts)
        const { statusCode: status = 0, headers } = res
        resolve({
          status,
          headers,
          body: received,
          text: String(received),
          ms: performance.now() - began,
        })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
