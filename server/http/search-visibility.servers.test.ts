import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { waitForAcks } from '@/tools/database/wait-for-acks'
import { runProcess } from '@/tools/process/child-process'
import { freePort } from '@/tools/process/free-port'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import { timedRequest } from '@/tools/test-harness/processes/http-client'
import type { StoryRef } from '@/tools/test-harness/processes/newsroom-client'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { Varnishd } from '@/tools/test-harness/processes/varnishd'

// What the newsroom does, as readers of a production server see it, with and without an edge in front.
let paper: FilledPaper
let app: ServerInstance
let varnish: Varnishd

beforeAll(async () => {
  paper = await makeFilledPaper(env.DATABASE_URL ?? '')
  const ports = { app: await freePort(), varnish: await freePort() }
  app = await ServerInstance.start({
    databaseUrl: paper.url,
    port: ports.app,
    settings: {
      CDN_PURGE_URL: `http://127.0.0.1:${ports.varnish}/`,
      GOOGLE_SITE_VERIFICATION: 'aV463-pVQni_VqL',
      BING_SITE_VERIFICATION: 'C0FFEE0123456789',
    },
  })
  varnish = await Varnishd.start(ports.varnish, [ports.app])
})
afterAll(async () => {
  await app?.stop()
  await varnish?.stop()
  await paper?.remove()
})

const atApp = (path: string) => app.request(path)
const atVarnish = (path: string) => timedRequest(varnish.port, path)
const atBoth = async (path: string) => [await atApp(path), await atVarnish(path)]

/** The newsroom's command as an operator types it, in a process of its own, to its end. */
async function type(...words: string[]): Promise<string> {
  const args = ['--import', 'tsx', '--conditions=react-server', 'scripts/newsroom.ts', ...words]
  const { code, output } = await runProcess(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: paper.url },
  })
  expect([code, output]).toEqual([0, ''])
  return output
}

test('the front page alone shows search engines whose the site is, where the operator says it', async () => {
  const [front, latest] = [await atApp('/'), await atApp('/latest')]

  const marks = ({ text }: typeof front) =>
    text.match(/<meta name="(?:google-site-verification|msvalidate\.01)" content="[^"]+"\/>/g)
  expect(marks(front)).toEqual([
    '<meta name="google-site-verification" content="aV463-pVQni_VqL"/>',
    '<meta name="msvalidate.01" content="C0FFEE0123456789"/>',
  ])
  expect(marks(latest)).toBeNull()
})

describe('a story itself is as it was made by the command, on the very next request', () => {
  let story: StoryRef

  beforeAll(async () => {
    story = await paper.newsroom.draft('নদীর পানি বাড়ছে')
    // Each of these tests begins with a copy of the story's page, at the app and at the edge.
    await atBoth(story.path)
  })

  test('published', async () => {
    const before = await atBoth(story.path)

    await type('publish', String(story.id))
    const after = await atBoth(story.path)

    expect(before.map(({ status }) => status)).toEqual([404, 404])
    expect(after.map(({ status }) => status)).toEqual([200, 200])
  })

  test('corrected', async () => {
    const note = 'পানির উচ্চতা ভুল ছিল'

    await type('note', String(story.id), '--kind', 'correction', '--note', note)
    const after = await atBoth(story.path)

    for (const { text } of after) expect(text).toContain(note)
  })

  test('moved', async () => {
    await type('move', String(story.id), 'sports')
    const after = await atBoth(story.path)

    expect(after.map(({ headers }) => headers.location)).toEqual(
      Array(2).fill(`/sports/${story.id}`),
    )
  })

  test('withdrawn', async () => {
    const path = `/sports/${story.id}`
    await atBoth(path)

    await type('withdraw', String(story.id), '--reason', 'ভুল')
    const after = await atBoth(path)

    expect(after.map(({ status }) => status)).toEqual([410, 410])
  })
})

test('twenty changes of one story in a row: nobody gets the one before', async () => {
  const story = await paper.newsroom.draft('শুরু')
  await paper.newsroom.publish(story)
  const got: boolean[] = []

  for (let change = 1; change <= 20; change += 1) {
    await atApp(story.path)
    await paper.newsroom.rename(story, `শিরোনাম ${change}।`)
    await waitForAcks(paper.url)
    got.push((await atApp(story.path)).text.includes(`শিরোনাম ${change}।`))
  }

  expect(got).toEqual(Array(20).fill(true))
})

test('five hundred readers of a page that has just changed cost one render', async () => {
  const story = await paper.newsroom.draft('ভিড়ের খবর')
  await paper.newsroom.publish(story)
  await atApp(story.path)
  await paper.newsroom.rename(story, 'ভিড়ের নতুন খবর')
  await waitForAcks(paper.url)
  const { renders: before } = await app.health()

  const answers = await Promise.all(Array.from({ length: 500 }, () => atApp(story.path)))

  const { renders: after } = await app.health()
  expect(after.made - before.made).toBe(1)
  expect(answers.filter(({ text }) => !text.includes('ভিড়ের নতুন খবর'))).toEqual([])
})

describe('whatever lists a story lists it within ten seconds', () => {
  test('while readers come, none of whom waits for it or gets an error', async () => {
    const paths = ['/', '/latest', '/national']
    for (const path of paths) await atBoth(path)
    const story = await paper.newsroom.draft('সবার আগে এই খবর')
    await paper.newsroom.publish(story)

    await expect
      .poll(
        async () => {
          const answers = (await Promise.all(paths.map(atBoth))).flat()
          expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
          return answers.every(({ text }) => text.includes(story.path))
        },
        { timeout: 10_000, interval: 20 },
      )
      .toBe(true)
  })

  test('and so to who comes then, whenever somebody came in between', async () => {
    const places = ['nobody', 'early', 'late'] as const
    const listOf = { nobody: '/national', early: '/latest', late: '/' }
    for (const path of Object.values(listOf)) await atBoth(path)
    const story = await paper.newsroom.draft('দশ সেকেন্ডের খবর')
    await paper.newsroom.publish(story)
    const began = performance.now()
    const until = (ms: number) => wait(began + ms - performance.now())

    // Just before a copy is too old to be handed out once more: the worst moments to ask.
    await until(3_800)
    await atVarnish(listOf.early)
    await until(7_800)
    await atVarnish(listOf.late)
    await until(10_000)
    const answers = await Promise.all(places.map((place) => atVarnish(listOf[place])))

    expect(answers.map(({ text }) => text.includes(story.path))).toEqual([true, true, true])
  })

  test('a renamed category: by its new name and at its new address, the old one leads there', async () => {
    for (const path of ['/', '/sports']) await atBoth(path)

    await type('rename-category', 'sports', '--name', 'মাঠের খবর', '--slug', 'field')

    const moved = async () => (await atBoth('/sports')).map(({ headers }) => headers.location)
    const named = async () => (await atBoth('/')).map(({ text }) => text.includes('মাঠের খবর'))
    await expect.poll(moved, { timeout: 10_000 }).toEqual(['/field', '/field'])
    await expect.poll(named, { timeout: 10_000 }).toEqual([true, true])
    expect((await atBoth('/field')).map(({ status }) => status)).toEqual([200, 200])
  })

  test('the front, as it was set', async () => {
    const [first = ''] = await paper.newsroom.paths(1)
    await atBoth('/')

    await type('front', first.split('/').at(-1) ?? '')

    const isThere = async () => (await atBoth('/')).map(({ text }) => text.includes(`"${first}"`))
    await expect.poll(isThere, { timeout: 10_000 }).toEqual([true, true])
  })
})
