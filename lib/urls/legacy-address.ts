import { composeLetters } from '@/lib/bengali/text/normalize'
import { canonicalPath } from './canonical-path'

/**
 * An address of the paper's former site: a path, and mostly a query with the story. Its canonical form has the canonical
 * path and all parameters in the order of their names; the value in `?123` has the name ''.
 */

type QueryParameters = [name: string, value: string][]

// The first of repeated parameters counts, as everywhere in the server.
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

// Parameters that other sites add to links.
const trackingParameters =
  /^(?:utm_|mtm_|pk_|_hs|mc_[ce]id$|(?:fbclid|gclid|gbraid|wbraid|dclid|msclkid|igshid?|ref_src|_g[al])$)/

/** The canonical form of an old address without tracking parameters; null for an invalid one. */
export function legacyAddress(path: string, query: string): string | null {
  const canonical = canonicalPath(path)
  const ownParameters = parseParameters(query).filter(([name]) => !trackingParameters.test(name))
  return canonical && formatAddress(canonical, ownParameters)
}

/** The path and the parameter names of an old address; null when it has no query. */
export function queryShape(address: string): string | null {
  const [path = '', query] = address.split('?')
  if (query === undefined) return null
  const names = parseParameters(query).map(([name]) => encodeURIComponent(name))
  return `${path}?${names.join('&')}`
}

/** The sets of parameter names by path. */
export type QueryShapes = Map<string, string[][]>

/** The longest set first: the more specific address wins. */
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

// No old address is longer (lib/redirects).
const maxQueryLength = 1_000

/** The old addresses of known shapes that a query at that path may mean, the most specific first. */
export function matchLegacyAddresses(shapes: QueryShapes, path: string, query: string): string[] {
  const known = shapes.get(path)
  if (!known || query === '' || query.length > maxQueryLength) return []
  const parameters = parseParameters(query)
  return known.flatMap((names) => {
    const matching = parameters.filter(([name]) => names.includes(name))
    return matching.length === names.length ? [formatAddress(path, matching)] : []
  })
}
