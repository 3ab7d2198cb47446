import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { type CompressedBytes, compressBytes, isHtml } from '@/server/render/optimize-html'
import type { CachedPage } from './cached-page'

const unzip = promisify(gunzip)

// The width of a phone's column in CSS pixels, enough to recognise a lead picture.
const maxPictureWidth = 320

/** Whether the client asks for less data; Chromium's data saver sends it with every request. */
export const wantsDataSaver = (req: IncomingMessage): boolean =>
  /^\s*on\s*(?:$|[,;])/i.test(String(req.headers['save-data'] ?? ''))

/** Removes candidates of a `srcset` that are wider than the limit; one always remains. */
function smallCandidates(srcSet: string): string {
  const all = srcSet.split(', ')
  const small = all.filter((each) => Number(/ (\d+)w$/.exec(each)?.[1] ?? 0) <= maxPictureWidth)
  return (small.length > 0 ? small : all.slice(0, 1)).join(', ')
}

/**
 * A page for readers who save data: small pictures only, and a mark on the root element that keeps the style sheet
 * from loading web fonts (app/globals.css).
 */
export function dataSaverHtml(html: string): string {
  return html
    .replace('<html ', '<html data-lite ')
    .replace(/ srcset="([^"]*)"/gi, (_, srcSet: string) => ` srcSet="${smallCandidates(srcSet)}"`)
    .replace(/( src="\/media\/[^"/]+\/)(\d+)(\.\w+")/g, (_, before, width, after) =>
      [before, Math.min(Number(width), maxPictureWidth), after].join(''),
    )
}

/** Data-saver editions of the server's documents, made when they are first asked for. */
export class DataSaverEditions {
  /** Keyed by the full edition's ETag: equal pages have equal data-saver editions, whatever store they come from. */
  #cache: LRUCache<string, CompressedBytes>

  constructor(maxBytes: number) {
    this.#cache = new LRUCache({
      // LRUCache takes a limit of 0 as no limit.
      maxSize: Math.max(maxBytes, 1),
      sizeCalculation: ({ br, gzip }) => br.length + gzip.length + 1024,
    })
  }

  async of(page: CachedPage): Promise<CachedPage> {
    if (page.location !== null || !isHtml(page)) return page
    const { etag, gzip } = page.bytes
    const bytes =
      this.#cache.get(etag) ?? (await compressBytes(dataSaverHtml(String(await unzip(gzip)))))
    this.#cache.set(etag, bytes)
    return { ...page, bytes }
  }
}
