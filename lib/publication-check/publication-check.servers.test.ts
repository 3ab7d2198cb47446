import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { freePort } from '@/tools/process/free-port'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import type { StoryRef } from '@/tools/test-harness/processes/newsroom-client'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { Varnishd } from '@/tools/test-harness/processes/varnishd'
import { WorkerProcess } from '@/tools/test-harness/processes/worker-process'
import type { ProbeResult } from './publication-check'

// Publication check with a real Varnish between readers and the paper: what it proves is what readers get there.
vi.setConfig({ testTimeout: 120_000 })

let paper: FilledPaper
let db: Db
const running: { stop: () => Promise<unknown> }[] = []

beforeAll(async () => {
  paper = await makeFilledPaper(env.DATABASE_URL ?? '', 60)
  db = connectDb(paper.url)
})
afterEach(async () => {
  for (const each of running.splice(0).toReversed()) await each.stop()
})
afterAll(async () => {
  await db?.$disconnect()
  await paper?.remove()
})

/** A paper behind Varnish, and a worker that looks at it as readers do. @param purgedAt where the app tells of what is stale */
async function serve(
  purgedAt: (varnishPort: number) => number | Promise<number>,
): Promise<Varnishd> {
  const ports = { app: await freePort(), varnish: await freePort() }
  const purgePort = await purgedAt(ports.varnish)
  const SITE_URL = `http://127.0.0.1:${ports.varnish}`
  const settings = { SITE_URL, CDN_PURGE_URL: `http://127.0.0.1:${purgePort}/` }
  running.push(await ServerInstance.start({ databaseUrl: paper.url, port: ports.app, settings }))
  const varnish = await Varnishd.start(ports.varnish, [ports.app])
  running.push(varnish)
  running.push(new WorkerProcess({ databaseUrl: paper.url, settings: { SITE_URL } }))
  return varnish
}

const patient = { timeout: 60_000, interval: 100 }

/** The last look at a story, when all of it was looked at. */
async function checkOf({ id }: StoryRef): Promise<Record<string, ProbeResult['state']>> {
  const row = await db.publicationCheckRun.findFirst({
    where: { articleId: id },
    orderBy: { id: 'desc' },
  })
  const results = row?.doneAt ? (row.results as ProbeResult[]) : []
  return Object.fromEntries(results.map(({ page, state }) => [page, state]))
}
const inPlain = { headers: { 'Accept-Encoding': 'identity' } }
/** Requested as the publication check does: the CDN keeps a copy in each encoding. */
const asChecker = { headers: { 'Accept-Encoding': 'gzip, deflate' } }
const textAt = async (varnish: Varnishd, path: string) =>
  (await varnish.ask(path, inPlain)).body.toString()

describe('behind an edge that keeps pages', () => {
  test('a publication is proven by what readers get there, old copies or not', async () => {
    const varnish = await serve((port) => port)
    const story = await paper.newsroom.draft('ঢেউয়ের পরে চর জাগছে')
    const pages = [story.path, '/national', '/']
    // Each is kept at the edge as it was before: the story as one that is not there.
    for (const path of [...pages, ...pages]) {
      await varnish.ask(path, inPlain)
      await varnish.ask(path, asChecker)
    }
    expect((await varnish.ask(story.path, asChecker)).status).toBe(404)

    await paper.newsroom.publish(story)

    await expect
      .poll(() => checkOf(story), patient)
      .toEqual({
        article: 'shown',
        category: 'shown',
        front: 'shown',
        card: 'shown',
        feed: 'shown',
        sitemap: 'shown',
        newsSitemap: 'shown',
      })
    expect(await textAt(varnish, story.path)).toContain('ঢেউয়ের পরে চর জাগছে')
    // The edge keeps a copy for each encoding, and may show an old list once more while it fetches the new one.
    for (const path of ['/national', '/'])
      await expect
        .poll(() => textAt(varnish, path), { timeout: 10_000 })
        .toContain('ঢেউয়ের পরে চর জাগছে')
  })

  test('a correction is proven when the edge has it', async () => {
    const varnish = await serve((port) => port)
    const story = await paper.newsroom.draft('নৌপথে নতুন বাতি')
    await paper.newsroom.publish(story)
    await expect.poll(() => checkOf(story), patient).toMatchObject({ article: 'shown' })
    expect(await textAt(varnish, story.path)).not.toContain('বাতির সংখ্যা বারোটি')
    const before = await db.publicationCheckRun.findFirstOrThrow({ where: { articleId: story.id } })

    await paper.newsroom.correct(story, 'বাতির সংখ্যা বারোটি')

    const newer = () =>
      db.publicationCheckRun.count({
        where: { articleId: story.id, id: { gt: before.id }, doneAt: { not: null } },
      })
    await expect.poll(newer, patient).toBe(1)
    expect(await checkOf(story)).toMatchObject({ article: 'shown' })
    expect(await textAt(varnish, story.path)).toContain('বাতির সংখ্যা বারোটি')
  })

  test('a CDN without purges keeps serving its copy, and the publication check reports it', async () => {
    // Nobody listens there.
    const varnish = await serve(() => freePort())
    const story = await paper.newsroom.draft('অজানা থেকে গেল খবরটি')
    for (const path of [story.path, story.path]) await varnish.ask(path, asChecker)

    await paper.newsroom.publish(story)

    await expect.poll(() => checkOf(story), patient).toMatchObject({ article: 'missing' })
    expect((await varnish.ask(story.path, asChecker)).status).toBe(404)
  })
})
