import type { IncomingMessage } from 'node:http'

/** Why there is no body: it is too large, it did not arrive in time, or the connection is closed. */
export type BodyFault = 'tooLarge' | 'tooSlow' | 'closed'

type BodyLimits = { maxBytes: number; timeoutMs: number }

// Bytes beyond the limit are read and dropped, so that the client reads the response instead of a reset connection.
const maxDroppedBytes = 4 * 1024 * 1024

/** Reads a request's body, and keeps no more of it than `maxBytes`. Closes the connection on much more than that. */
export function readRequestBody(
  req: IncomingMessage,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<Buffer | BodyFault> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => resolve('tooSlow'), timeoutMs)
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
      else chunks.length = 0
      if (size > maxDroppedBytes) req.destroy()
    })
    req.once('end', () => resolve(size <= maxBytes ? Buffer.concat(chunks) : 'tooLarge'))
    // The event 'close' follows this one.
    req.once('error', () => {})
    req.once('close', () => {
      clearTimeout(timer)
      resolve('closed')
    })
  })
}
