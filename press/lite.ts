import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { PressDocument } from './document'
import { type Bytes, isPage, pressBytes } from './finish'

const unzip = promisify(gunzip)

// A phone's column in small pixels: what a lead picture needs to be recognised.
const widestPicture = 320

/** Whether the reader asked for little data; Chromium's data saver says so with every request. */
export const wantsLite = (req: IncomingMessage): boolean =>
  req.headers['save-data']?.toString().toLowerCase() === 'on'

/** Candidates of a `srcset` wider than the limit go; one is always left. */
function smallCandidates(srcSet: string): string {
  const all = srcSet.split(', ')
  const small = all.filter((each) => Number(/ (\d+)w$/.exec(each)?.[1] ?? 0) <= widestPicture)
  return (small.length > 0 ? small : all.slice(0, 1)).join(', ')
}

/**
 * A finished page for readers who save data: small pictures only, and a mark on the root element by which the style
 * sheet names no web font (app/globals.css).
 */
export function liteHtml(html: string): string {
  return html
    .replace('<html ', '<html data-lite ')
    .replace(/ srcset="([^"]*)"/gi, (_, srcSet: string) => ` srcSet="${smallCandidates(srcSet)}"`)
    .replace(/( src="\/media\/[^"/]+\/)(\d+)(\.\w+")/g, (_, before, width, after) =>
      [before, Math.min(Number(width), widestPicture), after].join(''),
    )
}

/** Lite editions of the press's documents, made when they are first asked for. */
export class LiteEditions {
  /** By the whole edition's ETag: the same bytes have the same lite ones, wherever they were kept. */
  #kept: LRUCache<string, Bytes>

  constructor(maxBytes: number) {
    this.#kept = new LRUCache({
      // To LRUCache a limit of 0 is none.
      maxSize: Math.max(maxBytes, 1),
      sizeCalculation: ({ br, gzip }) => br.length + gzip.length + 1024,
    })
  }

  async of(document: PressDocument): Promise<PressDocument> {
    if (document.location !== null || !isPage(document)) return document
    const { etag, gzip } = document.bytes
    const bytes = this.#kept.get(etag) ?? (await pressBytes(liteHtml(String(await unzip(gzip)))))
    this.#kept.set(etag, bytes)
    return { ...document, bytes }
  }
}
