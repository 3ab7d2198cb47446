import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mergeCategories, renameCategory } from '@/lib/categories/commands'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { FeedFormat } from '@/lib/feeds/feed'
import { feedOf, feedOptions } from '@/lib/feeds/feed-fixtures'
import { findFeedList, listFeedStories } from '@/lib/feeds/queries'
import { writeFeed } from '@/lib/feeds/write-feed'
import { noteChange } from '@/lib/newsroom/publish/edit-commands'
import { moveStory, publishStory, withdrawStory } from '@/lib/newsroom/publish/publish-commands'
import type { ReaderResponse } from '@/lib/publication-check/publication-check'
import { listQueued } from '@/lib/queue/queue-queries'
import { editTopic, mergeContributors, mergeTopics } from '@/lib/taxonomy/edit-commands'
import { JobQueue } from '@/lib/worker/job-queue'
import { admin, editor } from '@/tools/test-harness/fixtures/actors'
import { startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import {
  insertStory,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { createWebsubChannel } from './websub'

const siteUrl = 'https://paper.example'
const patient = { timeout: 20_000, interval: 50 }

let paper: TestPaper
/** What the hub was told: the fields of each form. */
let received: URLSearchParams[]
let status: number
let server: Server
let queue: JobQueue | null
let requestedPaths: string[]
/** Feeds as they were: copies that stand in while new ones are made. */
let staleCopies: Map<string, string>

beforeEach(async () => {
  paper = await resetToTestPaper()
  received = []
  requestedPaths = []
  staleCopies = new Map()
  status = 202
  queue = null
  server = await startHttpServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      received.push(new URLSearchParams(Buffer.concat(parts).toString()))
      res.writeHead(status).end()
    })
  })
})
afterEach(async () => {
  await queue?.stop()
  await db().$executeRaw`DELETE FROM "jobs"."job"`
  await new Promise((resolve) => server.close(resolve))
})

/** The feed at that path as it is made now. */
async function renderFeed(path: string): Promise<string> {
  const at = path.lastIndexOf('/feed.')
  const listPath = path.slice(0, at) || '/'
  const found = await findFeedList(listPath)
  const stories = found ? await listFeedStories(found.list, new Date()) : []
  const format = path.slice(at + '/feed.'.length) as FeedFormat
  return writeFeed(feedOf(stories, { listPath }), format, feedOptions)
}

/** As a reader gets it: the copy that stands in, where there is one. */
async function fetchFeed(path: string): Promise<ReaderResponse> {
  requestedPaths.push(path)
  const copy = staleCopies.get(path)
  const type = 'application/rss+xml'
  const isThere = await findFeedList(path.slice(0, path.lastIndexOf('/feed.')) || '/')
  if (!copy && !isThere) return { status: 301, type, location: '/elsewhere', html: '' }
  return { status: 200, type, location: null, html: copy ?? (await renderFeed(path)) }
}

async function open(): Promise<JobQueue> {
  const hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const channel = createWebsubChannel({ hub, siteUrl, fetchFeed })
  queue = await JobQueue.start({
    url: env.DATABASE_URL ?? '',
    db: db(),
    jobs: [],
    channels: [channel],
    onError: () => {},
  })
  return queue
}

const ref = async (id: number) => {
  const { version } = await db().article.findUniqueOrThrow({ where: { id } })
  return { id, expectedVersion: version }
}
const waitForNotifications = () =>
  expect
    .poll(async () => [await db().pendingNotification.count(), await listQueued()], patient)
    .toEqual([0, []])
const feedsOf = (...lists: string[]) =>
  lists.flatMap((list) =>
    ['xml', 'atom', 'json'].map((format) => `${siteUrl}${list}/feed.${format}`),
  )
const notified = () => received.flatMap((form) => form.getAll('hub.url')).toSorted()

test('WS1 the hub is told which feeds have the story: the paper’s, its categories’, topics’ and authors’', async () => {
  const working = await open()
  const id = await insertStory(paper, {
    status: 'draft',
    publishAt: null,
    publishedAt: null,
    categoryId: paper.dhaka.id,
    contributorIds: [paper.person.id],
    topicIds: [paper.flood.id],
  })
  await runCommand(db(), editor, publishStory, await ref(id), new Date())

  await working.dispatchOutbox()
  await waitForNotifications()

  expect(received).toHaveLength(1)
  expect(received[0]?.get('hub.mode')).toBe('publish')
  expect([...new Set(received[0]?.keys())]).toEqual(['hub.mode', 'hub.url'])
  expect(notified()).toEqual(
    feedsOf('', '/dhaka', '/country', '/topic/flood', '/author/rahnuma').toSorted(),
  )
})

