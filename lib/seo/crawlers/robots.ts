import type { AiPolicy } from '@/lib/paper/settings'
import { pageUrl } from '@/lib/seo/page-url'
import { newsSitemapPath, sitemapIndexPath } from '@/lib/seo/sitemap/sitemap'
import { refusedCrawlers } from './ai-crawlers'

/**
 * Begins of addresses that hold nothing to read. The newsroom, previews and search results are not among them: they say
 * "noindex", which only who may fetch them hears; an address that is closed here can still be listed, by links to it.
 * @see https://developers.google.com/search/docs/crawling-indexing/block-indexing
 */
const closedPaths = ['/api/']

/** One group for all who are kept out: the rules of the others' group are not theirs. */
function closedTo(tokens: string[]): string[] {
  if (tokens.length === 0) return []
  return ['', ...tokens.map((token) => `User-agent: ${token}`), 'Disallow: /']
}

/**
 * What crawlers are told at /robots.txt.
 * @param siteUrl the beginning of the site's addresses: sitemaps are named by whole ones
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function robotsText(policy: AiPolicy, siteUrl: string): string {
  const lines = [
    'User-agent: *',
    ...closedPaths.map((path) => `Disallow: ${path}`),
    // A paper wants to be found: what is not closed is open, and says so.
    'Allow: /',
    ...closedTo(refusedCrawlers(policy)),
    '',
    ...[sitemapIndexPath, newsSitemapPath].map((path) => `Sitemap: ${pageUrl(siteUrl, path)}`),
  ]
  return `${lines.join('\n')}\n`
}
