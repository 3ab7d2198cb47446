/**
 * The kind of response below a reserved first path segment.
 * - `pages`: reader pages of a route of their own, or of one to come; cached
 * - `uncached`: the newsroom, previews, beacons, probes; neither the page cache nor a CDN stores the response
 * - `forms`: forms that readers send (server/http/forms/reader-form-handler.ts); uncached as well
 * - `files`: files of the build and pictures; they may carry a query
 * - `internal`: requests of the server to Next; no reader's request reaches them
 */
type Answer = 'pages' | 'uncached' | 'forms' | 'files' | 'internal'

/**
 * First path parts that the site needs for itself: the one list. No category and no static page may have one as its slug.
 * The database's trigger (`checkFirstPathPart`), the router (app/), deploy/varnish/default.vcl and
 * reader/prefetch-links.ts cannot import it; reserved-paths.test.ts and the categories' database test compare them with it.
 */
const answers = {
  latest: 'pages',
  topic: 'pages',
  author: 'pages',
  archive: 'pages',
  search: 'pages',
  verify: 'pages',
  feed: 'pages',
  sitemap: 'pages',
  page: 'pages',
  newsroom: 'uncached',
  api: 'uncached',
  preview: 'uncached',
  healthz: 'uncached',
  report: 'forms',
  _next: 'files',
  _reader: 'files',
  media: 'files',
  internal: 'internal',
} as const satisfies Record<string, Answer>

export type ReservedPath = keyof typeof answers

export const reservedPaths = Object.keys(answers) as ReservedPath[]

export const reservedPathsOf = (...wanted: Answer[]): ReservedPath[] =>
  reservedPaths.filter((path) => wanted.includes(answers[path]))

/** Matches an address whose first part is one of `paths`. */
export const startsWithPath = (...paths: ReservedPath[]) =>
  new RegExp(`^/(?:${paths.join('|')})(?:/|$)`)

/** The reserved paths that a category or a static page could otherwise have: a slug has no underscore. */
export const reservedSlugs: readonly string[] = reservedPaths.filter(
  (path) => !path.startsWith('_'),
)
