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

/** A optimised page: a page, or a text for programs (a feed, a sitemap, robots.txt). */
export type CachedPage = {
  status: number
  /** Its media type, as the header says it. */
  type: string
  location: string | null
  /** Its `Link` header, where it has one. */
  link?: string
  bytes: CompressedBytes
  ownTags: string[]
  listTags: string[]
  /** Epoch milliseconds after which it is stale without any news. */
  staleAt: number
  /** Epoch milliseconds after which it may not stand in while a new one is made. */
  ownStaleAt: number
  /** Epoch milliseconds when its making began. */
  madeAt: number
  /** Count of news when its making began (TagVersions). */
  tagVersion: number
}

/** No document is kept longer: what changed without news (a setting, a rule) is seen within a week. */
export const maxPageAgeMs = 7 * 24 * 3_600_000

export const sizeOf = (page: CachedPage): number =>
  // The strings around the bytes are small; a kilobyte covers them.
  page.bytes.br.length + page.bytes.gzip.length + 1024

/** A page is made ready for readers; all else is kept byte for byte. */
export function optimizedBody(render: RenderResult, stylesheetOf?: StylesheetOf): string | Buffer {
  if (render.location !== null) return ''
  return isHtml(render) ? optimizeHtml(String(render.body), stylesheetOf) : render.body
}

/** Finishes a render: what readers get is script-free, compressed once, with its tags. */
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

// Names the format: a value that another program stored under the same key does not begin like this.
const signature = Buffer.from('dainik page 2\n')
const checksumBytes = 32
const headLengthAt = signature.length + checksumBytes
const headAt = headLengthAt + 4

/** Over the key too: a page read under another address than its own is as wrong as a damaged one. */
const checksumOf = (key: string, content: Buffer) =>
  createHash('sha256').update(key).update('\0').update(content).digest()

/**
 * A cached page as one run of bytes for a store: signature, SHA-256 of the key and of all that follows, length of the
 * head, the head as JSON, the compressed bodies.
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

// JSON has no infinity: it writes null.
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
  // The checksum holds: these are the bytes that `encodePage` wrote.
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
