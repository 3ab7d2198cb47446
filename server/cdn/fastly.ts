import type { Cdn } from './cdn'
import { surrogateControl } from './cdn-lifetime'
import { sendPurgeRequest } from './purge-request'
import { batchKeys, isSubjectTag, surrogateKeysOf } from './surrogate-keys'

const mostKeys = 256
// Fastly limits the total size of a request's headers.
const mostBytes = 12_000

export type FastlySettings = {
  service: string
  /** An API token with the scope `purge_select`. */
  token: string
  api?: string
}

/**
 * Fastly. Lists are purged softly, a document's own page at once.
 * @see https://www.fastly.com/documentation/reference/api/purging
 */
export function fastlyCdn(settings: FastlySettings): Cdn {
  const { service, token, api = 'https://api.fastly.com' } = settings
  const name = `fastly ${service}`
  const purge = async (tags: string[], isSoft: boolean) => {
    for (const batch of batchKeys(surrogateKeysOf(tags), { mostKeys, mostBytes })) {
      await sendPurgeRequest(name, `${api}/service/${service}/purge`, {
        method: 'POST',
        headers: {
          'Fastly-Key': token,
          Accept: 'application/json',
          'Surrogate-Key': batch.join(' '),
          ...(isSoft && { 'Fastly-Soft-Purge': '1' }),
        },
      })
    }
  }
  return {
    headers: (tags, lifetime) => ({
      'Surrogate-Key': surrogateKeysOf(tags).join(' '),
      'Surrogate-Control': surrogateControl(lifetime),
    }),
    purgeTargets: [
      {
        name,
        purge: async (tags) => {
          await purge(tags.filter(isSubjectTag), false)
          await purge(
            tags.filter((tag) => !isSubjectTag(tag)),
            true,
          )
        },
      },
    ],
  }
}
