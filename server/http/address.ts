import { canonicalPath } from '@/lib/urls/canonical-path'
import { repairedStoryPath } from '@/lib/urls/repaired-paths'
import { reservedPathsOf, startsWithPath } from '@/lib/urls/reserved-paths'
import { parseSearch, searchBasePath, searchPath } from '@/lib/urls/search-address'
import { verifyBasePath, verifyPath } from '@/lib/urls/verify-address'

/** What the server does with a request target. */
export type RequestAddress =
  /** A reader's document, kept under `path`. */
  | { kind: 'document'; path: string }
  /** Another spelling of a document's address. */
  | { kind: 'moved'; path: string }
  /** No document can have this address. */
  | { kind: 'unknown' }
  /** A file of the build. */
  | { kind: 'file' }
  /** The beacon that counts a reading of story `id`; null for a number that no story can have. */
  | { kind: 'beacon'; id: number | null }
  /** A route that Next answers by itself: pictures. */
  | { kind: 'pass' }
  /** A preview link of an unpublished story, valid or not: never cached (server/http/preview.ts). */
  | { kind: 'preview'; token: string | null }
  /** A form that readers send: never cached (server/http/forms/reader-form-handler.ts). */
  | { kind: 'form'; path: string }
  /** Pages and requests of the newsroom: never cached (server/http/newsroom-handler.ts). */
  | { kind: 'newsroom' }

// Paths with a route of their own, and files; any other path is a document's, and its not-found page is a rendered
// one.
const file = /^\/(?:_next\/static|_reader)\/./
const beacons = '/api/reads/'
// PostgreSQL's integer: a larger number cannot be a story's.
const largestId = 2_147_483_647
const passed = /^\/media\/[^/]+\/[^/]+$/
const preview = startsWithPath('preview')
const linkToken = /^\/preview\/([0-9a-f]{64})$/
const newsroom = startsWithPath('newsroom')
const forms = startsWithPath(...reservedPathsOf('forms'))
const internal = startsWithPath('internal')
// Internal pages of the framework (`/_global-error`, `/_not-found`, `/404`); readers get none of them.
const frameworkPath = /^\/(?:_|404$|500$)/
const longestPath = 1_000

function readBeacon(path: string): RequestAddress {
  const [, number = ''] = /^([1-9]\d{0,9})$/.exec(path.slice(beacons.length)) ?? []
  const isId = number !== '' && Number(number) <= largestId
  return { kind: 'beacon', id: isId ? Number(number) : null }
}

/**
 * The request target in origin form. A client that uses this server as a proxy sends the absolute form, with a host,
 * which is ignored like the `Host` header.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target
  const [whole] = /^https?:\/\/[^/?#]+/i.exec(target) ?? []
  if (!whole) return target
  const rest = target.slice(whole.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

/**
 * Parses a request target. Every document has one address: the path as `canonicalPath` writes it, without a query.
 * Readers' pages use no query, and trackers add many; queries of an old site are handled in
 * server/http/redirects/query-redirects.ts. Only a search keeps its words and its page number: all spellings of them
 * give one document, without a redirect on a slow line. A photocard's code may be typed in many ways, also in the
 * form's query, and has one address.
 */
export function readAddress(target: string): RequestAddress {
  const [path = '/'] = target.split(/[?#]/, 1)
  // First, so that an invalid preview link gets the same answer as an expired one.
  if (preview.test(path)) return { kind: 'preview', token: linkToken.exec(path)?.[1] ?? null }
  if (!path.startsWith('/') || path.length > longestPath) return { kind: 'unknown' }
  if (path.startsWith(beacons)) return readBeacon(path)
  const canonical = canonicalPath(path)
  if (!canonical || internal.test(canonical)) return { kind: 'unknown' }
  if (file.test(path)) return { kind: 'file' }
  if (passed.test(path)) return { kind: 'pass' }
  if (newsroom.test(path)) return { kind: 'newsroom' }
  if (frameworkPath.test(canonical) && !file.test(canonical)) return { kind: 'unknown' }
  const isOwn = canonical === path
  if (isOwn && forms.test(path)) return { kind: 'form', path }
  const query = target.slice(path.length).split('#', 1)[0] ?? ''
  const typed = typedCode(canonical, query)
  if (typed !== null) {
    const own = verifyPath(typed)
    return own === path ? { kind: 'document', path } : { kind: 'moved', path: own }
  }
  if (canonical === searchBasePath) {
    const search = searchPath(parseSearch(new URLSearchParams(query)))
    return isOwn ? { kind: 'document', path: search } : { kind: 'moved', path: search }
  }
  const story = repairedStoryPath(canonical)
  if (story) return { kind: 'moved', path: story }
  return isOwn ? { kind: 'document', path } : { kind: 'moved', path: canonical }
}

const codePath = /^\/verify\/([^/]+)$/

/** The photocard code that was typed into the address or the form; null at any other address. */
function typedCode(canonical: string, query: string): string | null {
  if (canonical === verifyBasePath) return new URLSearchParams(query).get('code') ?? ''
  const [, part] = codePath.exec(canonical) ?? []
  return part === undefined ? null : decodeURIComponent(part)
}

/** Whether the address is that of a photocard's verification or of its form. */
export const isVerification = (address: RequestAddress): boolean =>
  address.kind === 'document' && /^\/verify(?:\/|$)/.test(address.path)

/** Whether the address is that of a search's results or of its form. */
export const isSearch = (address: RequestAddress): boolean =>
  (address.kind === 'document' || address.kind === 'moved') &&
  /^\/search(?:\?|$)/.test(address.path)
