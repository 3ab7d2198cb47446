import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { build, isBuildStale } from '../scripts/build'
import { program } from '../scripts/interrupt'
import { Instance } from '../scripts/real/instance'
import { inTurn, Readers, type Seen } from '../scripts/real/readers'
import { Trouble } from '../scripts/terminal'
import { type Figure, report, verdict } from './figures'
import { articleAddresses } from './page-addresses'
import { quantile } from './quantile'
import { findOrFillPaper, openPaper } from './sized-paper'

/**
 * `npm run bench:overload`: a production server is asked for three times as many new pages as it can render, while
 * others read what is kept. Ends with 1 when it does not shed the rest, grows, or keeps those waiting.
 */
const stories = 100_000
const timesTooMuch = 3
const seconds = 30
const measuredRenders = 600
const keptPages = 100
const keptPerSecond = 100
const mostKeptMs = 100
const mostMegabytes = 512
const megabyte = 1024 * 1024

/** New pages a second that it renders when asked for no more than it can do. */
async function capacityOf(app: Instance, paths: string[]): Promise<number> {
  const began = performance.now()
  await pLimit(4).map(paths, async (path) => {
    const { status } = await app.ask(path)
    if (status !== 200) throw new Trouble(`${path} answers ${status}`)
  })
  return (paths.length * 1000) / (performance.now() - began)
}

type Crowded = { crowd: Seen[]; kept: Seen[]; failures: string[]; rssBytes: number }

async function crowd(app: Instance, others: string[], kept: string[], perSecond: number) {
  const readers = new Readers(app.port, { perSecond: keptPerSecond, next: inTurn(kept) })
  const newcomers = new Readers(app.port, { perSecond, next: inTurn(others) })
  let rssBytes = 0
  for (let second = 0; second < seconds; second += 1) {
    await sleep(1_000)
    rssBytes = Math.max(rssBytes, app.rssBytes)
  }
  const seen = await newcomers.leave()
  const failures = [...newcomers.failures, ...readers.failures]
  return { crowd: seen, kept: await readers.leave(), failures, rssBytes } satisfies Crowded
}

function figuresOf({ crowd, kept, failures, rssBytes }: Crowded, capacity: number): Figure[] {
  const refused = crowd.filter(({ status }) => status === 503)
  const times = (seen: Seen[]) => seen.map(({ ms }) => ms)
  const isOdd = ({ status, headers }: Seen) =>
    status !== 200 && !(status === 503 && Number(headers['retry-after']) > 0)
  return [
    { name: 'rendered when not overloaded', value: capacity, unit: '/s' },
    { name: 'new pages asked for', value: crowd.length / seconds, unit: '/s' },
    { name: 'rendered', value: (crowd.length - refused.length) / seconds, unit: '/s' },
    {
      name: 'refused: 503 with Retry-After',
      value: refused.length / seconds,
      unit: '/s',
      limit: { least: 1 },
    },
    {
      name: 'any other answer, or none',
      value: crowd.filter(isOdd).length + failures.length,
      limit: { most: 0 },
    },
    {
      name: 'wait for a refusal, p99',
      value: quantile(times(refused), 0.99),
      unit: 'ms',
      limit: { most: 5_000 },
    },
    {
      name: 'wait for a new page, p99',
      value: quantile(times(crowd.filter(({ status }) => status === 200)), 0.99),
      unit: 'ms',
      limit: { most: 5_000 },
    },
    {
      name: 'kept pages that were not served',
      value: kept.filter(({ status }) => status !== 200).length,
      limit: { most: 0 },
    },
    { name: 'kept pages, p50', value: quantile(times(kept), 0.5), unit: 'ms' },
    {
      name: 'kept pages, p99',
      value: quantile(times(kept), 0.99),
      unit: 'ms',
      limit: { most: mostKeptMs },
    },
    {
      name: 'resident, at most',
      value: rssBytes / megabyte,
      unit: 'MB',
      limit: { most: mostMegabytes },
    },
  ]
}

program(import.meta.url, async () => {
  if (isBuildStale()) await build()
  const paper = await openPaper(await findOrFillPaper(stories))
  const app = await Instance.start({ databaseUrl: paper.url })
  const paths = await articleAddresses(paper.url, { stories, count: stories })
  const take = (count: number) => paths.splice(0, count)
  await capacityOf(app, take(measuredRenders / 2))
  const capacity = await capacityOf(app, take(measuredRenders))
  const kept = ['/', '/latest', ...take(keptPages)]
  await capacityOf(app, kept)
  const crowded = await crowd(app, paths, kept, Math.ceil(timesTooMuch * capacity))
  await app.stop()
  return verdict(report('overload', figuresOf(crowded, capacity)))
})
