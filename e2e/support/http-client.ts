import type { IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { DomUtils, parseDocument } from 'htmlparser2'
import { timedRequest } from '@/tools/test-harness/processes/http-client'

export type HttpResponse = {
  status: number
  headers: IncomingHttpHeaders
  /** As it was sent, perhaps compressed. */
  bytes: Buffer
  /** Decoded. */
  text: string
  /** The text of the document without styles and scripts. */
  words: string
}

type RequestOptions = { method?: string; headers?: Record<string, string> }

export const baseUrl = process.env.BASE_URL ?? ''

function decode(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.length === 0) return ''
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return encoding === 'gzip' ? gunzipSync(bytes).toString() : bytes.toString()
}

/** Asks the server for exactly this request target, follows nothing and adds nothing. */
export async function sendRequest(
  target: string,
  options: RequestOptions = {},
): Promise<HttpResponse> {
  const { hostname, port } = new URL(baseUrl)
  const address = { host: hostname, agent: false } as const
  const response = await timedRequest(Number(port), target, { ...address, ...options })
  const { status, headers, body } = response
  const text = decode(body, headers['content-encoding'])
  // biome-ignore lint/performance/useDomNodeTextContent: this one leaves out `script` and `style`, and no browser lays out
  const words = DomUtils.innerText(parseDocument(text).children)
  return { status, headers, bytes: body, text, words }
}
