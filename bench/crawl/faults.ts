import type { Crawl } from './crawl'
import { type CrawledPage, isStory, type PageFacts } from './page'

/** The kinds of faults of a page, or of the links between pages. */
export const crawlFaultKinds = [
  'broken link',
  'redirecting link',
  'not one h1',
  'no title',
  'no description',
  'not its own canonical',
  'JSON-LD does not parse',
  'JSON-LD is not valid',
  'no NewsArticle',
  'NewsArticle lacks a field',
  'title of two stories',
  'no sitemap',
  'story in no sitemap',
  'story that no page links',
] as const

export type CrawlFaultKind = (typeof crawlFaultKinds)[number]
export type CrawlFault = { kind: CrawlFaultKind; what: string }

const required = [
  'headline',
  'datePublished',
  'dateModified',
  'author',
  'publisher',
  'mainEntityOfPage',
]

const typesOf = (node: Record<string, unknown>) => [node['@type']].flat()

/** All nodes of a page's JSON-LD, those of a graph among them. */
function nodesIn(jsonLd: unknown[]): Record<string, unknown>[] {
  return jsonLd.flat().flatMap((node) => {
    if (typeof node !== 'object' || node === null) return []
    const { '@graph': graph } = node as { '@graph'?: unknown[] }
    return Array.isArray(graph) ? nodesIn(graph) : [node as Record<string, unknown>]
  })
}

function faultsOfStory(path: string, { jsonLd }: PageFacts): CrawlFault[] {
  const article = nodesIn(jsonLd).find((node) => typesOf(node).includes('NewsArticle'))
  if (!article) return [{ kind: 'no NewsArticle', what: path }]
  const lacking = required.filter((name) => article[name] === undefined || article[name] === '')
  if (lacking.length === 0) return []
  return [{ kind: 'NewsArticle lacks a field', what: `${path}: ${lacking.join(', ')}` }]
}

function isOwnCanonical(site: URL, path: string, canonicals: string[]): boolean {
  const [canonical = '', ...more] = canonicals
  const url = URL.parse(canonical)
  return (
    more.length === 0 &&
    url?.pathname === path &&
    url.search === '' &&
    url.protocol === site.protocol
  )
}

function faultsOfHtml(site: URL, path: string, html: PageFacts): CrawlFault[] {
  const faults: CrawlFault[] = []
  const say = (kind: CrawlFaultKind, what = path) => faults.push({ kind, what })
  if (html.headings.length !== 1) say('not one h1', `${path}: ${html.headings.length}`)
  if (html.title === '') say('no title')
  if (html.jsonLd.includes(null)) say('JSON-LD does not parse')
  else if (html.jsonLdFaults.length > 0) {
    say('JSON-LD is not valid', `${path}: ${html.jsonLdFaults.join('; ')}`)
  }
  // A page with noindex needs neither description nor canonical address.
  if (!html.isIndexed) return faults
  if (html.description === '') say('no description')
  if (!isOwnCanonical(site, path, html.canonicals)) {
    say('not its own canonical', `${path}: ${html.canonicals.join(' ') || 'none'}`)
  }
  return isStory(path) ? [...faults, ...faultsOfStory(path, html)] : faults
}

function faultsOfPage(
  site: URL,
  { path, from, status, location, html }: CrawledPage,
): CrawlFault[] {
  const where = from === null ? 'in the sitemap' : `on ${from}`
  if (status >= 300 && status < 400) {
    return [{ kind: 'redirecting link', what: `${path} ${where}: ${status} to ${location}` }]
  }
  if (status !== 200) return [{ kind: 'broken link', what: `${path} ${where}: ${status}` }]
  return html ? faultsOfHtml(site, path, html) : []
}

function sameTitles(pages: CrawledPage[]): CrawlFault[] {
  const first = new Map<string, string>()
  return pages.flatMap(({ path, status, html }): CrawlFault[] => {
    if (!html || status !== 200 || !isStory(path)) return []
    const other = first.get(html.title)
    if (other === undefined) first.set(html.title, path)
    return other === undefined
      ? []
      : [{ kind: 'title of two stories', what: `${path} and ${other}: ${html.title}` }]
  })
}

/** Stories that only a sitemap or only a page names. Unlinked stories are reported only when every list was read. */
function orphans({ listed, linked, unvisited }: Crawl): CrawlFault[] {
  if (listed.size === 0) return [{ kind: 'no sitemap', what: '/sitemap.xml names nothing' }]
  const isWhole = unvisited.every(isStory)
  const unlisted = [...linked].filter((path) => isStory(path) && !listed.has(path))
  const unlinked = isWhole ? [...listed].filter((path) => isStory(path) && !linked.has(path)) : []
  return [
    ...unlisted.map((what): CrawlFault => ({ kind: 'story in no sitemap', what })),
    ...unlinked.map((what): CrawlFault => ({ kind: 'story that no page links', what })),
  ]
}

/** All that is wrong with what was crawled. */
export function findFaults(site: URL, crawled: Crawl): CrawlFault[] {
  return [
    ...crawled.pages.flatMap((page) => faultsOfPage(site, page)),
    ...sameTitles(crawled.pages),
    ...orphans(crawled),
  ]
}
