import { CheerioCrawler, Configuration, LogLevel, log } from '@crawlee/cheerio'
import { Sitemap } from '@crawlee/utils'
import { type CrawledPage, isStory, pathOn, readPage } from './page'

export type CrawlOptions = {
  site: URL
  /** No more are asked for. */
  maxPages: number
  /** The number of open requests. */
  concurrency?: number
  onPage?: (count: number) => void
}

export type Crawl = {
  pages: CrawledPage[]
  /** The paths in the sitemaps; empty where there are none. */
  listed: Set<string>
  /** The paths that pages link. */
  linked: Set<string>
  /** Linked, but forbidden by robots.txt. */
  forbidden: string[]
  /** Known, but not requested because of `maxPages`. */
  unvisited: string[]
}

export const botName = 'DainikCrawl'
// Crawlee would log the machine's load every minute.
log.setLevel(LogLevel.OFF)

async function readSitemap(site: URL): Promise<Set<string>> {
  const { urls } = await Sitemap.load(new URL('/sitemap.xml', site).href, undefined, {
    networkTimeouts: { request: 30_000 },
    sitemapRetries: 0,
  })
  const origins = urls.map((url) => new URL(url))
  return new Set(origins.map(({ pathname }) => pathname))
}

/** The paths known so far, each with the page that linked it first. */
class Frontier {
  readonly from = new Map<string, string | null>()

  /** Returns the paths that are new. */
  add(paths: Iterable<string>, from: string | null): string[] {
    const added = []
    for (const path of paths) {
      if (this.from.has(path)) continue
      this.from.set(path, from)
      added.push(path)
    }
    return added
  }
}

/**
 * Crawls the site as a bot without scripts: it keeps to robots.txt, follows links of pages and what the sitemap names,
 * and no redirect. Lists come before stories, so that what no list links is known early.
 */
export async function crawl({
  site,
  maxPages,
  concurrency = 4,
  onPage,
}: CrawlOptions): Promise<Crawl> {
  const frontier = new Frontier()
  const pages: CrawledPage[] = []
  const linked = new Set<string>()
  const forbidden: string[] = []
  const visited = new Set<string>()

  const addressOf = (path: string) => new URL(path, site).href
  const crawler: CheerioCrawler = new CheerioCrawler(
    {
      minConcurrency: concurrency,
      maxConcurrency: concurrency,
      maxRequestsPerCrawl: maxPages,
      maxRequestRetries: 0,
      useSessionPool: false,
      respectRobotsTxtFile: { userAgent: botName },
      onSkippedRequest: ({ url, reason }) => {
        if (reason === 'robotsTxt') forbidden.push(new URL(url).pathname)
      },
      ignoreHttpErrorStatusCodes: Array.from({ length: 200 }, (_, index) => 400 + index),
      additionalMimeTypes: ['*/*'],
      preNavigationHooks: [
        (_, options) => {
          options.followRedirect = false
          options.useHeaderGenerator = false
          options.headers = { 'user-agent': `${botName}/1.0 (bot)` }
        },
      ],
      requestHandler: async ({ request, response, contentType, $ }) => {
        const path = new URL(request.url).pathname
        const { statusCode: status = 0, headers } = response
        const isHtml = contentType.type === 'text/html' && headers.location === undefined
        const html = isHtml ? await readPage($, site, path) : null
        const location =
          headers.location === undefined ? null : pathOn(site, headers.location, path)
        visited.add(path)
        pages.push({ path, from: frontier.from.get(path) ?? null, status, location, html })
        onPage?.(pages.length)
        const links = status === 200 ? (html?.links ?? []) : []
        for (const link of links) linked.add(link)
        await add(frontier.add(links, path))
      },
      failedRequestHandler: ({ request }, error) => {
        throw new Error(`${request.url} was not answered`, { cause: error })
      },
    },
    new Configuration({ persistStorage: false, purgeOnStart: true }),
  )

  async function add(paths: string[]): Promise<void> {
    const lists = paths.filter((path) => !isStory(path)).map((path) => ({ url: addressOf(path) }))
    const stories = paths.filter(isStory).map((path) => ({ url: addressOf(path) }))
    if (lists.length > 0) await crawler.addRequests(lists, { forefront: true })
    if (stories.length > 0) await crawler.addRequests(stories)
  }

  const listed = await readSitemap(site)
  await add(frontier.add(['/'], null))
  await add(frontier.add(listed, null))
  await crawler.run()
  const unvisited = [...frontier.from.keys()].filter(
    (path) => !visited.has(path) && !forbidden.includes(path),
  )
  return { pages, listed, linked, forbidden, unvisited }
}
