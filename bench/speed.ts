import { parseArgs } from 'node:util'
import { build, isBuildStale } from '../tools/build/build'
import { runMain } from '../tools/process/run-main'
import { UserError } from '../tools/terminal/terminal'
import { ServerInstance } from '../tools/test-harness/processes/server-instance'
import { articleAddresses, longestLists, pageAddresses } from './papers/page-addresses'
import { findOrFillPaper, type OpenPaper, openPaper, type SizedPaper } from './papers/sized-paper'
import { wholeNumber } from './read-numbers'
import { type Figure, report, verdict } from './report/figures'
import { measureMemory } from './server/memory'
import {
  countStatements,
  noCacheSettings,
  type RenderTarget,
  renderFigures,
  timeRenders,
} from './server/renders'
import { measureBuild, measureStarts } from './server/startup'
import { measureThroughput } from './server/throughput'

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

type Options = { sizes: number[]; only: Part[]; rounds: number; articles: number }

function readOptions(args: string[]): Options {
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
    if (!part) throw new UserError(`there is no part ${name}, but ${parts.join(', ')}`)
    return part
  })
  const sizes = (positionals.length > 0 ? positionals : usualSizes).map((size) =>
    wholeNumber(size, 'STORIES'),
  )
  return {
    sizes: sizes.toSorted((a, b) => a - b),
    only,
    rounds: wholeNumber(values.rounds, '--rounds'),
    articles: wholeNumber(values.articles, '--articles'),
  }
}

const named = ({ stories }: SizedPaper) => `${stories.toLocaleString('en')} stories`

/** A server that keeps nothing for each paper, and the addresses of its pages; the lists are the same in all. */
async function openTargets(papers: OpenPaper[], articles: number): Promise<RenderTarget[]> {
  const [smallest] = papers
  if (!smallest) return []
  const lists = await longestLists(smallest.url)
  return await Promise.all(
    papers.map(async (paper) => {
      const paths = await articleAddresses(paper.url, { stories: paper.stories, count: articles })
      const app = await ServerInstance.start({ databaseUrl: paper.url, settings: noCacheSettings })
      return { paper, app, addresses: pageAddresses(paths, lists) }
    }),
  )
}

type OnFigures = (title: string, figures: Figure[]) => void

async function runRenders(
  papers: OpenPaper[],
  rounds: number,
  onFigures: OnFigures,
): Promise<void> {
  const targets = await openTargets(papers, 2 * rounds)
  const times = await timeRenders(targets, rounds)
  for (const { paper } of targets) {
    onFigures(`uncached, ${named(paper)}`, renderFigures(times, paper, targets[0]?.paper ?? paper))
  }
  for (const { app } of targets) await app.stop()
  for (const { paper, addresses } of targets) {
    onFigures(`a render, ${named(paper)}`, await countStatements(paper, addresses))
  }
}

async function runLargest(paper: OpenPaper, options: Options, onFigures: OnFigures): Promise<void> {
  const [path = '/'] = await articleAddresses(paper.url, { stories: paper.stories, count: 1 })
  if (options.only.includes('cached')) {
    onFigures(`kept article, ${named(paper)}`, await measureThroughput(paper, path, cachedRounds))
  }
  if (options.only.includes('memory')) {
    onFigures(`memory, ${named(paper)}`, await measureMemory(paper, options.articles))
  }
}

runMain(import.meta.url, async () => {
  const options = readOptions(process.argv.slice(2))
  let over = 0
  const onFigures: OnFigures = (title, figures) => {
    over += report(title, figures)
  }
  if (options.only.includes('build')) onFigures('build', await measureBuild())
  else if (isBuildStale()) await build()
  const filled: SizedPaper[] = []
  for (const size of options.sizes) filled.push(await findOrFillPaper(size))
  for (const paper of options.only.includes('start') ? filled : []) {
    onFigures(`start, ${named(paper)}`, await measureStarts(paper, starts))
  }
  const papers: OpenPaper[] = []
  for (const paper of filled) papers.push(await openPaper(paper))
  if (options.only.includes('renders')) await runRenders(papers, options.rounds, onFigures)
  const largest = papers.at(-1)
  if (largest) await runLargest(largest, options, onFigures)
  return verdict(over)
})
