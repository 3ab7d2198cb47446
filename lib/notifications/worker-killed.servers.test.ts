import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { freePort } from '@/tools/process/free-port'
import { startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { WorkerProcess } from '@/tools/test-harness/processes/worker-process'

// A worker that is killed while it speaks with a hub and a search engine, which have heard it and not yet answered.
vi.setConfig({ testTimeout: 120_000 })

const patient = { timeout: 90_000, interval: 100 }

let paper: FilledPaper
let db: Db
let app: ServerInstance
let outside: Server
let isSilent = true
const received: { hub: string[]; engine: string[] } = { hub: [], engine: [] }
const workers: WorkerProcess[] = []

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part)
  return Buffer.concat(parts).toString()
}

beforeAll(async () => {
  outside = await startHttpServer(async (req, res) => {
    received[req.url === '/hub' ? 'hub' : 'engine'].push(await bodyOf(req))
    if (!isSilent) res.writeHead(202).end()
  })
  const port = await freePort()
  paper = await makeFilledPaper(env.DATABASE_URL ?? '', 60)
  db = connectDb(paper.url)
  app = await ServerInstance.start({
    databaseUrl: paper.url,
    port,
    settings: { SITE_URL: site(port) },
  })
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  await db?.$disconnect()
  await app?.stop()
  await paper?.remove()
  outside?.closeAllConnections()
  outside?.close()
})

const site = (port: number) => `http://127.0.0.1:${port}`
const outsidePath = (path: string) => site((outside.address() as AddressInfo).port) + path

function work(): WorkerProcess {
  const settings = {
    SITE_URL: site(app.port),
    WEBSUB_HUB_URL: outsidePath('/hub'),
    INDEXNOW_KEY: 'Ab12-CdEf34',
    INDEXNOW_URL: outsidePath('/indexnow'),
  }
  const worker = new WorkerProcess({ databaseUrl: paper.url, settings })
  workers.push(worker)
  return worker
}

const feed = () => encodeURIComponent(`${site(app.port)}/national/feed.xml`)
const namesOf = (path: string) => (text: string) => text.includes(`${site(app.port)}${path}"`)

test('WS1 IN1 a worker killed while it tells the world: what it told is told again after a restart, and what came meanwhile as well', async () => {
  const notified = await paper.newsroom.draft('বলার মাঝখানে মারা গেল')
  const meanwhile = await paper.newsroom.draft('কেউ নেই, তখন প্রকাশ')
  const first = work()
  await paper.newsroom.publish(notified)
  await vi.waitUntil(() => received.hub.length > 0 && received.engine.length > 0, patient)

  await first.kill()
  await paper.newsroom.publish(meanwhile)

  expect([received.hub.length, received.engine.length]).toEqual([1, 1])
  expect(await db.pendingNotification.count({ where: { articleId: notified.id } })).toBe(2)
  expect(await db.outboxEvent.count({ where: { articleId: meanwhile.id } })).toBe(1)
  isSilent = false
  work()
  await vi.waitUntil(
    async () => (await db.pendingNotification.count()) === 0 && (await isDone()),
    patient,
  )

  const [lost, ...again] = received.engine
  expect(namesOf(notified.path)(lost ?? '')).toBe(true)
  for (const { path } of [notified, meanwhile]) {
    expect(again.filter(namesOf(path))).toHaveLength(1)
  }
  expect(received.hub.slice(1).every((form) => form.includes(feed()))).toBe(true)
  expect(received.hub.length).toBeGreaterThan(1)
})

/** Nothing follows any more, and no job of a channel is left. */
async function isDone(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ left: number }[]>`
    SELECT ((SELECT count(*) FROM "OutboxEvent")
      + (SELECT count(*) FROM "jobs"."job" WHERE "state"::text IN ('created', 'retry', 'active', 'failed')
          AND "name" IN ('websub', 'indexNow')))::int AS "left"`
  return row?.left === 0
}