test('WS1 a moved story is told of where it was and where it is', async () => {
  const working = await open()
  const id = await insertStory(paper)
  await runCommand(db(), editor, moveStory, { ...(await ref(id)), category: 'sports' }, new Date())

  await working.dispatchOutbox()
  await waitForNotifications()

  expect(notified()).toEqual(feedsOf('', '/national', '/sports').toSorted())
})

test('WS1 the hub is not told before the feeds are new: it would find nothing and tell nobody', async () => {
  const working = await open()
  const id = await insertStory(paper)
  const path = '/national/feed.atom'
  staleCopies.set(path, await renderFeed(path))
  const note = { kind: 'correction', note: 'সংখ্যাটি ৪২ হবে।' } as const
  await runCommand(db(), editor, noteChange, { ...(await ref(id)), ...note }, new Date())

  await working.dispatchOutbox()
  await vi.waitUntil(() => requestedPaths.filter((each) => each === path).length > 2, patient)
  expect(received).toEqual([])
  staleCopies.clear()
  await waitForNotifications()

  expect(notified()).toEqual(feedsOf('', '/national').toSorted())
})

test('WS1 nor while a withdrawn story is still in one', async () => {
  const working = await open()
  const id = await insertStory(paper)
  staleCopies.set('/feed.xml', await renderFeed('/feed.xml'))
  await runCommand(
    db(),
    editor,
    withdrawStory,
    { ...(await ref(id)), reason: 'ভুল খবর' },
    new Date(),
  )

  await working.dispatchOutbox()
  await vi.waitUntil(
    () => requestedPaths.filter((each) => each === '/feed.xml').length > 2,
    patient,
  )
  expect(received).toEqual([])
  staleCopies.clear()
  await waitForNotifications()

  expect(notified()).toEqual(feedsOf('', '/national').toSorted())
})

describe('WS1 the hub is told of feeds that moved: whoever subscribed to the old one is led on by it', () => {
  test('of a renamed category, once the old feed leads on and the new one names its stories anew', async () => {
    const working = await open()
    const id = await insertStory(paper)
    const [old, renamed] = ['/national/feed.xml', '/desh/feed.xml']
    staleCopies.set(old, await renderFeed(old))
    await runCommand(db(), admin, renameCategory, { slug: 'national', newSlug: 'desh' })
    staleCopies.set(renamed, (await renderFeed(renamed)).replaceAll('/desh/', '/national/'))

    await working.dispatchOutbox()
    await vi.waitUntil(() => requestedPaths.filter((each) => each === renamed).length > 2, patient)
    staleCopies.delete(old)
    expect(received).toEqual([])
    staleCopies.clear()
    await waitForNotifications()

    expect(await renderFeed(renamed)).toContain(`${siteUrl}/desh/${id}`)
    expect(notified()).toEqual(feedsOf('/desh', '/national').toSorted())
  })

  test('of a merged category and of those above it, whose stories are others now', async () => {
    const working = await open()
    await insertStory(paper, { categoryId: paper.dhaka.id })
    await runCommand(db(), admin, mergeCategories, { slug: 'dhaka', into: 'sports' }, new Date())

    await working.dispatchOutbox()
    await waitForNotifications()

    expect(notified()).toEqual(feedsOf('/country', '/dhaka', '/sports').toSorted())
  })

  test('of topics and authors, renamed and merged', async () => {
    const working = await open()
    const { flood, election, person, desk } = paper
    await runCommand(db(), editor, editTopic, { id: flood.id, name: 'বন্যা', slug: 'floods' })
    await runCommand(db(), editor, mergeTopics, { id: flood.id, intoId: election.id }, new Date())
    await runCommand(
      db(),
      editor,
      mergeContributors,
      { id: person.id, intoId: desk.id },
      new Date(),
    )

    await working.dispatchOutbox()
    await waitForNotifications()

    const topics = ['flood', 'floods', election.slug].map((slug) => `/topic/${slug}`)
    const authors = [person.slug, desk.slug].map((slug) => `/author/${slug}`)
    expect(notified()).toEqual(feedsOf(...topics, ...authors).toSorted())
  })
})

test('WS1 a hub that is down is told later, and the newsroom sees why', async () => {
  const working = await open()
  status = 503
  const id = await insertStory(paper, { status: 'draft', publishAt: null, publishedAt: null })
  await runCommand(db(), editor, publishStory, await ref(id), new Date())
  await working.dispatchOutbox()
  await expect
    .poll(listQueued, patient)
    .toMatchObject([{ name: 'websub', state: 'waiting', fault: 'the hub answers 503', waiting: 1 }])

  status = 204
  await db().$executeRaw`UPDATE "jobs"."job" SET "start_after" = now()`
  await waitForNotifications()

  expect(received).toHaveLength(2)
})
