import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, isBuildStale } from '../tools/build/build'
import { onEnd, runMain } from '../tools/process/run-main'
import { UserError } from '../tools/terminal/terminal'
import { type FilledPaper, makeFilledPaper } from '../tools/test-harness/papers/filled-paper'
import type { StoryRef } from '../tools/test-harness/processes/newsroom-client'
import { ServerInstance } from '../tools/test-harness/processes/server-instance'
import { TestPostgres } from '../tools/test-harness/processes/test-postgres'
import { TestRedis } from '../tools/test-harness/processes/test-redis'
import { readNumbers } from './read-numbers'
import { type Figure, figure, report, verdict } from './report/figures'
import { quantile } from './report/quantile'

/**
 * `npm run bench:instances [-- PUBLICATIONS]`: two production servers with one PostgreSQL and one real Redis. Stories
 * are published by the newsroom's command, which waits until both acknowledge, and read at the second, where their
 * addresses answered 404 before. Ends with 1 when a limit is missed.
 */
const stories = 1_000
const maxVisibleMs = 1_000
const maxListedMs = 10_000
const timeoutMs = 20_000
// Readers of the lists, at each instance.
const pollEveryMs = 50
const readAgain = 20

/** When stories were first seen on a list of an instance. */
class ListWatcher {
  readonly visibleAfterMs = new Map<string, number>()
  #isLooking = true
  readonly #looking: Promise<void>

  constructor(
    private readonly app: ServerInstance,
    private readonly list: string,
    private readonly expectedPaths: Map<string, number>,
  ) {
    this.#looking = this.#look()
  }

  async #look(): Promise<void> {
    for (; this.#isLooking; await sleep(pollEveryMs)) {
      const { text } = await this.app.request(this.list)
      const now = performance.now()
      for (const [path, since] of this.expectedPaths) {
        if (!this.visibleAfterMs.has(path) && text.includes(`"${path}"`))
          this.visibleAfterMs.set(path, now - since)
      }
    }
  }

  /** Polls until all are seen or `timeoutMs` pass. Returns the times; infinity for a story that was not seen. */
  async finish(): Promise<number[]> {
    const until = performance.now() + timeoutMs
    while (this.visibleAfterMs.size < this.expectedPaths.size && performance.now() < until)
      await sleep(pollEveryMs)
    this.#isLooking = false
    await this.#looking
    return [...this.expectedPaths.keys()].map(
      (path) => this.visibleAfterMs.get(path) ?? Number.POSITIVE_INFINITY,
    )
  }
}

/** Requests the story without a pause until it is public. Returns the milliseconds since `since`. */
async function timeUntilVisible(
  app: ServerInstance,
  { path }: StoryRef,
  since: number,
): Promise<number> {
  for (;;) {
    const { status } = await app.request(path)
    const ms = performance.now() - since
    if (status === 200) return ms
    if (ms > timeoutMs) return Number.POSITIVE_INFINITY
  }
}

type PublishTimings = { fromBegin: number[]; fromCommit: number[]; stale: number }

/**
 * Publishes one after the other. Returns how long each took to appear at the second instance, and how often one was
 * missing afterwards.
 */
async function publishAll(
  { newsroom }: FilledPaper,
  [first, second]: [ServerInstance, ServerInstance],
  drafts: StoryRef[],
  expectedPaths: Map<string, number>,
): Promise<PublishTimings> {
  const timings: PublishTimings = { fromBegin: [], fromCommit: [], stale: 0 }
  for (const story of drafts) {
    const began = performance.now()
    await newsroom.publish(story)
    const committed = performance.now()
    expectedPaths.set(story.path, committed)
    const ms = await timeUntilVisible(second, story, began)
    timings.fromBegin.push(ms)
    timings.fromCommit.push(Math.max(0, ms - (committed - began)))
    await timeUntilVisible(first, story, began)
    for (let time = 0; time < readAgain; time += 1) {
      for (const app of [first, second])
        if ((await app.request(story.path)).status !== 200) timings.stale += 1
    }
  }
  return timings
}

async function draftAll(
  { newsroom }: FilledPaper,
  apps: ServerInstance[],
  publications: number,
): Promise<StoryRef[]> {
  const drafts: StoryRef[] = []
  for (let number = 1; number <= publications; number += 1) {
    drafts.push(await newsroom.draft(`খবর ${number}`))
  }
  // Each has a kept "not found" everywhere.
  for (const { path } of drafts) {
    for (const app of apps) {
      const { status } = await app.request(path)
      if (status !== 404) throw new UserError(`${path} answers ${status} before it is published`)
    }
  }
  return drafts
}

function figuresOf(timings: PublishTimings, listed: [string, number[]][]): Figure[] {
  const times = (name: string, values: number[], most: number): Figure[] => [
    figure(`${name}, p50`, quantile(values, 0.5), 'ms'),
    figure(`${name}, p99`, quantile(values, 0.99), 'ms', { most }),
    figure(`${name}, longest`, Math.max(...values), 'ms'),
  ]
  return [
    figure('publications', timings.fromBegin.length),
    ...times('seen at B, from the command’s begin', timings.fromBegin, maxVisibleMs),
    ...times('seen at B, from its end', timings.fromCommit, maxVisibleMs),
    figure(`stale afterwards, of ${readAgain} readings at each`, timings.stale, '', { most: 0 }),
    ...listed.map(([name, values]) =>
      figure(`on ${name}, longest`, Math.max(...values), 'ms', { most: maxListedMs }),
    ),
  ]
}

async function startAll(): Promise<{ paper: FilledPaper; apps: [ServerInstance, ServerInstance] }> {
  const postgres = await TestPostgres.start()
  onEnd(() => postgres.remove())
  const paper = await makeFilledPaper(postgres.url, stories)
  onEnd(() => paper.newsroom.disconnect())
  const redis = await TestRedis.start()
  onEnd(() => redis.kill())
  const settings = { CACHE_URL: redis.url, NEWSROOM_SECRET: randomBytes(32).toString('hex') }
  const options = { databaseUrl: paper.url, settings }
  const apps: [ServerInstance, ServerInstance] = [
    await ServerInstance.start(options),
    await ServerInstance.start(options),
  ]
  for (const app of apps) onEnd(() => app.stop())
  return { paper, apps }
}

runMain(import.meta.url, async () => {
  const { publications } = readNumbers({ publications: 200 }, 'publications')
  if (isBuildStale()) await build()
  const { paper, apps } = await startAll()
  const [first, second] = apps
  const drafts = await draftAll(paper, apps, publications)
  const expectedPaths = new Map<string, number>()
  const watchers = [first, second].flatMap((app, index) =>
    ['/latest', '/'].map((list): [string, ListWatcher] => [
      `${list} of ${index === 0 ? 'A' : 'B'}`,
      new ListWatcher(app, list, expectedPaths),
    ]),
  )
  const timings = await publishAll(paper, apps, drafts, expectedPaths)
  const listed: [string, number[]][] = []
  for (const [name, watcher] of watchers) listed.push([name, await watcher.finish()])
  return verdict(report('two instances, one Redis', figuresOf(timings, listed)))
})
