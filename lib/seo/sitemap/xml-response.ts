import { Readable } from 'node:stream'

async function* encoded(parts: AsyncIterable<string> | Iterable<string>) {
  for await (const part of parts) yield Buffer.from(part)
}

/** A response that streams XML. */
export function xmlResponse(parts: AsyncIterable<string> | Iterable<string>): Response {
  const body = Readable.toWeb(Readable.from(encoded(parts), { objectMode: false }))
  return new Response(body as ReadableStream, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
}
