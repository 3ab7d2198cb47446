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

/** Resolves when the stream accepts more. */
async function write(to: Writable, chunk: Buffer): Promise<void> {
  if (!to.write(chunk)) await once(to, 'drain')
}

/**
 * Compresses a text while it is generated: of a sitemap of ten thousand stories no more is in memory than the
 * compressors hold. The same text gives the same ETag and equivalent bytes as `compressBytes`.
 * @throws what the generator throws; nothing is kept then
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
    // The compression fails as well, and nothing awaits it any more.
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
