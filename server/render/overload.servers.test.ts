import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import messages from '@/messages/bn.json'
import { waitForAcks } from '@/tools/database/wait-for-acks'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import type { TimedResponse } from '@/tools/test-harness/processes/http-client'
import { LoadGenerator, roundRobin } from '@/tools/test-harness/processes/load-generator'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'

// A production server that is asked for many more pages than it can render, each for the first time.
let paper: FilledPaper
let app: ServerInstance
let cachedPaths: string[]
let uncachedPaths: string[]

beforeAll(async () => {
  paper = await makeFilledPaper(env.DATABASE_URL ?? '', 600)
  app = await ServerInstance.start({ databaseUrl: paper.url })
  const paths = await paper.newsroom.paths(600)
  cachedPaths = ['/', '/latest', ...paths.slice(0, 20)]
  uncachedPaths = paths.slice(20)
  for (const path of cachedPaths) await app.request(path)
})
afterAll(async () => {
  await app?.stop()
  await paper?.remove()
})

/** Fewer than these wait to be rendered at any time (server/main.ts). */
const mostWaiting = 50

describe('three hundred new pages at once', () => {
  let answers: TimedResponse[]
  let cachedStatuses: number[]
  let cachedFailures: string[]
  let waiting: number[]

  beforeAll(async () => {
    const readers = new LoadGenerator(app.port, { perSecond: 50, next: roundRobin(cachedPaths) })
    let areAnswered = false
    const asked = Promise.all(uncachedPaths.splice(0, 300).map((path) => app.request(path)))
    void asked.finally(() => {
      areAnswered = true
    })
    waiting = []
    while (!areAnswered) waiting.push((await app.health()).renders.waiting)
    answers = await asked
    cachedStatuses = (await readers.stop()).map(({ status }) => status)
    cachedFailures = readers.failures
  })

  test('HT1 some are rendered, the rest is told by 503 when to come back, in Bengali', () => {
    const refused = answers.filter(({ status }) => status !== 200)

    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect(refused.length).toBeGreaterThan(0)
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
    expect(new Set(refused.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['30']))
    expect(
      refused.filter(({ text }) => !text.includes(messages.errors.unavailableTitle)),
    ).toHaveLength(0)
  })

  test('nobody waits for ever', () => {
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(5_000)
  })

  test('the queue has an end', () => {
    expect(Math.max(...waiting)).toBeLessThanOrEqual(mostWaiting)
  })

  test('readers of kept pages get them all the while', () => {
    expect(cachedStatuses.length).toBeGreaterThan(0)
    expect(new Set(cachedStatuses)).toEqual(new Set([200]))
    expect(cachedFailures).toEqual([])
  })

  test('the log does not grow with the crowd', () => {
    const logLines = app.output.split('\n').filter((line) => line.includes('not answered'))

    expect(logLines.length).toBeLessThan(10)
  })

  test('after it, all is as before', async () => {
    const [path = ''] = uncachedPaths.splice(0, 1)

    expect((await app.request(path)).status).toBe(200)
  })
})

test('lists become new in the crowd as well', async () => {
  const crowd = new LoadGenerator(app.port, { perSecond: 150, next: roundRobin(uncachedPaths) })
  const story = await paper.newsroom.draft('ভিড়ের মধ্যেও')
  await paper.newsroom.publish(story)
  await waitForAcks(paper.url)

  const isListed = async () => (await app.request('/latest')).text.includes(story.path)
  await expect.poll(isListed, { timeout: 10_000, interval: 50 }).toBe(true)

  await crowd.stop()
})
