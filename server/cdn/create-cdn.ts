import { cloudflareCdn } from './cloudflare'
import type { Cdn } from './cdn'
import { fastlyCdn } from './fastly'
import { varnishCdn } from './varnish'

export type CdnSettings = {
  EDGE_PURGE_URL?: string | undefined
  EDGE_PURGE_TOKEN?: string | undefined
}

/**
 * The edge that the settings name, or null when there is none: one or more addresses of Varnish (commas between),
 * `cloudflare://ZONE_ID` or `fastly://SERVICE_ID`.
 * @throws Error when a CDN is named without its token, or the address is of no known kind.
 */
export function createCdn({ EDGE_PURGE_URL, EDGE_PURGE_TOKEN }: CdnSettings): Cdn | null {
  if (!EDGE_PURGE_URL) return null
  const urls = EDGE_PURGE_URL.split(',').map((url) => url.trim())
  if (urls.every((url) => /^https?:\/\//.test(url))) return varnishCdn(urls)
  // Not by `new URL`: identifiers of CDNs know upper from lower case.
  const [, kind, id] = /^(cloudflare|fastly):\/\/(\w+)\/?$/.exec(EDGE_PURGE_URL) ?? []
  if (!kind || !id) throw new Error(`EDGE_PURGE_URL: not an edge we know: ${EDGE_PURGE_URL}`)
  if (!EDGE_PURGE_TOKEN) throw new Error(`EDGE_PURGE_TOKEN: ${kind} wants one`)
  return kind === 'cloudflare'
    ? cloudflareCdn({ zone: id, token: EDGE_PURGE_TOKEN })
    : fastlyCdn({ service: id, token: EDGE_PURGE_TOKEN })
}
