import { normalizeText } from '@/lib/bengali/text/normalize'
import { firstGraphemes } from '@/lib/bengali/text/shorten'

/** What a reader asked for: words as typed (through text normalization), and the page of results, from 1. */
export type SearchRequest = { typed: string; page: number }

export const searchBasePath = '/search'
export const maxSearchPages = 10
/** In graphemes; what is longer is cut. */
export const maxQueryGraphemes = 200

// Longer than any 200 graphemes of real text; bounds the work on a hostile address.
const maxCodeUnits = 4_000

function normalizeQuery(q: string): string {
  // U+FFFD stands for bytes that are no UTF-8: what was meant there is lost.
  const text = normalizeText(q.slice(0, maxCodeUnits)).replace(/[\s\ufffd]+/g, ' ')
  return firstGraphemes(text.trim(), maxQueryGraphemes).trim()
}

/**
 * Reads the query of a search's address: `q` and `page`, the first of each. A page that cannot be counts as not given,
 * as does all else in the query; nothing here throws. Both the server and the page parse with it.
 */
export function parseSearch(params: URLSearchParams): SearchRequest {
  const typed = normalizeQuery(params.get('q') ?? '')
  const page = params.get('page') ?? ''
  return { typed, page: typed !== '' && /^(?:[2-9]|10)$/.test(page) ? Number(page) : 1 }
}

/**
 * The one address of a search: the same for all ways of typing that look the same, and as a browser writes it when the
 * form is sent. The words stay as typed and are not the search key, for they stand in the page's field.
 */
export function searchPath({ typed, page }: SearchRequest): string {
  if (typed === '') return searchBasePath
  const params = new URLSearchParams({ q: typed })
  if (page > 1) params.set('page', String(page))
  return `${searchBasePath}?${params}`
}
