import { canonicalPath } from '@/lib/urls/canonical-path'
import { repairedStoryPath } from '@/lib/urls/repaired-paths'
import { reservedPathsOf, startsWithPath } from '@/lib/urls/reserved-paths'
import { parseSearch, searchBasePath, searchPath } from '@/lib/urls/search-address'
import { verifyBasePath, verifyPath } from '@/lib/urls/verify-address'

/** What the server does with a request target. */
export type RequestAddress =
  /** A reader's document, kept under `path`. */
  | { kind: 'document'; path: string }
  /** The same document has one address; this is not it. */
  | { kind: 'moved'; path: string }
  /** No document can have this address. */
  | { kind: 'unknown' }
  /** A file of the build, or nothing. */
  | { kind: 'file' }
  /** Where a reader's beacon tells that story `id` was read; null for a number that no story can have. */
  | { kind: 'beacon'; id: number | null }
  /** A route of Next's own answers, untouched by the server: pictures. */
  | { kind: 'pass' }
  /** A link to a story that readers do not have, or what pretends to be one: never kept (server/http/preview.ts). */
  | { kind: 'preview'; token: string | null }
  /** A form that readers send: never cached (server/http/forms/reader-form-handler.ts). */
  | { kind: 'form'; path: string }
  /** Editors' pages and what they send: never kept (server/http/newsroom-handler.ts). */
  | { kind: 'newsroom' }

// Only what has a route or may be a file: all else is a document's address, and gets the drawn not-found page.
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
// Pages that the framework has for itself (`/_global-error`, `/_not-found`, `/404`); none of them is a reader's.
const frameworkPath = /^\/(?:_|404$|500$)/
const longestPath = 1_000

function readBeacon(path: string): RequestAddress {
  const [, number = ''] = /^([1-9]\d{0,9})$/.exec(path.slice(beacons.length)) ?? []
  const isId = number !== '' && Number(number) <= largestId
  return { kind: 'beacon', id: isId ? Number(number) : null }
}

/**
 * The target as servers are asked: a client that takes us for its proxy names the host too. Which host is no matter
 * here, as it is none in the `Host` header.
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
 * Reads a request target. Every document has one address: its path as `canonicalPath` writes it and no query (readers'
 * pages take none, trackers add many; what an old site's query led to is for server/http/redirects/query-redirects.ts). A search alone
 * keeps its words and page: all ways of writing them lead to one document, without a redirect on a slow line. The code
 * of a photocard may be typed in many ways, into the form's query too, and has one address.
 */
export function readAddress(target: string): RequestAddress {
  const [path = '/'] = target.split(/[?#]/, 1)
  // Before all else, so that what only looks like a link is answered as one that leads nowhere.
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

/** What was typed as a photocard's code, into the address or into the form; null at any other address. */
function typedCode(canonical: string, query: string): string | null {
  if (canonical === verifyBasePath) return new URLSearchParams(query).get('code') ?? ''
  const [, part] = codePath.exec(canonical) ?? []
  return part === undefined ? null : decodeURIComponent(part)
}

/** Whether a photocard is asked after, or the form for it. */
export const isVerification = (address: RequestAddress): boolean =>
  address.kind === 'document' && /^\/verify(?:\/|$)/.test(address.path)

/** Whether the address is that of a search's results or of its form. */
export const isSearch = (address: RequestAddress): boolean =>
  (address.kind === 'document' || address.kind === 'moved') &&
  /^\/search(?:\?|$)/.test(address.path)
