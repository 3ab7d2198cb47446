import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { waitForAcks } from '@/tools/database/wait-for-acks'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import type { StoryRef } from '@/tools/test-harness/processes/newsroom-client'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { TestRedis } from '@/tools/test-harness/processes/test-redis'

// Two production servers of one build, with one database and one Redis.
let paper: FilledPaper
let redis: TestRedis
let instances: ServerInstance[] = []

beforeAll(async () => {
  paper = await makeFilledPaper(env.DATABASE_URL ?? '')
  redis = await TestRedis.start()
  const settings = { CACHE_URL: redis.url, NEWSROOM_SECRET: randomBytes(32).toString('hex') }
  const options = { databaseUrl: paper.url, settings }
  instances = await Promise.all([ServerInstance.start(options), ServerInstance.start(options)])
})
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()))
  await redis?.kill()
  await paper?.remove()
})

const atAll = (path: string) => Promise.all(instances.map((instance) => instance.request(path)))
const healths = () => Promise.all(instances.map((instance) => instance.health()))
const cachesAre = (state: string) =>
  vi.waitFor(
    async () => expect((await healths()).map(({ cache }) => cache)).toEqual([state, state]),
    { timeout: 10_000, interval: 20 },
  )

/** Stories that wait to be published, each with a kept "not found" at every instance. */
async function drafts(count: number): Promise<StoryRef[]> {
  const stories: StoryRef[] = []
  for (let number = 0; number < count; number += 1) {
    stories.push(await paper.newsroom.draft(`খবর ${number}`))
  }
  for (const { path } of stories) await atAll(path)
  return stories
}

describe('what is published on one instance is on all', () => {
  test('within a second of its commit, without anybody waiting for it', async () => {
    for (const story of await drafts(20)) {
      await paper.newsroom.publish(story)

      await vi.waitFor(
        async () =>
          expect((await atAll(story.path)).map(({ status }) => status)).toEqual([200, 200]),
        { timeout: 1_000, interval: 1 },
      )
    }
  })

  test('on the very next request, once the command has ended; and never again as before', async () => {
    const stories = await drafts(20)
    const first: number[] = []
    const further: number[] = []

    for (const story of stories) {
      await paper.newsroom.publish(story)
      await waitForAcks(paper.url)
      first.push(...(await atAll(story.path)).map(({ status }) => status))
    }
    for (const story of stories) {
      for (let time = 0; time < 20; time += 1) {
        further.push(...(await atAll(story.path)).map(({ status }) => status))
      }
    }

    expect(new Set(first)).toEqual(new Set([200]))
    expect(new Set(further)).toEqual(new Set([200]))
  })
})

let topic = 0
/** Whether what one instance has made another does not make; of pages that no news concern, a new one each time. */
async function doShare(): Promise<boolean> {
  const [one, two] = instances
  if (!one || !two) throw new Error('two instances are wanted')
  topic += 1
  const path = `/topic/topic-${topic}`
  const { status } = await one.request(path)
  const { renders: before } = await two.health()
  await two.request(path)
  const { renders: after } = await two.health()
  return status === 200 && after.made === before.made
}

test('one instance’s render serves the other', async () => {
  await cachesAre('connected')

  await expect.poll(doShare).toBe(true)
})

describe.each([
  ['killed', () => redis.kill(), () => redis.restart()],
  ['frozen', async () => redis.freeze(), async () => redis.thaw()],
])('with Redis %s', (_, end, begin) => {
  let cachedPaths: string[]

  beforeAll(async () => {
    cachedPaths = ['/', '/latest', ...(await paper.newsroom.paths(20))]
    for (const path of cachedPaths) await atAll(path)
    await cachesAre('connected')
    await end()
  })

  test('both go on serving, and say so', async () => {
    const answers = (await Promise.all(cachedPaths.map(atAll))).flat()
    await cachesAre('gone')

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  })

  test('both go on rendering, and hear of what is published', async () => {
    const [story] = await drafts(1)
    if (!story) throw new Error('no draft')

    await paper.newsroom.publish(story)
    await waitForAcks(paper.url)

    expect((await atAll(story.path)).map(({ status }) => status)).toEqual([200, 200])
  })

  test('once it is back they share again', async () => {
    await begin()
    await cachesAre('connected')

    await expect.poll(doShare).toBe(true)
  })
})
