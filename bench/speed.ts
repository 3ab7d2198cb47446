import { parseArgs } from 'node:util'
import { build, isBuildStale } from '../scripts/build'
import { program } from '../scripts/interrupt'
import { Instance } from '../scripts/real/instance'
import { Trouble } from '../scripts/terminal'
import { type Figure, report, verdict } from './figures'
import { measureMemory } from './memory'
import { articleAddresses, longestLists, pageAddresses } from './page-addresses'
import { countStatements, keepsNothing, type Place, renderFigures, timeRenders } from './renders'
import { findOrFillPaper, type OpenPaper, openPaper, type SizedPaper } from './sized-paper'
import { measureBuild, measureStarts } from './starting'
import { measureThroughput } from './throughput'

/**
 * `npm run bench -- [STORIES…]`: how fast the paper is at these sizes (1,000, 100,000 and 1,000,000), beside what it is
 * held to (docs/performance.md). Ends with 1 when a limit is missed. `--only build,start,renders,cached,memory` measures
 * some of it; `--rounds N` and `--articles N` ask more or less often.
 */
const usualSizes = ['1000', '100000', '1000000']
const parts = ['build', 'start', 'renders', 'cached', 'memory'] as const
type Part = (typeof parts)[number]

const starts = 5
const cachedRounds = 7

type Wish = { sizes: number[]; only: Part[]; rounds: number; articles: number }

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Trouble(`${text} is no whole number`)
}

function readWish(args: string[]): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string', default: parts.join(',') },
      rounds: { type: 'string', default: '200' },
      articles: { type: 'string', default: '100000' },
    },
  })
  const only = values.only.split(',').map((name) => {
    const part = parts.find((each) => each === name)
    if (!part) throw new Trouble(`there is no part ${name}, but ${parts.join(', ')}`)
    return part
  })
  const sizes = (positionals.length > 0 ? positionals : usualSizes).map(wholeNumber)
  return {
    sizes: sizes.toSorted((a, b) => a - b),
    only,
    rounds: wholeNumber(values.rounds),
    articles: wholeNumber(values.articles),
  }
}

const named = ({ stories }: SizedPaper) => `${stories.toLocaleString('en')} stories`

/** A server that keeps nothing for each paper, and the addresses of its pages; the lists are the same in all. */
async function openPlaces(papers: OpenPaper[], articles: number): Promise<Place[]> {
  const [smallest] = papers
  if (!smallest) return []
  const lists = await longestLists(smallest.url)
  return await Promise.all(
    papers.map(async (paper) => {
      const paths = await articleAddresses(paper.url, { stories: paper.stories, count: articles })
      const app = await Instance.start({ databaseUrl: paper.url, settings: keepsNothing })
      return { paper, app, addresses: pageAddresses(paths, lists) }
    }),
  )
}

type Tell = (title: string, figures: Figure[]) => void

async function tellRenders(papers: OpenPaper[], rounds: number, tell: Tell): Promise<void> {
  const places = await openPlaces(papers, 2 * rounds)
  const times = await timeRenders(places, rounds)
  for (const { paper } of places) {
    tell(`uncached, ${named(paper)}`, renderFigures(times, paper, places[0]?.paper ?? paper))
  }
  for (const { app } of places) await app.stop()
  for (const { paper, addresses } of places) {
    tell(`a render, ${named(paper)}`, await countStatements(paper, addresses))
  }
}

async function tellLargest(paper: OpenPaper, wish: Wish, tell: Tell): Promise<void> {
  const [path = '/'] = await articleAddresses(paper.url, { stories: paper.stories, count: 1 })
  if (wish.only.includes('cached')) {
    tell(`kept article, ${named(paper)}`, await measureThroughput(paper, path, cachedRounds))
  }
  if (wish.only.includes('memory')) {
    tell(`memory, ${named(paper)}`, await measureMemory(paper, wish.articles))
  }
}

program(import.meta.url, async () => {
  const wish = readWish(process.argv.slice(2))
  let over = 0
  const tell: Tell = (title, figures) => {
    over += report(title, figures)
  }
  if (wish.only.includes('build')) tell('build', await measureBuild())
  else if (isBuildStale()) await build()
  const filled: SizedPaper[] = []
  for (const size of wish.sizes) filled.push(await findOrFillPaper(size))
  for (const paper of wish.only.includes('start') ? filled : []) {
    tell(`start, ${named(paper)}`, await measureStarts(paper, starts))
  }
  const papers: OpenPaper[] = []
  for (const paper of filled) papers.push(await openPaper(paper))
  if (wish.only.includes('renders')) await tellRenders(papers, wish.rounds, tell)
  const largest = papers.at(-1)
  if (largest) await tellLargest(largest, wish, tell)
  return verdict(over)
})
