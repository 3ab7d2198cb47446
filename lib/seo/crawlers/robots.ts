import type { AiPolicy } from '@/lib/paper/settings'
import { pageUrl } from '@/lib/seo/page-url'
import { newsSitemapPath, sitemapIndexPath } from '@/lib/seo/sitemap/sitemap'
import { refusedCrawlers } from './ai-crawlers'

/**
 * Path prefixes without content. The newsroom, previews and search results are not listed: they send "noindex", which a
 * crawler only sees if it may fetch them; a disallowed address can still be indexed through links to it.
 * @see https://developers.google.com/search/docs/crawling-indexing/block-indexing
 */
const closedPaths = ['/api/']

/** One group for all refused crawlers: the rules of the group `*` do not apply to them. */
function closedTo(tokens: string[]): string[] {
  if (tokens.length === 0) return []
  return ['', ...tokens.map((token) => `User-agent: ${token}`), 'Disallow: /']
}

/**
 * The text of /robots.txt.
 * @param siteUrl the origin of the site: sitemaps need absolute addresses
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function robotsText(policy: AiPolicy, siteUrl: string): string {
  const lines = [
    'User-agent: *',
    ...closedPaths.map((path) => `Disallow: ${path}`),
    'Allow: /',
    ...closedTo(refusedCrawlers(policy)),
    '',
    ...[sitemapIndexPath, newsSitemapPath].map((path) => `Sitemap: ${pageUrl(siteUrl, path)}`),
  ]
  return `${lines.join('\n')}\n`
}
