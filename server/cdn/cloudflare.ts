import type { Cdn } from './cdn'
import { surrogateControl } from './cdn-lifetime'
import { PurgeRejectedError, sendPurgeRequest } from './purge-request'
import { batchKeys, surrogateKeysOf } from './surrogate-keys'

const mostKeys = 30

export type CloudflareSettings = {
  zone: string
  /** An API token with the permission Zone → Cache Purge. */
  token: string
  api?: string
}

/**
 * Cloudflare. It caches pages only where a cache rule makes them eligible, and it has no soft purge: a purged page is
 * fetched again for the next reader. `stale-if-error` still covers a server that is down.
 * @see https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/
 */
export function cloudflareCdn(settings: CloudflareSettings): Cdn {
  const { zone, token, api = 'https://api.cloudflare.com/client/v4' } = settings
  const name = `cloudflare ${zone}`
  const purge = async (tags: string[]) => {
    for (const batch of batchKeys(surrogateKeysOf(tags), { mostKeys })) {
      const text = await sendPurgeRequest(name, `${api}/zones/${zone}/purge_cache`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ tags: batch }),
      })
      // A refusal may come with status 200.
      if (!/"success"\s*:\s*true/.test(text)) throw new PurgeRejectedError(name, 200, text, 0)
    }
  }
  return {
    headers: (tags, lifetime) => ({
      'Cache-Tag': surrogateKeysOf(tags).join(','),
      'Cloudflare-CDN-Cache-Control': surrogateControl(lifetime),
    }),
    purgeTargets: [{ name, purge }],
  }
}
