import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { ProofItem } from '@/lib/jobs/proof'
import { freePort } from '@/scripts/free-port'
import type { Story } from '@/scripts/real/desk'
import { Instance } from '@/scripts/real/instance'
import { makePaper, type OwnPaper } from '@/scripts/real/paper'
import { WorkerProcess } from '@/scripts/real/worker'
import { Varnishd } from './edge/test-varnishd'

// Proof of publication with a real Varnish between readers and the paper: what it proves is what readers get there.
vi.setConfig({ testTimeout: 120_000 })

let paper: OwnPaper
let db: Db
const running: { stop: () => Promise<unknown> }[] = []

beforeAll(async () => {
  paper = await makePaper(env.DATABASE_URL ?? '', 60)
  db = connectDb(paper.url)
})
afterEach(async () => {
  for (const each of running.splice(0).toReversed()) await each.stop()
})
afterAll(async () => {
  await db?.$disconnect()
  await paper?.remove()
})

/** A paper behind Varnish, and a worker that looks at it as readers do. @param toldAt where the app tells of what is stale */
async function serve(toldAt: (edgePort: number) => number | Promise<number>): Promise<Varnishd> {
  const ports = { app: await freePort(), edge: await freePort() }
  const purgePort = await toldAt(ports.edge)
  const SITE_URL = `http://127.0.0.1:${ports.edge}`
  const settings = { SITE_URL, EDGE_PURGE_URL: `http://127.0.0.1:${purgePort}/` }
  running.push(await Instance.start({ databaseUrl: paper.url, port: ports.app, settings }))
  const edge = await Varnishd.start(ports.edge, [ports.app])
  running.push(edge)
  running.push(new WorkerProcess({ databaseUrl: paper.url, settings: { SITE_URL } }))
  return edge
}

const patient = { timeout: 60_000, interval: 100 }

/** The last look at a story, when all of it was looked at. */
async function proofOf({ id }: Story): Promise<Record<string, ProofItem['state']>> {
  const row = await db.proof.findFirst({ where: { articleId: id }, orderBy: { id: 'desc' } })
  const items = row?.doneAt ? (row.items as ProofItem[]) : []
  return Object.fromEntries(items.map(({ page, state }) => [page, state]))
}
const inPlain = { headers: { 'Accept-Encoding': 'identity' } }
/** As the proof asks: the edge keeps a copy in each encoding. */
const asTheProof = { headers: { 'Accept-Encoding': 'gzip, deflate' } }
const textAt = async (edge: Varnishd, path: string) =>
  (await edge.ask(path, inPlain)).body.toString()

describe('behind an edge that keeps pages', () => {
  test('a publication is proven by what readers get there, old copies or not', async () => {
    const edge = await serve((port) => port)
    const story = await paper.desk.draft('ঢেউয়ের পরে চর জাগছে')
    const pages = [story.path, '/national', '/']
    // Each is kept at the edge as it was before: the story as one that is not there.
    for (const path of [...pages, ...pages]) {
      await edge.ask(path, inPlain)
      await edge.ask(path, asTheProof)
    }
    expect((await edge.ask(story.path, asTheProof)).status).toBe(404)

    await paper.desk.publish(story)

    await expect
      .poll(() => proofOf(story), patient)
      .toEqual({
        ...{ article: 'shown', category: 'shown', front: 'shown', card: 'shown' },
        ...{ feed: 'shown', sitemap: 'shown', newsSitemap: 'shown' },
      })
    for (const path of pages) expect(await textAt(edge, path)).toContain('ঢেউয়ের পরে চর জাগছে')
  })

  test('a correction is proven when the edge has it', async () => {
    const edge = await serve((port) => port)
    const story = await paper.desk.draft('নৌপথে নতুন বাতি')
    await paper.desk.publish(story)
    await expect.poll(() => proofOf(story), patient).toMatchObject({ article: 'shown' })
    expect(await textAt(edge, story.path)).not.toContain('বাতির সংখ্যা বারোটি')
    const before = await db.proof.findFirstOrThrow({ where: { articleId: story.id } })

    await paper.desk.correct(story, 'বাতির সংখ্যা বারোটি')

    const newer = () =>
      db.proof.count({
        where: { articleId: story.id, id: { gt: before.id }, doneAt: { not: null } },
      })
    await expect.poll(newer, patient).toBe(1)
    expect(await proofOf(story)).toMatchObject({ article: 'shown' })
    expect(await textAt(edge, story.path)).toContain('বাতির সংখ্যা বারোটি')
  })

  test('an edge that nobody told goes on with what it has, and the proof says so', async () => {
    // Nobody listens there.
    const edge = await serve(() => freePort())
    const story = await paper.desk.draft('অজানা থেকে গেল খবরটি')
    for (const path of [story.path, story.path]) await edge.ask(path, asTheProof)

    await paper.desk.publish(story)

    await expect.poll(() => proofOf(story), patient).toMatchObject({ article: 'missing' })
    expect((await edge.ask(story.path, asTheProof)).status).toBe(404)
  })
})
