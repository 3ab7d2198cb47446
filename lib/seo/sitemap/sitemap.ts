import { readNumber } from '@/lib/content-model/article'

export const sitemapIndexPath = '/sitemap.xml'
export const newsSitemapPath = '/news-sitemap.xml'

/**
 * The most addresses in a file: a fifth of the protocol's limit. With four pictures each, a file stays far below its 50 MB
 * and is written in a fraction of a second; a paper with 300 stories a day still has one file a month.
 * @see https://www.sitemaps.org/protocol.html#index
 */
export const maxUrlsInFile = 10_000

/** @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export const maxNewsInFile = 1_000
/** How long a story is news to a news sitemap, from its first publication. */
export const maxNewsAgeMs = 48 * 3_600_000

/** A file of addresses. `part` from 1. */
export type SitemapFile =
  /** Stories by the month in which they were first published, "2026-11": past months get no new ones. */
  | { kind: 'stories'; month: string; part: number }
  /** The front, the newest stories, categories and pages that are no stories. */
  | { kind: 'sections' }
  /** By id: an entry stays in its part. */
  | { kind: 'topics' | 'authors'; part: number }
  | { kind: 'news'; part: number }

const partSuffix = (part: number) => (part === 1 ? '' : `-${part}`)

function nameOf(file: SitemapFile): string {
  switch (file.kind) {
    case 'sections':
      return 'sections'
    case 'stories':
      return `${file.month}${partSuffix(file.part)}`
    default:
      return `${file.kind}${partSuffix(file.part)}`
  }
}

export const sitemapPath = (file: SitemapFile): string => `/sitemap/${nameOf(file)}.xml`

const fileName = /^(?:(\d{4}-(?:0[1-9]|1[0-2]))|(sections)|(topics|authors|news))(?:-(.+))?\.xml$/

/** Parses the last segment of a file's path; null for an invalid one. */
export function readSitemapFile(name: string): SitemapFile | null {
  const [, month, sections, kind, number] = fileName.exec(name) ?? []
  const part = number === undefined ? 1 : readNumber(number)
  // The first part has no number in its address.
  if (part === null || (number !== undefined && part === 1)) return null
  if (sections) return number === undefined ? { kind: 'sections' } : null
  if (kind) return { kind: kind as 'topics' | 'authors' | 'news', part }
  return month ? { kind: 'stories', month, part } : null
}

/** An address in a sitemap. */
export type SitemapEntry = {
  path: string
  /** When its content last changed; null if unknown. */
  changedAt: Date | null
  /** The paths of the page's pictures. */
  pictures?: string[]
  news?: { headline: string; publishedAt: Date }
}

/** An entry of the sitemap index. */
export type SitemapListing = { path: string; changedAt: Date | null }

export const countParts = (count: number, maxInPart: number): number => Math.ceil(count / maxInPart)

export const partNumbers = (parts: number): number[] =>
  Array.from({ length: parts }, (_, index) => index + 1)
