import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createBrotliCompress, createGzip } from 'node:zlib'
import {
  brotliOptions,
  type CompressedBytes,
  compactBytes,
  etagOf,
  gzipOptions,
} from './optimize-html'

/** Returns when the stream wants more. */
async function write(to: Writable, chunk: Buffer): Promise<void> {
  if (!to.write(chunk)) await once(to, 'drain')
}

/**
 * A text's bytes ready to be sent, made while it comes: of a sitemap of ten thousand stories never more is in memory
 * than what the compressors hold. The same text gives the same bytes and ETag as `compressBytes`, or bytes of equal worth.
 * @throws what the text's maker throws; then nothing of it is kept
 */
export async function compressStream(text: Readable): Promise<CompressedBytes> {
  const hash = createHash('sha256')
  const brotli = createBrotliCompress(brotliOptions(0))
  const gzip = createGzip(gzipOptions)
  const compressed = Promise.all([buffer(brotli), buffer(gzip)])
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      hash.update(chunk)
      await Promise.all([write(brotli, chunk), write(gzip, chunk)])
    }
  } catch (error) {
    // What was packed so far fails with it; nobody waits for that any more.
    compressed.catch(() => {})
    brotli.destroy()
    gzip.destroy()
    throw error
  }
  brotli.end()
  gzip.end()
  const [br, gzipped] = await compressed
  return compactBytes({ br, gzip: gzipped, etag: etagOf(hash) })
}
