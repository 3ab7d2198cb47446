import { searchWords } from '@/lib/bengali/search/search-key'
import {
  lexemeOf,
  phoneticKeysOf,
  phoneticKeysOfQuery,
  quoteLexeme,
} from '@/lib/search-index/search-words'

export const hitsPerPage = 20
/** A larger count is shown as "1,000+". */
export const maxCountedHits = 1_000

/** The queries of a search, and the lexemes that are marked in its results. */
export type SearchPlan = {
  /** The words for the comparison with headlines. */
  key: string
  /** Each word's tsquery: any of its lexemes. */
  terms: string[]
  /** The words one after another, as a tsquery; null for a single word. */
  phrase: string | null
  /** All lexemes: a word with one of them matches. */
  lexemes: ReadonlySet<string>
  /** The same by sound, which misspellings mostly keep (শীত, শিত, সীত). */
  phonetic: { query: string; lexemes: ReadonlySet<string> }
}

/**
 * Words of nearly every story, which count only when the query has no others. Otherwise a story without a body, which has
 * few of them, would not be found.
 */
const stopWords = new Set(searchWords('ও এবং আর অথবা কিংবা বা এ এই ঐ এর the a an of and in on to for'))

// Joined names: metro rail is মেট্রোরেল.
const maxJoinedWords = 3

function joinedPhoneticKeys(words: string[]): string[] {
  const canJoin = words.length > 1 && words.length <= maxJoinedWords
  return canJoin && words.every((word) => /^[a-z]+$/.test(word))
    ? phoneticKeysOfQuery(words.join('')).filter((sound) => !sound.startsWith('~='))
    : []
}

const anyOf = (lexemes: string[]) => `(${lexemes.map(quoteLexeme).join(' | ')})`

/** The plan of a query; null when it is too short (one letter, or only signs). */
export function planSearch(typed: string): SearchPlan | null {
  const all = [...new Set(searchWords(typed))]
  if (all.join('').length < 2) return null
  const significantWords = all.filter((word) => !stopWords.has(word))
  const words = significantWords.length > 0 ? significantWords : all
  const joined = joinedPhoneticKeys(words)
  const found = words.map((word) => [
    ...new Set([lexemeOf(word), ...phoneticKeysOfQuery(word), ...joined]),
  ])
  const terms = found.map(anyOf)
  const phoneticTerms = words.map((word) => [lexemeOf(word), ...phoneticKeysOf(word)])
  return {
    key: words.join(' '),
    terms,
    phrase: terms.length > 1 ? terms.join(' <-> ') : null,
    lexemes: new Set(found.flat()),
    phonetic: {
      query: phoneticTerms.map(anyOf).join(' & '),
      lexemes: new Set(phoneticTerms.flat()),
    },
  }
}
