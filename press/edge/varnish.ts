import type { Door, Edge } from './edge'
import { isSubject, keysOf, runsOf } from './keys'
import { surrogateControl } from './life'
import { tell } from './tell'

// Varnish takes header lines of 8 KB (`http_req_hdr_len`); name and separators need room.
const mostBytes = 7_000

/** One or more Varnish with deploy/varnish/default.vcl, by their addresses. */
export function varnishEdge(urls: string[]): Edge {
  return {
    headers: (tags, life) => ({
      xkey: keysOf(tags).join(' '),
      'Surrogate-Control': surrogateControl(life),
    }),
    doors: urls.map(varnishDoor),
  }
}

function varnishDoor(url: string): Door {
  const { host } = new URL(url)
  const purge = async (header: 'xkey-purge' | 'xkey-softpurge', tags: string[]) => {
    for (const run of runsOf(keysOf(tags), { mostBytes })) {
      await tell(host, url, { method: 'PURGE', headers: { [header]: run.join(' ') } })
    }
  }
  return {
    name: host,
    purge: async (tags) => {
      await purge('xkey-purge', tags.filter(isSubject))
      await purge(
        'xkey-softpurge',
        tags.filter((tag) => !isSubject(tag)),
      )
    },
  }
}
