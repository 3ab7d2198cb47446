import { Instance } from '../scripts/real/instance'
import { Trouble } from '../scripts/terminal'
import type { Figure } from './figures'
import { type PageAddresses, type PageKind, pageKinds } from './page-addresses'
import { quantile } from './quantile'
import type { OpenPaper } from './sized-paper'
import { StatementCounter } from './statement-counter'

/** The production server with nothing kept: whatever is asked for is rendered, finished and compressed then. */
export const keepsNothing = { PRESS_MEMORY_MB: '0', PRESS_DISK_MB: '0' }

/** A paper with its server and what is asked of it. */
export type Place = { paper: OpenPaper; app: Instance; addresses: PageAddresses }

/** Milliseconds of each render, by the size of the paper and the kind of page. */
export type Times = Map<OpenPaper, Record<PageKind, number[]>>

// Before these the engine has not yet compiled what it runs, nor the database read what it needs.
const usualWarmUpRounds = 30

async function timeOf({ app, addresses }: Place, kind: PageKind, round: number): Promise<number> {
  const paths = addresses[kind]
  const path = paths[round % paths.length] ?? '/'
  const { status, ms } = await app.ask(path, { headers: { 'accept-encoding': 'br' } })
  if (status !== 200) throw new Trouble(`${path} answers ${status}:\n${app.said}`)
  return ms
}

/**
 * Renders every kind of page so many times at every place, one after the other, places in turn: what else the machine
 * does falls on all alike.
 */
export async function timeRenders(
  places: Place[],
  rounds: number,
  warmUpRounds = usualWarmUpRounds,
): Promise<Times> {
  const times: Times = new Map(
    places.map(({ paper }) => [
      paper,
      Object.fromEntries(pageKinds.map((kind) => [kind, []])) as unknown as Record<
        PageKind,
        number[]
      >,
    ]),
  )
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const kind of pageKinds) {
      for (const place of places) {
        const ms = await timeOf(place, kind, round + warmUpRounds)
        if (round >= 0) times.get(place.paper)?.[kind].push(ms)
      }
    }
  }
  return times
}

/** The archive may not show: a render among a million stories takes at most so many times one among the fewest. */
const mostTimesTheSmallest = 1.5

export function renderFigures(times: Times, paper: OpenPaper, smallest: OpenPaper): Figure[] {
  const of = (which: OpenPaper, kind: PageKind, share: number) =>
    quantile(times.get(which)?.[kind] ?? [], share)
  return pageKinds.flatMap((kind): Figure[] => {
    const p95: Figure = { name: `${kind}, p95`, value: of(paper, kind, 0.95), unit: 'ms' }
    const beside = {
      name: `${smallest.stories.toLocaleString('en')}`,
      value: of(smallest, kind, 0.95),
    }
    return [
      { name: `${kind}, p50`, value: of(paper, kind, 0.5), unit: 'ms' },
      paper === smallest ? p95 : { ...p95, beside, limit: { most: mostTimesTheSmallest } },
    ]
  })
}

const mostStatements: Partial<Record<PageKind, number>> = { article: 6, front: 10 }
const rendersCounted = 5

/** How many statements a render of each kind costs at most, counted on the way to the database. */
export async function countStatements(
  paper: OpenPaper,
  addresses: PageAddresses,
): Promise<Figure[]> {
  const counter = await StatementCounter.start(paper.url)
  const app = await Instance.start({
    databaseUrl: counter.urlFor(paper.url),
    settings: keepsNothing,
  })
  const figures: Figure[] = []
  try {
    for (const kind of pageKinds) {
      let most = 0
      for (let turn = 0; turn < rendersCounted; turn += 1) {
        const before = counter.statements
        await timeOf({ paper, app, addresses }, kind, turn)
        most = Math.max(most, counter.statements - before)
      }
      const limit = mostStatements[kind]
      figures.push({
        name: `${kind}, statements`,
        value: most,
        ...(limit && { limit: { most: limit } }),
      })
    }
  } finally {
    await app.stop()
    counter.stop()
  }
  return figures
}
