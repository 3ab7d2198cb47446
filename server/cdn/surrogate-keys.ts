import { createHash } from 'node:crypto'

// Edges bound a header at 8 KB (Varnish) and a key at 1 KB; a page carries some dozens of tags.
const maxKeyLength = 64
const hashLength = 32

/**
 * A tag as edges take it: visible ASCII without blanks and commas, which separate keys. A long one (a path may have
 * a thousand letters) is its kind and a hash.
 */
export function surrogateKeyOf(tag: string): string {
  const safe = tag.toWellFormed().replace(/[^\x21-\x2b\x2d-\x7e]/gu, encodeURIComponent)
  if (safe.length <= maxKeyLength) return safe
  const hash = createHash('sha256').update(safe).digest('hex').slice(0, hashLength)
  return `${safe.slice(0, maxKeyLength - hashLength - 1).replace(/:.*/s, '')}:${hash}`
}

export const surrogateKeysOf = (tags: string[]): string[] => [...new Set(tags.map(surrogateKeyOf))]

/**
 * Whether the tag names one document rather than a list. Its old copy may not stand in after news: a withdrawn story
 * would be shown once more, and a correction is to be there on the next request; so is a redirect where a page was not
 * there. Lists may be seconds old.
 */
export const isSubjectTag = (tag: string): boolean => /^(?:(?:article|page):|redirects$)/.test(tag)

/** Runs of keys, each of at most `mostKeys` and, joined by one sign, of at most `maxBytes`. */
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
