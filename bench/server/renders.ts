import { UserError } from '../../tools/terminal/terminal'
import { ServerInstance } from '../../tools/test-harness/processes/server-instance'
import { type BenchPageKind, benchPageKinds, type PageAddresses } from '../papers/page-addresses'
import type { OpenPaper } from '../papers/sized-paper'
import { type Figure, figure } from '../report/figures'
import { quantile } from '../report/quantile'
import { StatementCounter } from './statement-counter'

/** The production server with nothing kept: whatever is asked for is rendered, finished and compressed then. */
export const noCacheSettings = { PAGE_CACHE_MEMORY_MB: '0', PAGE_CACHE_DISK_MB: '0' }

/** A paper with its server and what is asked of it. */
export type RenderTarget = { paper: OpenPaper; app: ServerInstance; addresses: PageAddresses }

type KindTimes = Record<BenchPageKind, number[]>
/** Milliseconds of each render, by the size of the paper and the kind of page. */
export type Times = Map<OpenPaper, KindTimes>

// Before these the engine has not yet compiled what it runs, nor the database read what it needs.
const usualWarmUpRounds = 30

async function timeOf(
  { app, addresses }: RenderTarget,
  kind: BenchPageKind,
  round: number,
): Promise<number> {
  const paths = addresses[kind]
  const path = paths[round % paths.length] ?? '/'
  const { status, ms } = await app.request(path, { headers: { 'accept-encoding': 'br' } })
  if (status !== 200) throw new UserError(`${path} answers ${status}:\n${app.output}`)
  return ms
}

/**
 * Renders every kind of page so many times at every place, one after the other, places in turn: what else the machine
 * does falls on all alike.
 */
export async function timeRenders(
  targets: RenderTarget[],
  rounds: number,
  warmUpRounds = usualWarmUpRounds,
): Promise<Times> {
  const times: Times = new Map(
    targets.map(({ paper }) => [
      paper,
      Object.fromEntries(benchPageKinds.map((kind) => [kind, []])) as unknown as KindTimes,
    ]),
  )
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const kind of benchPageKinds) {
      for (const target of targets) {
        const ms = await timeOf(target, kind, round + warmUpRounds)
        if (round >= 0) times.get(target.paper)?.[kind].push(ms)
      }
    }
  }
  return times
}

/** The archive may not show: a render among a million stories takes at most so many times one among the fewest. */
const mostTimesTheSmallest = 1.5

export function renderFigures(times: Times, paper: OpenPaper, smallest: OpenPaper): Figure[] {
  const of = (which: OpenPaper, kind: BenchPageKind, share: number) =>
    quantile(times.get(which)?.[kind] ?? [], share)
  return benchPageKinds.flatMap((kind): Figure[] => {
    const p95 = figure(`${kind}, p95`, of(paper, kind, 0.95), 'ms')
    const beside = { name: smallest.stories.toLocaleString('en'), value: of(smallest, kind, 0.95) }
    return [
      figure(`${kind}, p50`, of(paper, kind, 0.5), 'ms'),
      paper === smallest ? p95 : { ...p95, beside, limit: { most: mostTimesTheSmallest } },
    ]
  })
}

const mostStatements: Partial<Record<BenchPageKind, number>> = { article: 6, front: 10 }
const rendersCounted = 5

/** How many statements a render of each kind costs at most, counted on the way to the database. */
export async function countStatements(
  paper: OpenPaper,
  addresses: PageAddresses,
): Promise<Figure[]> {
  const counter = await StatementCounter.start(paper.url)
  const app = await ServerInstance.start({
    databaseUrl: counter.urlFor(paper.url),
    settings: noCacheSettings,
  })
  const figures: Figure[] = []
  try {
    for (const kind of benchPageKinds) {
      let most = 0
      for (let turn = 0; turn < rendersCounted; turn += 1) {
        const before = counter.statements
        await timeOf({ paper, app, addresses }, kind, turn)
        most = Math.max(most, counter.statements - before)
      }
      const limit = mostStatements[kind]
      figures.push(figure(`${kind}, statements`, most, '', limit ? { most: limit } : undefined))
    }
  } finally {
    await app.stop()
    counter.stop()
  }
  return figures
}
