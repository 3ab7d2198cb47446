import type { Edge } from './edge'
import { isSubject, keysOf, runsOf } from './keys'
import { surrogateControl } from './life'
import { tell } from './tell'

const mostKeys = 256
// Fastly bounds all headers of a request together.
const mostBytes = 12_000

export type FastlySettings = {
  service: string
  /** Of an API token with the scope `purge_select`. */
  token: string
  api?: string
}

/**
 * Fastly. Soft for lists, at once for subjects.
 * @see https://www.fastly.com/documentation/reference/api/purging/
 */
export function fastlyEdge(settings: FastlySettings): Edge {
  const { service, token, api = 'https://api.fastly.com' } = settings
  const name = `fastly ${service}`
  const purge = async (tags: string[], isSoft: boolean) => {
    for (const run of runsOf(keysOf(tags), { mostKeys, mostBytes })) {
      await tell(name, `${api}/service/${service}/purge`, {
        method: 'POST',
        headers: {
          'Fastly-Key': token,
          Accept: 'application/json',
          'Surrogate-Key': run.join(' '),
          ...(isSoft && { 'Fastly-Soft-Purge': '1' }),
        },
      })
    }
  }
  return {
    headers: (tags, life) => ({
      'Surrogate-Key': keysOf(tags).join(' '),
      'Surrogate-Control': surrogateControl(life),
    }),
    doors: [
      {
        name,
        purge: async (tags) => {
          await purge(tags.filter(isSubject), false)
          await purge(
            tags.filter((tag) => !isSubject(tag)),
            true,
          )
        },
      },
    ],
  }
}
