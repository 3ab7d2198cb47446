import { composeLetters } from '@/lib/bengali/text/normalize'

/**
 * The one absolute address of a page: what its canonical link, `og:url`, structured data, sitemap and feeds call it.
 * NFC and percent-encoded (RFC 3986), as the server redirects all other writings of it. The front page's is the site's own,
 * without a slash after it: the same address, as Next writes it into a head.
 */
export const pageUrl = (siteUrl: string, path: string): string =>
  path === '/' ? siteUrl : new URL(siteUrl + composeLetters(path)).href
