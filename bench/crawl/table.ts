import type { Crawl } from './crawl'
import { type CrawlFault, crawlFaultKinds } from './faults'
import { isStory } from './page'

const maxShown = 5
const line = (name: string, count: number | string) =>
  `${name.padEnd(28)}${String(count).padStart(8)}`

/** The counts and faults of a crawl, as lines for the operator. */
export function crawlReport(crawled: Crawl, faults: CrawlFault[], tookMs: number): string[] {
  const { pages, listed, forbidden, unvisited } = crawled
  const stories = pages.filter(({ path }) => isStory(path)).length
  const perSecond = Math.round((pages.length * 1_000) / tookMs)
  const faultLines = crawlFaultKinds.flatMap((kind) => {
    const all = faults.filter((fault) => fault.kind === kind)
    const more = all.length - maxShown
    return [
      line(kind, all.length),
      ...all.slice(0, maxShown).map(({ what }) => `    ${what}`),
      ...(more > 0 ? [`    and ${more} more`] : []),
    ]
  })
  return [
    line('pages', pages.length),
    line('  stories among them', stories),
    line('  in the sitemap', listed.size),
    line('  forbidden by robots.txt', forbidden.length),
    line('  known, not asked for', unvisited.length),
    line('seconds', (tookMs / 1_000).toFixed(1)),
    line('pages a second', perSecond),
    '',
    ...faultLines,
    ...(unvisited.every(isStory)
      ? []
      : ['', 'not every list was read: whether all stories are linked cannot be said']),
  ]
}
