/**
 * The one absolute address of a page: what its canonical link, `og:url`, structured data, sitemap and feeds call it.
 * The front page's is the site's own without a slash after it, which is the same address (RFC 3986, 6.2.3).
 */
export const pageUrl = (siteUrl: string, path: string): string =>
  path === '/' ? siteUrl : siteUrl + path
