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
import { openSizedPaper } from './papers/sized-paper'
import { type Figure, figure, report, verdict } from './report/figures'
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
const mostWaitMs = 5_000
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
  const samples = [await uncachedLoad.stop(), await cachedLoad.stop()] as const
  const failures = [...uncachedLoad.failures, ...cachedLoad.failures]
  return { crowd: samples[0], cached: samples[1], failures, rssBytes } satisfies OverloadResult
}

const timesOf = (samples: LoadSample[]) => samples.map(({ ms }) => ms)
const p99 = (samples: LoadSample[]) => quantile(timesOf(samples), 0.99)
const none = { most: 0 }

function figuresOf(
  { crowd, cached, failures, rssBytes }: OverloadResult,
  capacity: number,
): Figure[] {
  const refused = crowd.filter(({ status }) => status === 503)
  const isOdd = ({ status, headers }: LoadSample) =>
    status !== 200 && !(status === 503 && Number(headers['retry-after']) > 0)
  const served = crowd.filter(({ status }) => status === 200)
  const notServed = cached.filter(({ status }) => status !== 200)
  return [
    figure('rendered when not overloaded', capacity, '/s'),
    figure('new pages asked for', crowd.length / seconds, '/s'),
    figure('rendered', (crowd.length - refused.length) / seconds, '/s'),
    figure('refused: 503 with Retry-After', refused.length / seconds, '/s', { least: 1 }),
    figure('any other answer, or none', crowd.filter(isOdd).length + failures.length, '', none),
    figure('wait for a refusal, p99', p99(refused), 'ms', { most: mostWaitMs }),
    figure('wait for a new page, p99', p99(served), 'ms', { most: mostWaitMs }),
    figure('kept pages that were not served', notServed.length, '', none),
    figure('kept pages, p50', quantile(timesOf(cached), 0.5), 'ms'),
    figure('kept pages, p99', p99(cached), 'ms', { most: maxCachedMs }),
    figure('resident, at most', rssBytes / megabyte, 'MB', { most: mostMegabytes }),
  ]
}

runMain(import.meta.url, async () => {
  if (isBuildStale()) await build()
  const paper = await openSizedPaper(stories)
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
