import { Parser } from 'htmlparser2'

/** What a sitemap says of an address, by the names of the tags; what stands there several times is a list. */
export type ReadEntry = {
  loc: string
  lastmod: string | null
  pictures: string[]
  news: { name: string; language: string; date: string; title: string } | null
}

/** A sitemap or an index of sitemaps as another program reads it. */
export type ReadSitemap = {
  root: string
  attributes: Record<string, string>
  entries: ReadEntry[]
  /** Every tag that occurs. */
  tagNames: Set<string>
}

type Texts = Record<string, string[]>

function toEntry(texts: Texts): ReadEntry {
  const one = (name: string) => texts[name]?.[0] ?? ''
  return {
    loc: one('loc'),
    lastmod: texts.lastmod?.[0] ?? null,
    pictures: texts['image:loc'] ?? [],
    news: texts['news:title']
      ? {
          name: one('news:name'),
          language: one('news:language'),
          date: one('news:publication_date'),
          title: one('news:title'),
        }
      : null,
  }
}

/** Reads with a parser that did not make it. */
export function readSitemap(xml: string): ReadSitemap {
  const read: ReadSitemap = { root: '', attributes: {}, entries: [], tagNames: new Set() }
  let texts: Texts = {}
  let text = ''
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (read.root === '') Object.assign(read, { root: name, attributes })
        if (name === 'url' || name === 'sitemap') texts = {}
        read.tagNames.add(name)
        text = ''
      },
      ontext(piece) {
        text += piece
      },
      onclosetag(name) {
        if (name === 'url' || name === 'sitemap') read.entries.push(toEntry(texts))
        else texts[name] = [...(texts[name] ?? []), text]
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return read
}

/** A text that is made piece by piece, whole. */
export async function wholeText(pieces: AsyncIterable<string> | Iterable<string>): Promise<string> {
  let whole = ''
  for await (const piece of pieces) whole += piece
  return whole
}
