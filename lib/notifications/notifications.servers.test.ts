import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { freePort } from '@/tools/process/free-port'
import { startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'

// A server with its worker, and those outside whom it tells: a hub and a search engine that look for themselves, as real ones do.
vi.setConfig({ testTimeout: 120_000 })

const key = 'Ab12-CdEf34'
const patient = { timeout: 60_000, interval: 100 }

/** A feed as the hub fetched it when it was told of it. */
type Fetched = { topic: string; link: string | null; text: string }
/** What the search engine was told, and the key that it found at the paper. */
type Submission = { urlList: string[]; foundKey: string }

let paper: FilledPaper
let db: Db
let app: ServerInstance
let outside: Server
const fetched: Fetched[] = []
const submissions: Submission[] = []

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** What the hub is still fetching. */
const subscribing: Promise<void>[] = []

/** A hub fetches at once what it is told of, and keeps who the topic says it is. */
async function subscribe(topics: string[]): Promise<void> {
  for (const topic of topics) {
    const response = await fetch(topic)
    fetched.push({ topic, link: response.headers.get('link'), text: await response.text() })
  }
}

beforeAll(async () => {
  outside = await startHttpServer(async (req, res) => {
    const body = await bodyOf(req)
    if (req.url === '/hub') {
      res.writeHead(202).end()
      subscribing.push(subscribe(new URLSearchParams(body).getAll('hub.url')))
      return
    }
    const { keyLocation, urlList } = JSON.parse(body)
    const foundKey = await (await fetch(keyLocation)).text()
    submissions.push({ urlList, foundKey })
    res.writeHead(foundKey === key ? 200 : 403).end()
  })
  const port = await freePort()
  paper = await makeFilledPaper(env.DATABASE_URL ?? '', 60)
  db = connectDb(paper.url)
  app = await ServerInstance.start({
    databaseUrl: paper.url,
    port,
    settings: {
      WORKER: 'on',
      SITE_URL: `http://127.0.0.1:${port}`,
      WEBSUB_HUB_URL: hub(),
      INDEXNOW_KEY: key,
      INDEXNOW_URL: new URL('/indexnow', hub()).href,
    },
  })
})
afterAll(async () => {
  // Everything that happened is told, and heard, before who is asked for it is gone.
  await vi.waitUntil(async () => (await db.pendingNotification.count()) === 0, patient)
  await Promise.all(subscribing)
  await db?.$disconnect()
  await app?.stop()
  await paper?.remove()
  outside?.close()
})

const hub = () => `http://127.0.0.1:${(outside.address() as AddressInfo).port}/hub`
const site = () => `http://127.0.0.1:${app.port}`
const notifiedOf = (path: string) =>
  submissions.filter(({ urlList }) => urlList.includes(site() + path)).length
const topics = ['', '/national'].flatMap((list) =>
  ['xml', 'atom', 'json'].map((format) => `${list}/feed.${format}`),
)
/** Of which feeds the hub was told since, with what it found there. */
const fetchedSince = (count: number) =>
  fetched.slice(count).filter(({ topic }) => topics.some((path) => topic === site() + path))

test('WS1 IN1 the world hears of a publication and a withdrawal, and finds what it was told', async () => {
  // Feeds that stand ready from before, as they do.
  for (const path of topics) await app.request(path)
  const story = await paper.newsroom.draft('হাব ও সার্চ ইঞ্জিনের খবর')

  await paper.newsroom.publish(story)
  await vi.waitUntil(() => fetchedSince(0).length >= topics.length, patient)
  await vi.waitUntil(() => notifiedOf(story.path) === 1, patient)

  for (const { topic, link, text } of fetchedSince(0)) {
    expect(text).toContain(site() + story.path)
    expect(link?.match(/rel="self"/g)).toHaveLength(1)
    expect(link).toBe(`<${hub()}>; rel="hub", <${topic}>; rel="self"`)
  }
  const before = fetched.length

  await paper.newsroom.withdraw(story)
  await vi.waitUntil(() => fetchedSince(before).length >= topics.length, patient)
  await vi.waitUntil(() => notifiedOf(story.path) === 2, patient)

  for (const { text } of fetchedSince(before)) expect(text).not.toContain(site() + story.path)
  expect(submissions.map(({ foundKey }) => foundKey)).toEqual([key, key])
})

test('IN1 many publications within a few seconds are one request', async () => {
  const stories = await Promise.all(
    Array.from({ length: 8 }, (_, at) => paper.newsroom.draft(`একসঙ্গে খবর ${at}`)),
  )
  const before = submissions.length

  for (const story of stories) await paper.newsroom.publish(story)
  await vi.waitUntil(() => stories.every(({ path }) => notifiedOf(path) === 1), patient)

  expect(submissions.slice(before).map(({ urlList }) => urlList.length)).toEqual([8])
})

test('WS1 IN1 a renamed category is told under its old and new addresses, and each of them leads to a page', async () => {
  const story = await paper.newsroom.draft('খেলার খবর', 'sports')
  await paper.newsroom.publish(story)
  await vi.waitUntil(() => notifiedOf(story.path) === 1, patient)
  const [before, submitted] = [fetched.length, submissions.length]
  const since = () => fetched.slice(before)
  const feedsOf = (slug: string) =>
    ['xml', 'atom', 'json'].map((format) => `${site()}/${slug}/feed.${format}`)

  await paper.newsroom.renameCategory('sports', 'games')
  const wanted = [...feedsOf('sports'), ...feedsOf('games')]
  await vi.waitUntil(
    () => wanted.every((feed) => since().some(({ topic }) => topic === feed)),
    patient,
  )
  await vi.waitUntil(() => notifiedOf('/games') > 0, patient)

  // Whoever subscribed to the old feed is handed the new one, which says so.
  for (const { text, link } of since().filter(({ topic }) => wanted.includes(topic))) {
    expect(text).toContain(`${site()}/games/${story.id}`)
    expect(link).toMatch(/\/games\/feed\.\w+>; rel="self"$/)
  }
  const notified = submissions.slice(submitted).flatMap(({ urlList }) => urlList)
  expect(notified).toEqual(
    expect.arrayContaining(
      ['/sports', '/games', story.path, `/games/${story.id}`].map((path) => site() + path),
    ),
  )
  const answers = await Promise.all(
    notified.map(async (url) => {
      const { status, headers } = await app.request(new URL(url).pathname)
      return { url, status, isNotifiedToo: notified.includes(site() + String(headers.location)) }
    }),
  )
  expect(
    answers.filter(
      ({ status, isNotifiedToo }) => status !== 200 && !(status === 301 && isNotifiedToo),
    ),
  ).toEqual([])
})
