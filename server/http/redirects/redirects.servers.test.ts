import { writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { terminalActor } from '@/lib/auth/system-actors'
import { addCategory, mergeCategories, renameCategory } from '@/lib/categories/commands'
import { runCommand } from '@/lib/commands/command'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { moveStory } from '@/lib/newsroom/publish/publish-commands'
import {
  editContributor,
  editTopic,
  mergeContributors,
  mergeTopics,
} from '@/lib/taxonomy/edit-commands'
import { waitForAcks } from '@/tools/database/wait-for-acks'
import { runProcess } from '@/tools/process/child-process'
import { freePort } from '@/tools/process/free-port'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import { timedRequest } from '@/tools/test-harness/processes/http-client'
import type { StoryRef } from '@/tools/test-harness/processes/newsroom-client'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { Varnishd } from '@/tools/test-harness/processes/varnishd'

// Addresses of a production server, with and without an edge in front, after the newsroom's own commands.
let paper: FilledPaper
let app: ServerInstance
let varnish: Varnishd
let db: Db

beforeAll(async () => {
  paper = await makeFilledPaper(env.DATABASE_URL ?? '')
  db = connectDb(paper.url)
  const ports = { app: await freePort(), varnish: await freePort() }
  app = await ServerInstance.start({
    databaseUrl: paper.url,
    port: ports.app,
    settings: { CDN_PURGE_URL: `http://127.0.0.1:${ports.varnish}/` },
  })
  varnish = await Varnishd.start(ports.varnish, [ports.app])
})
afterAll(async () => {
  await app?.stop()
  await varnish?.stop()
  await db?.$disconnect()
  await paper?.remove()
})

/** What the app says of an address, and what an edge in front of it says. */
async function responses(path: string) {
  const answers = [await app.request(path), await timedRequest(varnish.port, path)]
  return answers.map(({ status, headers }) => [status, headers.location])
}

/** What both say. */
async function answerTo(path: string) {
  const [own = [], viaVarnish] = await responses(path)
  expect(viaVarnish).toEqual(own)
  return { status: own[0], location: own[1] }
}

async function done<T extends { ok: boolean }>(outcome: Promise<T>): Promise<T> {
  const result = await outcome
  expect(result).toMatchObject({ ok: true })
  await waitForAcks(paper.url)
  return result
}

let names = 0
const newSlug = () => {
  names += 1
  return `moved-${names}`
}

async function newCategory() {
  const slug = newSlug()
  await done(
    runCommand(db, terminalActor, addCategory, { slug, name: `বিভাগ ${slug}`, parent: null }),
  )
  return slug
}

const merge = (slug: string, into: string) =>
  done(runCommand(db, terminalActor, mergeCategories, { slug, into }, new Date()))
const rename = (slug: string, newSlug: string) =>
  done(runCommand(db, terminalActor, renameCategory, { slug, newSlug }))
const move = ({ id }: StoryRef, category: string) =>
  done(
    runCommand(db, terminalActor, moveStory, { id, expectedVersion: null, category }, new Date()),
  )

async function newStory(category: string) {
  const story = await paper.newsroom.draft('সরে যাওয়া খবর', category)
  await paper.newsroom.publish(story)
  await waitForAcks(paper.url)
  return story
}

/** One hop, for good, to an address that has its page; a list that moved is a list of yesterday for ten seconds at most. */
async function expectOneHop(from: string, to: string) {
  await expect
    .poll(() => responses(from), { timeout: 10_000, interval: 100 })
    .toEqual([
      [301, to],
      [301, to],
    ])
  expect((await answerTo(to)).status).toBe(200)
}

describe('HT1 what has moved is found by one hop', () => {
  test('a story that changed its category twice, and whose category was then merged twice', async () => {
    const slugs = []
    for (let count = 0; count < 5; count += 1) slugs.push(await newCategory())
    const [a = '', b = '', c = '', d = '', e = ''] = slugs
    const story = await newStory(a)
    for (const slug of [a, b, c, d]) await answerTo(`/${slug}/${story.id}`)

    await move(story, b)
    await move(story, c)
    await merge(c, d)
    await merge(d, e)

    for (const slug of [a, b, c, d]) {
      await expectOneHop(`/${slug}/${story.id}`, `/${e}/${story.id}`)
      await expectOneHop(`/${slug.toUpperCase()}//${story.id}/`, `/${e}/${story.id}`)
    }
    for (const slug of [c, d]) await expectOneHop(`/${slug}`, `/${e}`)
  })

  test('a category renamed twice and merged, under each of its names', async () => {
    const [slug, second, third, into] = [
      await newCategory(),
      newSlug(),
      newSlug(),
      await newCategory(),
    ]
    await newStory(slug)
    await answerTo(`/${slug}`)

    await rename(slug, second)
    await answerTo(`/${slug}`)
    await rename(second, third)
    await merge(third, into)

    for (const old of [slug, second, third]) {
      await expectOneHop(`/${old}`, `/${into}`)
      await expectOneHop(`/${old.toUpperCase()}/`, `/${into}`)
    }
  })

  test('a category that gets its first name back leads nowhere but home', async () => {
    const [slug, second] = [await newCategory(), newSlug()]
    await newStory(slug)

    await rename(slug, second)
    await answerTo(`/${slug}`)
    await rename(second, slug)

    await expectOneHop(`/${second}`, `/${slug}`)
  })

  test('CP2 the newest page of a list that moved, whose number is for now, is not led on twice', async () => {
    const [slug, second] = [await newCategory(), newSlug()]
    await newStory(slug)

    await rename(slug, second)

    expect(await answerTo(`/${slug}/page/1`)).toEqual({ status: 302, location: `/${second}` })
    expect((await answerTo(`/${slug}/page/2`)).status).toBe(404)
  })

  test('topics and contributors, renamed, then merged', async () => {
    const [topic, intoTopic] = await db.topic.findMany({ take: 2 })
    const [author, intoAuthor] = await db.contributor.findMany({ take: 2 })
    if (!topic || !intoTopic || !author || !intoAuthor) throw new Error('the paper has no names')
    const [newTopic, newAuthor] = [newSlug(), newSlug()]
    await answerTo(`/topic/${topic.slug}`)
    await answerTo(`/author/${author.slug}`)

    const { id, name, kind } = author
    await done(
      runCommand(db, terminalActor, editTopic, { id: topic.id, name: topic.name, slug: newTopic }),
    )
    await done(
      runCommand(db, terminalActor, editContributor, { id, name, kind, bio: '', slug: newAuthor }),
    )
    await expectOneHop(`/topic/${topic.slug}`, `/topic/${newTopic}`)
    await expectOneHop(`/author/${author.slug}`, `/author/${newAuthor}`)
    await done(
      runCommand(
        db,
        terminalActor,
        mergeTopics,
        { id: topic.id, intoId: intoTopic.id },
        new Date(),
      ),
    )
    await done(
      runCommand(db, terminalActor, mergeContributors, { id, intoId: intoAuthor.id }, new Date()),
    )

    for (const slug of [topic.slug, newTopic])
      await expectOneHop(`/topic/${slug}`, `/topic/${intoTopic.slug}`)
    for (const slug of [author.slug, newAuthor])
      await expectOneHop(`/author/${slug}`, `/author/${intoAuthor.slug}`)
  })
})

test('CP2 a page of a list is its own canonical; the newest has the bare address; beyond it is none', async () => {
  const canonicalOf = async (path: string) =>
    /<link rel="canonical" href="[^"]*?\/\/[^"/]*([^"]*)"/.exec((await app.request(path)).text)?.[1]
  const older = Number(/"\/latest\/page\/(\d+)"/.exec((await app.request('/latest')).text)?.[1])
  const at = (number: number) => `/latest/page/${number}`

  expect(older).toBeGreaterThan(1)
  expect(await canonicalOf('/latest')).toBe('/latest')
  expect(await canonicalOf(at(older))).toBe(at(older))
  expect(await answerTo(at(older + 1))).toEqual({ status: 302, location: '/latest' })
  expect((await answerTo(at(older + 2))).status).toBe(404)
  // A query is none of its addresses; the page says which it has.
  expect(await canonicalOf('/latest?page=2')).toBe('/latest')
})

