import XMLBuilder from 'fast-xml-builder'
import { toIsoInZone } from '@/lib/bengali/calendar/dates'
import { pageUrl } from '@/lib/seo/page-url'
import type { SitemapEntry, SitemapListing } from './sitemap'

export type SitemapOptions = { siteUrl: string; paperName: string }

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const protocol = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const extensions = {
  image: 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
  news: 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"',
}

// Invalid in XML, even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are removed
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const builder = new XMLBuilder({
  format: true,
  indentBy: '',
  tagValueProcessor: (_, value) => String(value).replace(unwritable, ''),
})

const lastmod = (at: Date | null) => (at ? { lastmod: toIsoInZone(at) } : {})

function newsTag({ news }: SitemapEntry, paperName: string) {
  if (!news) return {}
  return {
    'news:news': {
      'news:publication': { 'news:name': paperName, 'news:language': 'bn' },
      'news:publication_date': toIsoInZone(news.publishedAt),
      'news:title': news.headline,
    },
  }
}

function urlTag(entry: SitemapEntry, { siteUrl, paperName }: SitemapOptions) {
  const pictures = entry.pictures ?? []
  return {
    loc: pageUrl(siteUrl, entry.path),
    ...lastmod(entry.changedAt),
    ...newsTag(entry, paperName),
    ...(pictures.length > 0 && {
      'image:image': pictures.map((path) => ({ 'image:loc': pageUrl(siteUrl, path) })),
    }),
  }
}

/** A file of addresses, streamed batch by batch. @param extension the extension whose tags the entries have */
export async function* urlsetXml(
  batches: AsyncIterable<SitemapEntry[]> | Iterable<SitemapEntry[]>,
  extension: keyof typeof extensions,
  options: SitemapOptions,
): AsyncGenerator<string> {
  yield `${declaration}<urlset ${protocol} ${extensions[extension]}>\n`
  for await (const entries of batches) {
    yield builder.build({ url: entries.map((entry) => urlTag(entry, options)) })
  }
  yield '</urlset>\n'
}

export function sitemapIndexXml(files: SitemapListing[], siteUrl: string): string {
  const tags = files.map(({ path, changedAt }) => ({
    loc: pageUrl(siteUrl, path),
    ...lastmod(changedAt),
  }))
  return `${declaration}<sitemapindex ${protocol}>\n${builder.build({ sitemap: tags })}</sitemapindex>\n`
}
