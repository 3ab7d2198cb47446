import type { Cdn } from './cdn'
import { cloudflareCdn } from './cloudflare'
import { fastlyCdn } from './fastly'
import { varnishCdn } from './varnish'

export type CdnSettings = {
  CDN_PURGE_URL?: string | undefined
  CDN_PURGE_TOKEN?: string | undefined
}

/**
 * The CDN of the settings; null when there is none. `CDN_PURGE_URL` holds one or more addresses of Varnish (separated
 * by commas), `cloudflare://ZONE_ID` or `fastly://SERVICE_ID`.
 * @throws Error when the token is missing, or the address has an unknown form.
 */
export function createCdn({ CDN_PURGE_URL, CDN_PURGE_TOKEN }: CdnSettings): Cdn | null {
  if (!CDN_PURGE_URL) return null
  const urls = CDN_PURGE_URL.split(',').map((url) => url.trim())
  if (urls.every((url) => /^https?:\/\//.test(url))) return varnishCdn(urls)
  // Not parsed with `new URL`, which lowercases the identifier.
  const [, kind, id] = /^(cloudflare|fastly):\/\/(\w+)\/?$/.exec(CDN_PURGE_URL) ?? []
  if (!kind || !id) throw new Error(`CDN_PURGE_URL: not an edge we know: ${CDN_PURGE_URL}`)
  if (!CDN_PURGE_TOKEN) throw new Error(`CDN_PURGE_TOKEN: ${kind} wants one`)
  return kind === 'cloudflare'
    ? cloudflareCdn({ zone: id, token: CDN_PURGE_TOKEN })
    : fastlyCdn({ service: id, token: CDN_PURGE_TOKEN })
}