describe('HT1 what is gone says so', () => {
  test('a withdrawn story is gone at every address it had, and leaves all lists within ten seconds', async () => {
    const [first, second] = [await newCategory(), await newCategory()]
    const story = await newStory(first)
    await move(story, second)
    const lists = ['/', '/latest', `/${second}`]
    const listing = async () => {
      const answers = await Promise.all(
        lists.flatMap((path) => [app.request(path), timedRequest(varnish.port, path)]),
      )
      return answers.filter((answer) => answer.text.includes(`/${second}/${story.id}"`)).length
    }
    await expect.poll(listing, { timeout: 10_000 }).toBe(lists.length * 2)

    await paper.newsroom.withdraw(story)
    const began = performance.now()

    for (const slug of [first, second]) {
      expect(await answerTo(`/${slug}/${story.id}`)).toEqual({ status: 410, location: undefined })
    }
    await expect.poll(listing, { timeout: 10_000, interval: 50 }).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('what was never there is unknown', async () => {
    for (const path of ['/no-such-page', '/national/2147483600', '/topic/none', '/author/none']) {
      expect(await answerTo(path)).toEqual({ status: 404, location: undefined })
    }
  })
})

describe('HT1 an old site’s addresses', () => {
  const letters = 'পুরনো-খবর'
  let story: StoryRef

  async function typeImport(lines: string[], ...options: string[]) {
    const file = join(tmpdir(), `dainik-redirects-${process.pid}.csv`)
    await writeFile(file, lines.join('\r\n'))
    const args = ['--import', 'tsx', '--conditions=react-server', 'scripts/redirects-import.ts']
    const { code, output } = await runProcess(process.execPath, [...args, ...options, file], {
      env: { ...process.env, DATABASE_URL: paper.url },
    })
    return { code, output: output.replaceAll(file, 'old.csv') }
  }

  beforeAll(async () => {
    story = await newStory('national')
    // Each was asked for before it led anywhere.
    for (const path of ['/', '/details.php', `/${encodeURIComponent(letters)}`, '/?p=123']) {
      await app.request(path)
      await timedRequest(varnish.port, path)
    }
  })

  test('are taken from a file beside a running server, and lead on from the next request', async () => {
    const { code, output } = await typeImport([
      '\ufeffপুরনো ঠিকানা,নতুন',
      `/?p=123,${story.id}`,
      `https://www.old.example/details.php?id=7,${story.id}`,
      `/${letters.normalize('NFD')},${story.path}`,
    ])

    expect(output).toMatch(/^old\.csv: ৩টি নতুন/)
    expect(code).toBe(0)
    await expectOneHop('/?p=123', story.path)
    await expectOneHop('/?utm_source=fb&p=123', story.path)
    await expectOneHop('/details.php?id=7', story.path)
    await expectOneHop('/Details.PHP?ID=7&fbclid=x', story.path)
  })

  test.each(['NFC', 'NFD'] as const)(
    'SM5 are found by their letters in %s, encoded or raw',
    async (form) => {
      const path = `/${letters.normalize(form)}`
      const raw = async (port: number) => {
        const socket = connect(port, '127.0.0.1')
        socket.end(
          Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
        )
        return text(socket)
      }

      await expectOneHop(`/${encodeURIComponent(path.slice(1))}`, story.path)
      for (const answer of [await raw(app.port), await raw(varnish.port)]) {
        expect(answer).toMatch(/^HTTP\/1\.1 301 /)
        expect(answer).toMatch(new RegExp(`\r\nLocation: ${story.path}\r\n`, 'i'))
      }
    },
  )

  test('any other query shows the page, and costs no render', async () => {
    await answerTo('/?p=999')
    const { renders: before } = await app.health()

    for (const query of ['?q', '?x=1', '?p=999&x=2', '?fbclid=a', '?utm_source=a&p=999']) {
      expect(await answerTo(`/${query}`)).toEqual({ status: 200, location: undefined })
    }

    expect((await app.health()).renders.made).toBe(before.made)
  })

  test('of a story that is withdrawn later are gone with it', async () => {
    await paper.newsroom.withdraw(story)
    await waitForAcks(paper.url)

    expect((await answerTo('/?p=123')).status).toBe(410)
    expect((await answerTo(`/${encodeURIComponent(letters)}`)).status).toBe(410)
  })

  test('are refused by line, in Bengali, with nothing written', async () => {
    const before = await db.redirect.count()

    const { code, output } = await typeImport(['/good,/latest', '/a,/b', '/b,/a'])

    expect(code).toBe(1)
    expect(output).toMatch(/^old\.csv:2: [\p{Script=Bengali}\p{P}\s]+\n.*old\.csv:3: /su)
    expect(await db.redirect.count()).toBe(before)
    expect((await typeImport(['/good,/latest', '/a,/b'], '--skip-bad')).code).toBe(1)
    expect(await db.redirect.count()).toBe(before + 1)
  })
})
