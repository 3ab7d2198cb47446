import { createHash, type Hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { builtStylesheet, type Stylesheet, stylesFor } from './critical-css'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

type Cut = { from: number; to: number; replacement?: (has: (name: string) => boolean) => string }

/** Scripts that stay: data for crawlers, and the reader script. */
const isReaderScript = (attributes: Record<string, string>) =>
  attributes.type === 'application/ld+json' ||
  attributes.type === 'speculationrules' ||
  'data-reader' in attributes

/** Links that only preload for the framework's scripts. */
const isScriptPreload = (attributes: Record<string, string>) =>
  attributes.as === 'script' || attributes.rel === 'modulepreload'

/** The stylesheet that a link leads to; null leaves the link as it is. */
export type StylesheetOf = (href: string) => Stylesheet | null

/**
 * Optimises a rendered page for readers: removes what only the framework's scripts use (the scripts, their preloads,
 * the serialized data, the renderer's comments) and replaces links to stylesheets with the rules that the page needs,
 * so that its first screen waits for nothing (docs/decisions/010-styles-in-the-document.md).
 */
export function optimizeHtml(html: string, stylesheetOf: StylesheetOf = builtStylesheet): string {
  const cuts: Cut[] = []
  const names = new Set<string>()
  let openScript: number | null = null
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      names.add(name)
      for (const each of attributes.class?.split(/\s+/) ?? []) names.add(`.${each}`)
      if (name === 'script' && !isReaderScript(attributes)) openScript = parser.startIndex
      if (name !== 'link') return
      const [from, to] = [parser.startIndex, parser.endIndex + 1]
      if (isScriptPreload(attributes)) cuts.push({ from, to })
      const stylesheet = attributes.rel === 'stylesheet' && stylesheetOf(attributes.href ?? '')
      if (stylesheet)
        cuts.push({
          from,
          to,
          replacement: (has) => `<style>${stylesFor(stylesheet, has)}</style>`,
        })
    },
    onclosetag(name) {
      if (name !== 'script' || openScript === null) return
      cuts.push({ from: openScript, to: parser.endIndex + 1 })
      openScript = null
    },
    oncomment() {
      cuts.push({ from: parser.startIndex, to: parser.endIndex + 1 })
    },
  })
  parser.end(html)
  let output = ''
  let at = 0
  for (const { from, to, replacement } of cuts) {
    output += html.slice(at, from) + (replacement?.((name) => names.has(name)) ?? '')
    at = to
  }
  return output + html.slice(at)
}

/** Whether the media type is shown by a browser. */
export const isHtml = ({ type }: { type: string }): boolean => /^text\/html\b/i.test(type)

/** A document's compressed bytes. */
export type CompressedBytes = { br: Buffer; gzip: Buffer; etag: string }

/**
 * Copies the bytes into buffers of their own size: a buffer of zlib or a socket is often a small slice of 64 KB,
 * which it would keep from being freed.
 */
export function compactBytes({ br, gzip, etag }: CompressedBytes): CompressedBytes {
  const compacted = Buffer.allocUnsafeSlow(br.length + gzip.length)
  br.copy(compacted)
  gzip.copy(compacted, br.length)
  return { br: compacted.subarray(0, br.length), gzip: compacted.subarray(br.length), etag }
}

// Off the event loop (the zlib functions run on libuv's threads); 9 costs half of 11's time for 2 % more bytes.
const brotliQuality = 9
// A window of up to 64 KB takes one megabyte of memory; a larger one takes 33 at this quality, allocated for every
// page: ten times the time, and no byte fewer.
const brotliWindowBits = 16

export const brotliOptions = (bytes: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_LGWIN]: brotliWindowBits,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
})
export const gzipOptions = { level: 9 }

export const etagOf = (hash: Hash) => hash.digest('base64url').slice(0, 22)

export async function compressBytes(text: string | Buffer): Promise<CompressedBytes> {
  const raw = Buffer.from(text)
  const [br, gzipped] = await Promise.all([
    toBrotli(raw, brotliOptions(raw.length)),
    toGzip(raw, gzipOptions),
  ])
  return compactBytes({ br, gzip: gzipped, etag: etagOf(createHash('sha256').update(raw)) })
}
