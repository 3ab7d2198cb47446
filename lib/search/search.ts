import { readNumber } from '@/lib/articles/article'
import { searchWords } from '@/lib/bengali/search-key'
import { normalizeText } from '@/lib/bengali/text'
import { lexemeOf, quoteLexeme, soundsAskedFor } from './search-words'

/** What a reader asked for: words as typed (through the text gate), and the page of results, from 1. */
export type Search = { typed: string; page: number }

export const hitsOnPage = 20
export const mostPages = 10
/** Past this many the count is said as "1,000+". */
export const mostCounted = 1_000
/** In graphemes; what is longer is cut. */
export const longestQuery = 200

export const searchAddress = '/search'

// Longer than any 200 graphemes of real text; bounds the work on a hostile address.
const mostCodeUnits = 4_000

const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' })

function cutAtGraphemes(text: string, most: number): string {
  let count = 0
  for (const { index } of graphemes.segment(text)) if (count++ === most) return text.slice(0, index)
  return text
}

/** One text for all ways of typing it that look the same; empty for one with nothing to look for. */
function readWords(q: string): string {
  const text = normalizeText(q.slice(0, mostCodeUnits)).replace(/[\s\ufffd]+/g, ' ')
  return cutAtGraphemes(text.trim(), longestQuery).trim()
}

/** Reads an address's query. Parameters that make no sense count as not given; nothing here throws. */
export function readSearch(params: URLSearchParams): Search {
  const typed = readWords(params.get('q') ?? '')
  const page = readNumber(params.get('page') ?? '') ?? 1
  return { typed, page: typed !== '' && page <= mostPages ? page : 1 }
}

/** The one address of a search, as a browser writes it when the form is sent. */
export function searchPath({ typed, page }: Search): string {
  if (typed === '') return searchAddress
  const params = new URLSearchParams({ q: typed })
  if (page > 1) params.set('page', String(page))
  return `${searchAddress}?${params}`
}

/** What the database is asked, and what is marked in the results. */
export type SearchPlan = {
  /** The words by which near misses are looked for. */
  key: string
  /** Each word's tsquery: any of its lexemes. */
  terms: string[]
  /** The words one after another, as a tsquery; null for a single word. */
  phrase: string | null
  /** All lexemes: a word of a text that has one of them matches. */
  lexemes: ReadonlySet<string>
}

/**
 * Words that stand in nearly every story and say nothing alone; looked for only when nothing else was typed. A headline
 * without a story holds few of them, and must not be missed for that.
 */
const emptyWords = new Set(
  searchWords('ও এবং আর অথবা কিংবা বা এ এই ঐ এর the a an of and in on to for'),
)

// Two or three names run together: metro rail is মেট্রোরেল.
const mostJoined = 3

function joinedSounds(words: string[]): string[] {
  const canJoin = words.length > 1 && words.length <= mostJoined
  return canJoin && words.every((word) => /^[a-z]+$/.test(word))
    ? soundsAskedFor(words.join('')).filter((sound) => !sound.startsWith('~='))
    : []
}

/** The plan for what was typed; null when it is too short to look for (a letter alone, or only signs). */
export function planSearch(typed: string): SearchPlan | null {
  const all = [...new Set(searchWords(typed))]
  if (all.join('').length < 2) return null
  const telling = all.filter((word) => !emptyWords.has(word))
  const words = telling.length > 0 ? telling : all
  const joined = joinedSounds(words)
  const found = words.map((word) => [
    ...new Set([lexemeOf(word), ...soundsAskedFor(word), ...joined]),
  ])
  const terms = found.map((lexemes) => `(${lexemes.map(quoteLexeme).join(' | ')})`)
  return {
    key: words.join(' '),
    terms,
    phrase: terms.length > 1 ? terms.join(' <-> ') : null,
    lexemes: new Set(found.flat()),
  }
}
