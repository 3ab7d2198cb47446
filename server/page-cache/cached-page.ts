import { createHash } from 'node:crypto'
import {
  type CompressedBytes,
  compactBytes,
  compressBytes,
  isHtml,
  optimizeHtml,
  type StylesheetOf,
} from '@/server/render/optimize-html'
import type { RenderResult } from '@/server/render/renderer'

/** An optimised document: a page, or a text for programs (a feed, a sitemap, robots.txt). */
export type CachedPage = {
  status: number
  /** The media type, as in the header. */
  type: string
  location: string | null
  /** The `Link` header, if it has one. */
  link?: string
  bytes: CompressedBytes
  ownTags: string[]
  listTags: string[]
  /** When the page becomes stale without any invalidation, epoch milliseconds. */
  staleAt: number
  /** When a stale copy may not be served any more, epoch milliseconds. */
  ownStaleAt: number
  /** When the render began, epoch milliseconds. */
  madeAt: number
  /** The number of invalidations when the render began (TagVersions). */
  tagVersion: number
}

/** No document is cached longer: a change without an invalidation (a setting, a rule) is visible within a week. */
export const maxPageAgeMs = 7 * 24 * 3_600_000

export const sizeOf = (page: CachedPage): number =>
  // The strings around the bytes are small; a kilobyte covers them.
  page.bytes.br.length + page.bytes.gzip.length + 1024

/** Only pages are optimised; other texts keep every byte. */
export function optimizedBody(render: RenderResult, stylesheetOf?: StylesheetOf): string | Buffer {
  if (render.location !== null) return ''
  return isHtml(render) ? optimizeHtml(String(render.body), stylesheetOf) : render.body
}

/** Turns a render into a cached page: without scripts, compressed once, with its tags. */
export async function toCachedPage(
  render: RenderResult,
  tagVersion: number,
  madeAt: number,
): Promise<CachedPage> {
  return {
    status: render.status,
    type: render.type,
    location: render.location,
    ...(render.context.links.length > 0 && { link: render.context.links.join(', ') }),
    bytes: render.compressed ?? (await compressBytes(optimizedBody(render))),
    ownTags: [...render.context.ownTags],
    listTags: [...render.context.listTags],
    staleAt: Math.min(render.context.staleAt, madeAt + maxPageAgeMs),
    ownStaleAt: render.context.ownStaleAt,
    madeAt,
    tagVersion,
  }
}

type Head = Omit<CachedPage, 'bytes' | 'tagVersion'> & { etag: string; brLength: number }

// Identifies the format: a value of another program under the same key begins otherwise.
const signature = Buffer.from('dainik page 2\n')
const checksumBytes = 32
const headLengthAt = signature.length + checksumBytes
const headAt = headLengthAt + 4

/** The checksum includes the key: a page under another address is as wrong as a damaged one. */
const checksumOf = (key: string, content: Buffer) =>
  createHash('sha256').update(key).update('\0').update(content).digest()

/**
 * Encodes a cached page for a store: signature, SHA-256 of the key and of all that follows, length of the head, the
 * head as JSON, the compressed bodies.
 * @param key the key that the store keeps it under
 */
export function encodePage(key: string, page: CachedPage): Buffer {
  const { bytes, tagVersion, ...rest } = page
  const head: Head = { ...rest, etag: bytes.etag, brLength: bytes.br.length }
  const headBytes = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(headAt - headLengthAt)
  length.writeUInt32LE(headBytes.length)
  const content = Buffer.concat([length, headBytes, bytes.br, bytes.gzip])
  return Buffer.concat([signature, checksumOf(key, content), content])
}

// JSON writes null for infinity.
const orInfinity = (time: number | null) => time ?? Number.POSITIVE_INFINITY

/**
 * Reads what `encodePage` wrote under the same key; null for anything else: a run cut short by a full disk, a flipped
 * bit, the page of another address, another program's value.
 * @param tagVersion this process's count, which the stored page cannot know
 */
export function decodePage(key: string, encoded: Buffer, tagVersion: number): CachedPage | null {
  const content = encoded.subarray(headLengthAt)
  if (encoded.length < headAt || !encoded.subarray(0, signature.length).equals(signature))
    return null
  if (!encoded.subarray(signature.length, headLengthAt).equals(checksumOf(key, content)))
    return null
  // The checksum is right: these are the bytes that `encodePage` wrote.
  const bodyAt = headAt + encoded.readUInt32LE(headLengthAt)
  const { etag, brLength, ...head } = JSON.parse(encoded.toString('utf8', headAt, bodyAt)) as Head
  const br = encoded.subarray(bodyAt, bodyAt + brLength)
  const gzip = encoded.subarray(bodyAt + brLength)
  return {
    ...head,
    staleAt: orInfinity(head.staleAt),
    ownStaleAt: orInfinity(head.ownStaleAt),
    bytes: compactBytes({ br, gzip, etag }),
    tagVersion,
  }
}
