import { createHash } from 'node:crypto'

// Limits: 8 KB a header (Varnish), 1 KB a key; a page has some dozens of tags.
const maxKeyLength = 64
const hashLength = 32

/**
 * A tag in the form that CDNs accept: visible ASCII without blanks and commas, which separate keys. A long tag (a
 * path may have a thousand letters) becomes its kind and a hash.
 */
export function surrogateKeyOf(tag: string): string {
  const safe = tag.toWellFormed().replace(/[^\x21-\x2b\x2d-\x7e]/gu, encodeURIComponent)
  if (safe.length <= maxKeyLength) return safe
  const hash = createHash('sha256').update(safe).digest('hex').slice(0, hashLength)
  return `${safe.slice(0, maxKeyLength - hashLength - 1).replace(/:.*/s, '')}:${hash}`
}

export const surrogateKeysOf = (tags: string[]): string[] => [...new Set(tags.map(surrogateKeyOf))]

/**
 * Whether the tag names one document rather than a list. An old copy of it may not be served after an invalidation: a
 * withdrawn story would be shown again, and a correction must be visible with the next request, as must a redirect at
 * an address without a page. Lists may be seconds old.
 */
export const isSubjectTag = (tag: string): boolean => /^(?:(?:article|page):|redirects$)/.test(tag)

/** Batches of keys, each of at most `mostKeys` keys and, joined by a separator, at most `maxBytes` bytes. */
export function batchKeys(
  keys: string[],
  { mostKeys = Infinity, mostBytes = Infinity },
): string[][] {
  const batches: string[][] = []
  let bytes = 0
  for (const key of keys) {
    const last = batches.at(-1)
    bytes += key.length + 1
    if (last && last.length < mostKeys && bytes <= mostBytes) last.push(key)
    else {
      batches.push([key])
      bytes = key.length + 1
    }
  }
  return batches
}
