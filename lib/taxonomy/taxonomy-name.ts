import { LRUCache } from 'lru-cache'
import { compareBengali } from '@/lib/bengali/collation'
import { romanKeys } from '@/lib/bengali/search/roman-keys'
import { searchKey } from '@/lib/bengali/search/search-key'

export const taxonomyKinds = ['contributors', 'topics', 'sources'] as const
export type TaxonomyKind = (typeof taxonomyKinds)[number]

/** A name with its id; `kind` tells a desk from a person of the same name. */
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

/** Whether a word of a name begins with the typed word, or sounds like it when typed in Latin. */
function matchesWord(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true
  if (!isLatin(typed) || typed.length < 2) return false
  const phoneticKeys = cachedPhoneticKeys(word)
  return cachedPhoneticKeys(typed).some(
    (phoneticKey) => phoneticKey && phoneticKeys.some((each) => each.startsWith(phoneticKey)),
  )
}

/** A search key without its spaces: নদী ভাঙন and নদীভাঙন are one name. */
const joined = (key: string): string => key.replaceAll(' ', '')

/** The rank of a match: 0 is best; null is no match. */
function rankOf(name: string, query: string): number | null {
  const key = cachedSearchKey(name)
  if (key === query) return 0
  if (key.startsWith(query) || joined(key).startsWith(joined(query))) return 1
  const words = key.split(' ')
  return query.split(' ').every((typed) => words.some((word) => matchesWord(word, typed)))
    ? 2
    : null
}

type NamePage<N> = {
  names: N[]
  /** The `after` of the next page; null on the last. */
  next: number | null
}

/** Best first: whole names, prefixes, then matching words, shorter names first. Without a query, the newest first. */
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

/** A page of the names that match the query. @param after the last name of the previous page; unknown: the first page */
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
    ? // Only the names of the page are sorted by the alphabet, which is slow.
      page.toSorted((a, b) => a.rank - b.rank || compareBengali(a.named.name, b.named.name))
    : page
  return { names: shown.map(({ named }) => named), next: hasMore && last ? last.named.id : null }
}

/** The names that match the query, best first. */
export const rankNames = <N extends TaxonomyName>(all: N[], typed: string, max: number): N[] =>
  pageOfNames(all, typed, null, max).names

/** Whether one of the names has the same search key as `name`. */
export const includesName = (name: string, all: TaxonomyName[]): boolean =>
  all.some((named) => cachedSearchKey(named.name) === cachedSearchKey(name))

// In shorter names one letter makes another name: রাশিয়া is not রাশি.
const minLettersForTypo = 6

/** Whether one letter more, less or other makes one key of the two. */
function differsByOneLetter(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || short.length < minLettersForTypo) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same += 1
  const shortRest = short.slice(short.length === long.length ? same + 1 : same)
  return shortRest === long.slice(same + 1)
}

/** The name among `all` that is probably meant by `name`, written apart or with a slip; undefined when none is. */
export function nearName<N extends TaxonomyName>(name: string, all: N[]): N | undefined {
  const key = joined(cachedSearchKey(name))
  const keyOf = (named: N) => joined(cachedSearchKey(named.name))
  return (
    all.find((named) => keyOf(named) === key) ??
    all.find((named) => differsByOneLetter(keyOf(named), key))
  )
}
