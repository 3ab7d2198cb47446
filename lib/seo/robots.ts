/**
 * Begins of addresses that hold nothing to read. The newsroom, previews and search results are not among them: they say
 * "noindex", which only who may fetch them hears; an address that is closed here can still be listed, by links to it.
 * @see https://developers.google.com/search/docs/crawling-indexing/block-indexing
 */
const closedPaths = ['/api/']

/**
 * What crawlers are told at /robots.txt.
 * @param sitemapUrls whole addresses; the file names none when there are none
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function robotsText(sitemapUrls: string[] = []): string {
  const lines = [
    'User-agent: *',
    ...closedPaths.map((path) => `Disallow: ${path}`),
    // A paper wants to be found: what is not closed is open, and says so.
    'Allow: /',
    ...sitemapUrls.map((url) => `\nSitemap: ${url}`),
  ]
  return `${lines.join('\n')}\n`
}
