import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { type CompressedBytes, compressBytes, isHtml } from '@/server/render/optimize-html'
import type { CachedPage } from './cached-page'

const unzip = promisify(gunzip)

// A phone's column in small pixels: what a lead picture needs to be recognised.
const maxPictureWidth = 320

/** Whether the reader asked for little data; Chromium's data saver says so with every request. */
export const wantsDataSaver = (req: IncomingMessage): boolean =>
  /^\s*on\s*(?:$|[,;])/i.test(String(req.headers['save-data'] ?? ''))

/** Candidates of a `srcset` wider than the limit go; one is always left. */
function smallCandidates(srcSet: string): string {
  const all = srcSet.split(', ')
  const small = all.filter((each) => Number(/ (\d+)w$/.exec(each)?.[1] ?? 0) <= maxPictureWidth)
  return (small.length > 0 ? small : all.slice(0, 1)).join(', ')
}

/**
 * A finished page for readers who save data: small pictures only, and a mark on the root element by which the style
 * style sheet names no web font (app/globals.css).
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
  /** By the full edition's ETag: equal bytes have equal data-saver bytes, wherever they were stored. */
  #cache: LRUCache<string, CompressedBytes>

  constructor(maxBytes: number) {
    this.#cache = new LRUCache({
      // To LRUCache a limit of 0 is none.
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
