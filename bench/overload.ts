import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { build, isBuildStale } from '../tools/build/build'
import { runMain } from '../tools/process/run-main'
import { UserError } from '../tools/terminal/terminal'
import {
  LoadGenerator,
  type LoadSample,
  roundRobin,
} from '../tools/test-harness/processes/load-generator'
import { ServerInstance } from '../tools/test-harness/processes/server-instance'
import { articleAddresses } from './papers/page-addresses'
import { findOrFillPaper, openPaper } from './papers/sized-paper'
import { type Figure, report, verdict } from './report/figures'
import { quantile } from './report/quantile'

/**
 * `npm run bench:overload`: a production server is asked for three times as many new pages as it can render, while
 * others read what is kept. Ends with 1 when it does not shed the rest, grows, or keeps those waiting.
 */
const stories = 100_000
const timesTooMuch = 3
const seconds = 30
const measuredRenders = 600
const cachedPages = 100
const cachedPerSecond = 100
const maxCachedMs = 100
const mostMegabytes = 512
const megabyte = 1024 * 1024

/** New pages a second that it renders when asked for no more than it can do. */
async function capacityOf(app: ServerInstance, paths: string[]): Promise<number> {
  const began = performance.now()
  await pLimit(4).map(paths, async (path) => {
    const { status } = await app.request(path)
    if (status !== 200) throw new UserError(`${path} answers ${status}`)
  })
  return (paths.length * 1000) / (performance.now() - began)
}

type OverloadResult = {
  crowd: LoadSample[]
  cached: LoadSample[]
  failures: string[]
  rssBytes: number
}

async function crowd(app: ServerInstance, others: string[], cached: string[], perSecond: number) {
  const cachedLoad = new LoadGenerator(app.port, {
    perSecond: cachedPerSecond,
    next: roundRobin(cached),
  })
  const uncachedLoad = new LoadGenerator(app.port, { perSecond, next: roundRobin(others) })
  let rssBytes = 0
  for (let second = 0; second < seconds; second += 1) {
    await sleep(1_000)
    rssBytes = Math.max(rssBytes, app.rssBytes)
  }
  const seen = await uncachedLoad.stop()
  const failures = [...uncachedLoad.failures, ...cachedLoad.failures]
  return {
    crowd: seen,
    cached: await cachedLoad.stop(),
    failures,
    rssBytes,
  } satisfies OverloadResult
}

function figuresOf(
  { crowd, cached, failures, rssBytes }: OverloadResult,
  capacity: number,
): Figure[] {
  const refused = crowd.filter(({ status }) => status === 503)
  const times = (seen: LoadSample[]) => seen.map(({ ms }) => ms)
  const isOdd = ({ status, headers }: LoadSample) =>
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
      value: cached.filter(({ status }) => status !== 200).length,
      limit: { most: 0 },
    },
    { name: 'kept pages, p50', value: quantile(times(cached), 0.5), unit: 'ms' },
    {
      name: 'kept pages, p99',
      value: quantile(times(cached), 0.99),
      unit: 'ms',
      limit: { most: maxCachedMs },
    },
    {
      name: 'resident, at most',
      value: rssBytes / megabyte,
      unit: 'MB',
      limit: { most: mostMegabytes },
    },
  ]
}

runMain(import.meta.url, async () => {
  if (isBuildStale()) await build()
  const paper = await openPaper(await findOrFillPaper(stories))
  const app = await ServerInstance.start({ databaseUrl: paper.url })
  const paths = await articleAddresses(paper.url, { stories, count: stories })
  const take = (count: number) => paths.splice(0, count)
  await capacityOf(app, take(measuredRenders / 2))
  const capacity = await capacityOf(app, take(measuredRenders))
  const cached = ['/', '/latest', ...take(cachedPages)]
  await capacityOf(app, cached)
  const result = await crowd(app, paths, cached, Math.ceil(timesTooMuch * capacity))
  await app.stop()
  return verdict(report('overload', figuresOf(result, capacity)))
})
