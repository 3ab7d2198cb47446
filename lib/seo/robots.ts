/** Begins of addresses that hold nothing for a search engine: the newsroom, its doors, and results made of stories. */
const closedPaths = ['/newsroom$', '/newsroom/', '/api/', '/search?']

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
