import { SaxesParser } from 'saxes'

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

/**
 * Reads with a parser that did not make it, and takes nothing that is not well-formed XML with its namespaces declared.
 * @throws Error that says where it is not
 */
export function readSitemap(xml: string): ReadSitemap {
  const read: ReadSitemap = { root: '', attributes: {}, entries: [], tagNames: new Set() }
  let texts: Texts = {}
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (read.root === '') Object.assign(read, { root: name, attributes: valuesOf(attributes) })
    if (name === 'url' || name === 'sitemap') texts = {}
    read.tagNames.add(name)
    text = ''
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'url' || name === 'sitemap') read.entries.push(toEntry(texts))
    else texts[name] = [...(texts[name] ?? []), text]
  })
  parser.write(xml).close()
  return read
}

const valuesOf = (attributes: Record<string, { value: string }>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]))

/** A text that is made piece by piece, whole. */
export async function wholeText(pieces: AsyncIterable<string> | Iterable<string>): Promise<string> {
  let whole = ''
  for await (const piece of pieces) whole += piece
  return whole
}
