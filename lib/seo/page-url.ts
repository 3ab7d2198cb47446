import { composeLetters } from '@/lib/bengali/text/normalize'

/**
 * The canonical absolute address of a page, for its head, structured data, sitemap and feeds: in NFC and percent-encoded
 * (RFC 3986), to which the server redirects every other spelling. The front page has no slash at its end, as in Next's head.
 */
export const pageUrl = (siteUrl: string, path: string): string =>
  path === '/' ? siteUrl : new URL(siteUrl + composeLetters(path)).href
