import { firstGraphemes } from '@/lib/bengali/shorten'
import { normalizeText } from '@/lib/bengali/text'

/** What a reader asked for: words as typed (through the text gate), and the page of results, from 1. */
export type Search = { typed: string; page: number }

export const searchAddress = '/search'
export const mostPages = 10
/** In graphemes; what is longer is cut. */
export const longestQuery = 200

// Longer than any 200 graphemes of real text; bounds the work on a hostile address.
const mostCodeUnits = 4_000

function readWords(q: string): string {
  // U+FFFD stands for bytes that are no UTF-8: what was meant there is lost.
  const text = normalizeText(q.slice(0, mostCodeUnits)).replace(/[\s\ufffd]+/g, ' ')
  return firstGraphemes(text.trim(), longestQuery).trim()
}

/**
 * Reads the query of a search's address: `q` and `page`, the first of each. A page that cannot be counts as not given,
 * as does all else in the query; nothing here throws. Both the press and the page read with it.
 */
export function readSearch(params: URLSearchParams): Search {
  const typed = readWords(params.get('q') ?? '')
  const page = params.get('page') ?? ''
  return { typed, page: typed !== '' && /^(?:[2-9]|10)$/.test(page) ? Number(page) : 1 }
}

/**
 * The one address of a search: the same for all ways of typing that look the same, and as a browser writes it when the
 * form is sent. The words stay as typed and are not the search key, for they stand in the page's field.
 */
export function searchPath({ typed, page }: Search): string {
  if (typed === '') return searchAddress
  const params = new URLSearchParams({ q: typed })
  if (page > 1) params.set('page', String(page))
  return `${searchAddress}?${params}`
}
