import { readSearch, searchAddress, searchPath } from '../lib/document/search-address'

/** What the press does with a request target. */
export type Address =
  /** A reader's document, kept under `path`. */
  | { kind: 'document'; path: string }
  /** The same document has one address; this is not it. */
  | { kind: 'moved'; path: string }
  /** No document can have this address. */
  | { kind: 'unknown' }
  /** Next answers by itself: its own files, the newsroom, pictures. */
  | { kind: 'pass' }

const passed = /^\/(?:_next|newsroom|api|media)(?:\/|$)/
const file = /^\/[\w.-]+\.(?:ico|png|svg|txt|xml|json|webmanifest)$/
const longestPath = 1_000
// Control characters and backslashes have no place in a path; NUL would end a string in PostgreSQL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u001f\u007f\\]/

/** The path decoded, part by part; null for a cut or forbidden sequence, a dot segment, a hidden slash. */
function decodePath(path: string): string[] | null {
  try {
    const parts = path.split('/').filter(Boolean).map(decodeURIComponent)
    const bad = parts.some(
      (part) => forbidden.test(part) || part.includes('/') || /^\.{1,2}$/.test(part),
    )
    return bad ? null : parts
  } catch {
    // decodeURIComponent throws on a cut-off sequence: no document has such an address.
    return null
  }
}

/**
 * Reads a request target. Every document has one address: no query (readers' pages take none, trackers add many),
 * no double or trailing slash, lower-case Latin, percent-encoding as `encodeURIComponent` writes it. A search alone
 * keeps its words and page: all ways of writing them lead to one document, without a redirect on a slow line.
 */
export function readAddress(target: string): Address {
  const [path = '/'] = target.split(/[?#]/, 1)
  if (passed.test(path) || file.test(path)) return { kind: 'pass' }
  if (!path.startsWith('/') || path.length > longestPath) return { kind: 'unknown' }
  const parts = decodePath(path)
  if (!parts || parts[0] === 'internal') return { kind: 'unknown' }
  const canonical = `/${parts.map((part) => encodeURIComponent(part.replace(/[A-Z]/g, (c) => c.toLowerCase()))).join('/')}`
  const isOwn = canonical === path
  if (canonical === searchAddress) {
    const query = target.slice(path.length).split('#', 1)[0] ?? ''
    const search = searchPath(readSearch(new URLSearchParams(query)))
    return isOwn ? { kind: 'document', path: search } : { kind: 'moved', path: search }
  }
  return isOwn ? { kind: 'document', path } : { kind: 'moved', path: canonical }
}

/** Whether the address is that of a search's results or of its form. */
export const isSearch = (address: Address): boolean =>
  address.kind === 'document' && /^\/search(?:\?|$)/.test(address.path)
