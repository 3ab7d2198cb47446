import 'server-only'
import { getSiteInfo } from '@/lib/paper/queries'
import { listSitemaps } from './index-queries'
import { listAuthors, listSections, listTopics } from './list-queries'
import {
  countParts,
  maxNewsInFile,
  partNumbers,
  type SitemapEntry,
  type SitemapFile,
  sitemapPath,
} from './sitemap'
import { sitemapIndexXml, urlsetXml } from './sitemap-xml'
import { countNews, findMonthStories, listNews } from './story-queries'

export type XmlText = AsyncIterable<string> | Iterable<string>

/** The sitemap index. */
export async function sitemapIndex(siteUrl: string, now: Date): Promise<XmlText> {
  return [sitemapIndexXml(await listSitemaps(now), siteUrl)]
}

type Batches = AsyncIterable<SitemapEntry[]> | Iterable<SitemapEntry[]>

const toBatches = (entries: SitemapEntry[]): Batches | null =>
  entries.length > 0 ? [entries] : null

/** The entries of a file at `now`; null when there is no such file. */
async function findEntries(file: SitemapFile, now: Date): Promise<Batches | null> {
  switch (file.kind) {
    case 'stories':
      return findMonthStories(file.month, file.part, now)
    case 'sections':
      return toBatches(await listSections(now))
    case 'topics':
      return toBatches(await listTopics(file.part, now))
    case 'authors':
      return toBatches(await listAuthors(file.part, now))
    case 'news':
      await countNews(now)
      return toBatches(await listNews(file.part, now))
  }
}

/** Only news files contain the paper's name: the other files do not depend on it. */
async function nameFor({ kind }: SitemapFile, now: Date): Promise<string> {
  return kind === 'news' ? (await getSiteInfo(now)).paper.name : ''
}

/** A file at `now`; null when there is no such file. */
export async function findSitemap(
  file: SitemapFile,
  siteUrl: string,
  now: Date,
): Promise<XmlText | null> {
  const entries = await findEntries(file, now)
  if (!entries) return null
  const options = { siteUrl, paperName: await nameFor(file, now) }
  return urlsetXml(entries, file.kind === 'news' ? 'news' : 'image', options)
}

/** The news of two days: one file, which may be empty, or an index of files when there are more than a file may hold. */
export async function newsSitemap(siteUrl: string, now: Date): Promise<XmlText> {
  const parts = countParts(await countNews(now), maxNewsInFile)
  if (parts > 1) {
    const files = partNumbers(parts).map((part) => sitemapPath({ kind: 'news', part }))
    return [
      sitemapIndexXml(
        files.map((path) => ({ path, changedAt: null })),
        siteUrl,
      ),
    ]
  }
  const options = { siteUrl, paperName: await nameFor({ kind: 'news', part: 1 }, now) }
  return urlsetXml([await listNews(1, now)], 'news', options)
}
