import { normalizeText } from '@/lib/bengali/text/normalize'
import { firstGraphemes } from '@/lib/bengali/text/shorten'

/** A search: the typed words after text normalization, and the page of results, from 1. */
export type SearchRequest = { typed: string; page: number }

export const searchBasePath = '/search'
export const maxSearchPages = 10
/** In graphemes; longer queries are cut. */
export const maxQueryGraphemes = 200

// Bounds the work on a hostile address.
const maxCodeUnits = 4_000

function normalizeQuery(q: string): string {
  // U+FFFD stands for invalid UTF-8.
  const text = normalizeText(q.slice(0, maxCodeUnits)).replace(/[\s\ufffd]+/g, ' ')
  return firstGraphemes(text.trim(), maxQueryGraphemes).trim()
}

/** Parses the first `q` and `page` of a search's address, in the server and in the page. An invalid page is page 1. */
export function parseSearch(params: URLSearchParams): SearchRequest {
  const typed = normalizeQuery(params.get('q') ?? '')
  const page = params.get('page') ?? ''
  return { typed, page: typed !== '' && /^(?:[2-9]|10)$/.test(page) ? Number(page) : 1 }
}

/**
 * The canonical address of a search, as a browser builds it from the form. The words are not the search key, because the
 * page shows them again.
 */
export function searchPath({ typed, page }: SearchRequest): string {
  if (typed === '') return searchBasePath
  const params = new URLSearchParams({ q: typed })
  if (page > 1) params.set('page', String(page))
  return `${searchBasePath}?${params}`
}
