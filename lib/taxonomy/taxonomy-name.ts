import { LRUCache } from 'lru-cache'
import { compareBengali } from '@/lib/bengali/collation'
import { romanKeys } from '@/lib/bengali/search/roman-keys'
import { searchKey } from '@/lib/bengali/search/search-key'

/** What a story is tied to by name: who wrote it, what it is about, where it was taken from. */
export const taxonomyKinds = ['contributors', 'topics', 'sources'] as const
export type TaxonomyKind = (typeof taxonomyKinds)[number]

/** A name to choose; `kind` tells a desk from a person of the same name. */
export type TaxonomyName = { id: number; name: string; kind?: 'person' | 'desk' }

// Keys are cached: computing a key takes longer than comparing it, and each keystroke searches the same names.
const searchKeyCache = new LRUCache<string, string>({ max: 50_000 })
const phoneticKeyCache = new LRUCache<string, string[]>({ max: 50_000 })

function cachedSearchKey(name: string): string {
  const cached = searchKeyCache.get(name) ?? searchKey(name)
  searchKeyCache.set(name, cached)
  return cached
}

function cachedPhoneticKeys(word: string): string[] {
  const cached = phoneticKeyCache.get(word) ?? romanKeys(word)
  phoneticKeyCache.set(word, cached)
  return cached
}

const isLatin = (word: string) => /^[a-z]+$/.test(word)

/** Whether a word of a name begins as it was typed, or sounds as its Latin letters say. */
function matchesWord(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true
  if (!isLatin(typed) || typed.length < 2) return false
  const phoneticKeys = cachedPhoneticKeys(word)
  return cachedPhoneticKeys(typed).some(
    (phoneticKey) => phoneticKey && phoneticKeys.some((each) => each.startsWith(phoneticKey)),
  )
}

/** How well a name answers: 0 is best, null is not at all. */
function rankOf(name: string, query: string): number | null {
  const key = cachedSearchKey(name)
  if (key === query) return 0
  if (key.startsWith(query)) return 1
  const words = key.split(' ')
  return query.split(' ').every((typed) => words.some((word) => matchesWord(word, typed)))
    ? 2
    : null
}

type NamePage<N> = {
  names: N[]
  /** After whom the next page goes on; null on the last. */
  next: number | null
}

/** Best first: whole names, then beginnings, then sounds, the shorter before the longer. Nothing typed, the newest first. */
function orderByRank<N extends TaxonomyName>(
  all: N[],
  typed: string,
): { named: N; rank: number }[] {
  const query = searchKey(typed)
  if (!query) return all.toSorted((a, b) => b.id - a.id).map((named) => ({ named, rank: 0 }))
  return all
    .flatMap((named) => {
      const rank = rankOf(named.name, query)
      return rank === null ? [] : [{ named, rank, length: named.name.length }]
    })
    .sort((a, b) => a.rank - b.rank || a.length - b.length || a.named.id - b.named.id)
}

/**
 * A page of the names that answer what is typed.
 * @param after the last of the page before, in this order; one that is no more begins at the start
 */
export function pageOfNames<N extends TaxonomyName>(
  all: N[],
  typed: string,
  after: number | null,
  max: number,
): NamePage<N> {
  const ordered = orderByRank(all, typed)
  const start = after === null ? 0 : ordered.findIndex(({ named }) => named.id === after) + 1
  const page = ordered.slice(start, start + max)
  const last = page.at(-1)
  const hasMore = start + max < ordered.length
  const shown = searchKey(typed)
    ? // Only the few that are shown are put in the order of the alphabet: comparing by it is slow.
      page.toSorted((a, b) => a.rank - b.rank || compareBengali(a.named.name, b.named.name))
    : page
  return { names: shown.map(({ named }) => named), next: hasMore && last ? last.named.id : null }
}

/** The names that answer what is typed, the likeliest first. */
export const rankNames = <N extends TaxonomyName>(all: N[], typed: string, max: number): N[] =>
  pageOfNames(all, typed, null, max).names

/** Whether `name` is, letter for letter as Bengali is spelt, one of these. */
export const includesName = (name: string, all: TaxonomyName[]): boolean =>
  all.some((named) => cachedSearchKey(named.name) === cachedSearchKey(name))
