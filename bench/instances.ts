import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, isBuildStale } from '../scripts/build'
import { onEnd, program } from '../scripts/interrupt'
import type { Story } from '../scripts/real/desk'
import { Instance } from '../scripts/real/instance'
import { makePaper, type OwnPaper } from '../scripts/real/paper'
import { OwnPostgres } from '../scripts/real/postgres'
import { OwnRedis } from '../scripts/real/redis'
import { Trouble } from '../scripts/terminal'
import { type Figure, report, verdict } from './figures'
import { quantile } from './quantile'

/**
 * `npm run bench:instances [-- PUBLICATIONS]`: two production servers with one PostgreSQL and one real Redis. Stories
 * are published by the newsroom's command, which hears from the first that it knows, and read at the second, where their
 * addresses were asked for before and answered "not found". Ends with 1 when a limit is missed.
 */
const usual = 200
const stories = 1_000
const mostSeenMs = 1_000
const mostListedMs = 10_000
const patienceMs = 20_000
// Readers of the lists, at each instance.
const lookEveryMs = 50
const readAgain = 20

/** When stories were first seen on a list of an instance. */
class Lookout {
  readonly seenMs = new Map<string, number>()
  #isLooking = true
  readonly #looking: Promise<void>

  constructor(
    private readonly app: Instance,
    private readonly list: string,
    private readonly awaited: Map<string, number>,
  ) {
    this.#looking = this.#look()
  }

  async #look(): Promise<void> {
    for (; this.#isLooking; await sleep(lookEveryMs)) {
      const { text } = await this.app.ask(this.list)
      const now = performance.now()
      for (const [path, since] of this.awaited) {
        if (!this.seenMs.has(path) && text.includes(`"${path}"`)) this.seenMs.set(path, now - since)
      }
    }
  }

  /** Looks until all are seen, for so long at most; who was not seen took for ever. */
  async leave(): Promise<number[]> {
    const until = performance.now() + patienceMs
    while (this.seenMs.size < this.awaited.size && performance.now() < until)
      await sleep(lookEveryMs)
    this.#isLooking = false
    await this.#looking
    return [...this.awaited.keys()].map((path) => this.seenMs.get(path) ?? Number.POSITIVE_INFINITY)
  }
}

/** Asks again and again, without a pause, until the story is there. Milliseconds since `since`. */
async function untilSeen(app: Instance, { path }: Story, since: number): Promise<number> {
  for (;;) {
    const { status } = await app.ask(path)
    const ms = performance.now() - since
    if (status === 200) return ms
    if (ms > patienceMs) return Number.POSITIVE_INFINITY
  }
}

type Seen = { fromBegin: number[]; fromCommit: number[]; stale: number }

/** Publishes one after the other; how long each took to be at the second instance, and whether it ever went again. */
async function publishAll(
  { desk }: OwnPaper,
  [first, second]: [Instance, Instance],
  drafts: Story[],
  awaited: Map<string, number>,
): Promise<Seen> {
  const seen: Seen = { fromBegin: [], fromCommit: [], stale: 0 }
  for (const story of drafts) {
    const began = performance.now()
    await desk.publish(story)
    const committed = performance.now()
    awaited.set(story.path, committed)
    const ms = await untilSeen(second, story, began)
    seen.fromBegin.push(ms)
    seen.fromCommit.push(Math.max(0, ms - (committed - began)))
    await untilSeen(first, story, began)
    for (let time = 0; time < readAgain; time += 1) {
      for (const app of [first, second])
        if ((await app.ask(story.path)).status !== 200) seen.stale += 1
    }
  }
  return seen
}

async function draftAll(
  { desk }: OwnPaper,
  apps: Instance[],
  publications: number,
): Promise<Story[]> {
  const drafts: Story[] = []
  for (let number = 1; number <= publications; number += 1) {
    drafts.push(await desk.draft(`খবর ${number}`))
  }
  // Each has a kept "not found" everywhere.
  for (const { path } of drafts) {
    for (const app of apps) {
      const { status } = await app.ask(path)
      if (status !== 404) throw new Trouble(`${path} answers ${status} before it is published`)
    }
  }
  return drafts
}

function figuresOf(seen: Seen, listed: [string, number[]][]): Figure[] {
  const times = (name: string, values: number[], most: number): Figure[] => [
    { name: `${name}, p50`, value: quantile(values, 0.5), unit: 'ms' },
    { name: `${name}, p99`, value: quantile(values, 0.99), unit: 'ms', limit: { most } },
    { name: `${name}, longest`, value: Math.max(...values), unit: 'ms' },
  ]
  return [
    { name: 'publications', value: seen.fromBegin.length },
    ...times('seen at B, from the command’s begin', seen.fromBegin, mostSeenMs),
    ...times('seen at B, from its end', seen.fromCommit, mostSeenMs),
    {
      name: `stale afterwards, of ${readAgain} readings at each`,
      value: seen.stale,
      limit: { most: 0 },
    },
    ...listed.map(
      ([name, values]): Figure => ({
        name: `on ${name}, longest`,
        value: Math.max(...values),
        unit: 'ms',
        limit: { most: mostListedMs },
      }),
    ),
  ]
}

async function startAll(): Promise<{ paper: OwnPaper; apps: [Instance, Instance] }> {
  const postgres = await OwnPostgres.start()
  onEnd(() => postgres.remove())
  const paper = await makePaper(postgres.url, stories)
  onEnd(() => paper.desk.leave())
  const redis = await OwnRedis.start()
  onEnd(() => redis.kill())
  const settings = { CACHE_URL: redis.url, NEWSROOM_SECRET: randomBytes(32).toString('hex') }
  const wish = { databaseUrl: paper.url, settings }
  const apps: [Instance, Instance] = [await Instance.start(wish), await Instance.start(wish)]
  for (const app of apps) onEnd(() => app.stop())
  return { paper, apps }
}

program(import.meta.url, async () => {
  const publications = Number(process.argv[2] ?? usual)
  if (!Number.isInteger(publications) || publications < 1)
    throw new Trouble('how many publications?')
  if (isBuildStale()) await build()
  const { paper, apps } = await startAll()
  const [first, second] = apps
  const drafts = await draftAll(paper, apps, publications)
  const awaited = new Map<string, number>()
  const lookouts = [first, second].flatMap((app, index) =>
    ['/latest', '/'].map((list): [string, Lookout] => [
      `${list} of ${index === 0 ? 'A' : 'B'}`,
      new Lookout(app, list, awaited),
    ]),
  )
  const seen = await publishAll(paper, apps, drafts, awaited)
  const listed: [string, number[]][] = []
  for (const [name, lookout] of lookouts) listed.push([name, await lookout.leave()])
  return verdict(report('two instances, one Redis', figuresOf(seen, listed)))
})
