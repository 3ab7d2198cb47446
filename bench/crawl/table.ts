import type { Crawl } from './crawl'
import { type Fault, kinds } from './faults'
import { isStory } from './page'

const mostTold = 5
const line = (name: string, count: number | string) =>
  `${name.padEnd(28)}${String(count).padStart(8)}`

/** What was crawled and what is wrong with it, as an operator reads it. */
export function tableOf(crawled: Crawl, faults: Fault[], tookMs: number): string[] {
  const { pages, listed, forbidden, unvisited } = crawled
  const stories = pages.filter(({ path }) => isStory(path)).length
  const perSecond = Math.round((pages.length * 1_000) / tookMs)
  const told = kinds.flatMap((kind) => {
    const all = faults.filter((fault) => fault.kind === kind)
    const more = all.length - mostTold
    return [
      line(kind, all.length),
      ...all.slice(0, mostTold).map(({ what }) => `    ${what}`),
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
    ...told,
    ...(unvisited.every(isStory)
      ? []
      : ['', 'not every list was read: whether all stories are linked cannot be said']),
  ]
}
