import { composeLetters } from '@/lib/bengali/text/normalize'
import { canonicalPath } from './canonical-path'

/**
 * An address of a site the paper had before: a path, and mostly a query that says which story. It is known by its path
 * in canonical form and all of its parameters in the order of their names; `?123`, without a name, is a value of none.
 */

type QueryParameters = [name: string, value: string][]

// Of names given twice the first counts, as everywhere in the server.
function parseParameters(query: string): QueryParameters {
  if (query === '') return []
  const given: QueryParameters = query.includes('=')
    ? [...new URLSearchParams(query)]
    : [['', new URLSearchParams(`=${query}`).get('') ?? '']]
  const first = new Map<string, string>()
  for (const [name, value] of given) {
    const known = composeLetters(name).toLowerCase()
    if (!first.has(known)) first.set(known, composeLetters(value))
  }
  return [...first].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const formatAddress = (path: string, parameters: QueryParameters) => {
  if (parameters.length === 0) return path
  const [[name, value] = ['', '']] = parameters
  return name === ''
    ? `${path}?${encodeURIComponent(value)}`
    : `${path}?${new URLSearchParams(parameters)}`
}

// What links from elsewhere carry along, and what was never part of an address.
const trackingParameters =
  /^(?:utm_|mtm_|pk_|_hs|mc_[ce]id$|(?:fbclid|gclid|gbraid|wbraid|dclid|msclkid|igshid?|ref_src|_g[al])$)/

/** The one form of an old address, without what trackers added; null where no request can have it. */
export function legacyAddress(path: string, query: string): string | null {
  const canonical = canonicalPath(path)
  const ownParameters = parseParameters(query).filter(([name]) => !trackingParameters.test(name))
  return canonical && formatAddress(canonical, ownParameters)
}

/** The path and the names of an old address's query, without their values; null where it has no query. */
export function queryShape(address: string): string | null {
  const [path = '', query] = address.split('?')
  if (query === undefined) return null
  const names = parseParameters(query).map(([name]) => encodeURIComponent(name))
  return `${path}?${names.join('&')}`
}

/** Shapes of queries, by the paths that have them. */
export type QueryShapes = Map<string, string[][]>

/** The longest first: of two old addresses the more exact is meant. */
export function parseQueryShapes(shapes: string[]): QueryShapes {
  const byPath: QueryShapes = new Map()
  for (const shape of shapes) {
    const [path = '', names = ''] = shape.split('?')
    const known = byPath.get(path) ?? []
    byPath.set(path, [...known, names.split('&').map(decodeURIComponent)])
  }
  for (const known of byPath.values()) known.sort((a, b) => b.length - a.length)
  return byPath
}

// A query that is longer than any old address is none (lib/redirects).
const maxQueryLength = 1_000

/** Which old addresses the query may mean at that path, the most exact first: those of a known shape. */
export function matchLegacyAddresses(shapes: QueryShapes, path: string, query: string): string[] {
  const known = shapes.get(path)
  if (!known || query === '' || query.length > maxQueryLength) return []
  const parameters = parseParameters(query)
  return known.flatMap((names) => {
    const matching = parameters.filter(([name]) => names.includes(name))
    return matching.length === names.length ? [formatAddress(path, matching)] : []
  })
}
