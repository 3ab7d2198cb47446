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

const headLengthBytes = 4

/** A cached page as one run of bytes for a store: the length of its head, the head as JSON, the compressed bodies. */
export function encodePage(page: CachedPage): Buffer {
  const { bytes, tagVersion, ...rest } = page
  const head: Head = { ...rest, etag: bytes.etag, brLength: bytes.br.length }
  const headBytes = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(headLengthBytes)
  length.writeUInt32LE(headBytes.length)
  return Buffer.concat([length, headBytes, bytes.br, bytes.gzip])
}

// JSON has no infinity: it writes null.
const orInfinity = (time: number | null) => time ?? Number.POSITIVE_INFINITY

/** Reads what `encodePage` wrote; null for a damaged run. `since` is for the caller, who knows this process's count. */
export function decodePage(encoded: Buffer, tagVersion: number): CachedPage | null {
  try {
    const bodyAt = headLengthBytes + encoded.readUInt32LE(0)
    const { etag, brLength, ...head } = JSON.parse(
      encoded.toString('utf8', headLengthBytes, bodyAt),
    ) as Head
    const br = encoded.subarray(bodyAt, bodyAt + brLength)
    const gzip = encoded.subarray(bodyAt + brLength)
    if (br.length !== brLength) return null
    const { staleAt, ownStaleAt } = head
    return {
      ...head,
      staleAt: orInfinity(staleAt),
      ownStaleAt: orInfinity(ownStaleAt),
      bytes: compactBytes({ br, gzip, etag }),
      tagVersion,
    }
  } catch {
    // A run cut short by a full disk or a killed process is as good as none.
    return null
  }
}
