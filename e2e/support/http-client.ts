import { type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Parser } from 'htmlparser2'

export type HttpResponse = {
  status: number
  headers: IncomingHttpHeaders
  /** As it came over the line. */
  bytes: Buffer
  /** Decoded. */
  text: string
  /** What a reader without any style or script reads of it. */
  words: string
}

type RequestOptions = { method?: string; headers?: Record<string, string> }

export const baseUrl = process.env.BASE_URL ?? ''

function decode(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return encoding === 'gzip' ? gunzipSync(bytes).toString() : bytes.toString()
}

function wordsOf(html: string): string {
  const parts: string[] = []
  // What is told to programs, or to the browser, nobody reads.
  let isSilent = false
  const parser = new Parser({
    onopentagname: (name) => {
      isSilent = name === 'script' || name === 'style'
    },
    onclosetag: () => {
      isSilent = false
    },
    ontext: (text) => {
      if (!isSilent) parts.push(text)
    },
  })
  parser.end(html)
  return parts.join('')
}

/**
 * Asks the server for exactly this request target, follows nothing and adds nothing: `fetch` would tidy the address
 * and send `Cache-Control: no-cache` with a condition.
 */
export function sendRequest(
  target: string,
  { method = 'GET', headers: requestHeaders = {} }: RequestOptions = {},
) {
  const { hostname, port } = new URL(baseUrl)
  return new Promise<HttpResponse>((resolve, reject) => {
    const req = request(
      { hostname, port, path: target, method, headers: requestHeaders, agent: false },
      (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const text = bytes.length > 0 ? decode(bytes, res.headers['content-encoding']) : ''
          const { statusCode: status = 0, headers } = res
          resolve({ status, headers, bytes, text, words: wordsOf(text) })
        })
        res.on('error', reject)
      },
    )
    req.on('error', reject)
    req.end()
  })
}
