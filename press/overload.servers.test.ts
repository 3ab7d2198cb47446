import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import messages from '@/messages/bn.json'
import type { Answer } from '@/scripts/real/ask'
import { Instance } from '@/scripts/real/instance'
import { makePaper, type OwnPaper } from '@/scripts/real/paper'
import { inTurn, Readers } from '@/scripts/real/readers'
import { untilHeard } from '@/scripts/until-heard'

// A production server that is asked for many more pages than it can render, each for the first time.
let paper: OwnPaper
let app: Instance
let kept: string[]
let others: string[]

beforeAll(async () => {
  paper = await makePaper(env.DATABASE_URL ?? '', 600)
  app = await Instance.start({ databaseUrl: paper.url })
  const paths = await paper.desk.paths(600)
  kept = ['/', '/latest', ...paths.slice(0, 20)]
  others = paths.slice(20)
  for (const path of kept) await app.ask(path)
})
afterAll(async () => {
  await app?.stop()
  await paper?.remove()
})

/** Fewer than these wait to be rendered at any time (press/main.ts). */
const mostWaiting = 50

describe('three hundred new pages at once', () => {
  let answers: Answer[]
  let keptStatuses: number[]
  let keptFailures: string[]
  let waiting: number[]

  beforeAll(async () => {
    const readers = new Readers(app.port, { perSecond: 50, next: inTurn(kept) })
    let areAnswered = false
    const asked = Promise.all(others.splice(0, 300).map((path) => app.ask(path)))
    void asked.finally(() => {
      areAnswered = true
    })
    waiting = []
    while (!areAnswered) waiting.push((await app.health()).renders.waiting)
    answers = await asked
    keptStatuses = (await readers.leave()).map(({ status }) => status)
    keptFailures = readers.failures
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
    expect(keptStatuses.length).toBeGreaterThan(0)
    expect(new Set(keptStatuses)).toEqual(new Set([200]))
    expect(keptFailures).toEqual([])
  })

  test('the log does not grow with the crowd', () => {
    const complaints = app.said.split('\n').filter((line) => line.includes('not answered'))

    expect(complaints.length).toBeLessThan(10)
  })

  test('after it, all is as before', async () => {
    const [path = ''] = others.splice(0, 1)

    expect((await app.ask(path)).status).toBe(200)
  })
})

test('lists become new in the crowd as well', async () => {
  const crowd = new Readers(app.port, { perSecond: 150, next: inTurn(others) })
  const story = await paper.desk.draft('ভিড়ের মধ্যেও')
  await paper.desk.publish(story)
  await untilHeard(paper.url)

  const isListed = async () => (await app.ask('/latest')).text.includes(story.path)
  await expect.poll(isListed, { timeout: 10_000, interval: 50 }).toBe(true)

  await crowd.leave()
})
