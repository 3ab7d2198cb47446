import type { Cdn, PurgeTarget } from './cdn'
import { surrogateControl } from './cdn-lifetime'
import { sendPurgeRequest } from './purge-request'
import { batchKeys, isSubjectTag, surrogateKeysOf } from './surrogate-keys'

// Varnish takes header lines of 8 KB (`http_req_hdr_len`); name and separators need room.
const mostBytes = 7_000

/** One or more Varnish with deploy/varnish/default.vcl, by their addresses. */
export function varnishCdn(urls: string[]): Cdn {
  return {
    headers: (tags, lifetime) => ({
      xkey: surrogateKeysOf(tags).join(' '),
      'Surrogate-Control': surrogateControl(lifetime),
    }),
    purgeTargets: urls.map(varnishTarget),
  }
}

function varnishTarget(url: string): PurgeTarget {
  const { host } = new URL(url)
  const purge = async (header: 'xkey-purge' | 'xkey-softpurge', tags: string[]) => {
    for (const batch of batchKeys(surrogateKeysOf(tags), { mostBytes })) {
      await sendPurgeRequest(host, url, { method: 'PURGE', headers: { [header]: batch.join(' ') } })
    }
  }
  return {
    name: host,
    purge: async (tags) => {
      await purge('xkey-purge', tags.filter(isSubjectTag))
      await purge(
        'xkey-softpurge',
        tags.filter((tag) => !isSubjectTag(tag)),
      )
    },
  }
}
