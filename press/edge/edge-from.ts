import { cloudflareEdge } from './cloudflare'
import type { Edge } from './edge'
import { fastlyEdge } from './fastly'
import { varnishEdge } from './varnish'

export type EdgeSettings = {
  EDGE_PURGE_URL?: string | undefined
  EDGE_PURGE_TOKEN?: string | undefined
}

/**
 * The edge that the settings name, or null when there is none: one or more addresses of Varnish (commas between),
 * `cloudflare://ZONE_ID` or `fastly://SERVICE_ID`.
 * @throws Error when a CDN is named without its token, or the address is of no known kind.
 */
export function edgeFrom({ EDGE_PURGE_URL, EDGE_PURGE_TOKEN }: EdgeSettings): Edge | null {
  if (!EDGE_PURGE_URL) return null
  const urls = EDGE_PURGE_URL.split(',').map((url) => url.trim())
  if (urls.every((url) => /^https?:\/\//.test(url))) return varnishEdge(urls)
  // Not by `new URL`: identifiers of CDNs know upper from lower case.
  const [, kind, id] = /^(cloudflare|fastly):\/\/(\w+)\/?$/.exec(EDGE_PURGE_URL) ?? []
  if (!kind || !id) throw new Error(`EDGE_PURGE_URL: not an edge we know: ${EDGE_PURGE_URL}`)
  if (!EDGE_PURGE_TOKEN) throw new Error(`EDGE_PURGE_TOKEN: ${kind} wants one`)
  return kind === 'cloudflare'
    ? cloudflareEdge({ zone: id, token: EDGE_PURGE_TOKEN })
    : fastlyEdge({ service: id, token: EDGE_PURGE_TOKEN })
}
