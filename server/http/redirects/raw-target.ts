import type { Duplex } from 'node:stream'
import { TextDecoder } from 'node:util'
import { requests } from '@/messages/bn.json'
import { readAddress } from '@/server/http/address'
import { plainPage } from '@/server/http/response'

// Node's parser takes a target of ASCII only (RFC 9112), and answers 400 to programs that do not encode. Browsers all
// do; simple crawlers and `curl` send an address of Bengali letters as it is written.
const requestLine = /^(?:GET|HEAD) (\/\S*) HTTP\/1\.[01]\r?\n/

const nonAscii = /[^\u0021-\u007e]+/gu

/** The percent-encoded target of a request that was refused because of its letters; null for any other packet. */
export function rawTarget(packet: Buffer): string | null {
  const end = packet.indexOf('\n')
  if (end < 0) return null
  try {
    const line = new TextDecoder('utf-8', { fatal: true }).decode(packet.subarray(0, end + 1))
    const [, target] = requestLine.exec(line) ?? []
    if (target === undefined || !nonAscii.test(target)) return null
    return target.replace(nonAscii, encodeURIComponent)
  } catch {
    // The decoder throws for bytes that are no UTF-8, encodeURIComponent for half a surrogate pair: neither is a
    // letter.
    return null
  }
}

const statusOf = (code: string | undefined) => {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large'
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
}

const messages: Record<string, string> = {
  '431': requests.headersTooLarge,
  '408': requests.incomplete,
  '400': requests.malformed,
}

function response(status: string, ...lines: string[]): string {
  const text = messages[status.slice(0, 3)]
  const body = text ? plainPage(text) : ''
  const head = [
    `HTTP/1.1 ${status}`,
    ...lines,
    ...(body ? ['Content-Type: text/html; charset=utf-8', 'X-Robots-Tag: noindex'] : []),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

type ClientError = NodeJS.ErrnoException & { rawPacket?: Buffer }

/**
 * Answers requests that Node's parser refused: those of unencoded letters with a redirect to the address as it is
 * written, others as Node does by itself.
 * @param locate where the target leads, in one hop
 */
export const handleClientError =
  (locate: (target: string) => Promise<string>) =>
  (error: ClientError, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const target = error.code === 'HPE_INVALID_URL' && rawTarget(error.rawPacket ?? Buffer.alloc(0))
    const address = target ? readAddress(target) : null
    if (!target || !address || address.kind === 'unknown') {
      socket.end(response(statusOf(error.code)))
      return
    }
    locate(target).then(
      (location) => socket.end(response('301 Moved Permanently', `Location: ${location}`)),
      () => socket.end(response('503 Service Unavailable', 'Retry-After: 30')),
    )
  }
