import { beforeEach, describe, expect, test } from 'vitest'
import { renameCategory } from '@/lib/categories/commands'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { testActor } from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { importRedirects } from './commands'

let paper: TestPaper
let story: { id: number; path: string }
beforeEach(async () => {
  paper = await resetToTestPaper()
  story = await published()
  await db().page.create({ data: { slug: 'about', title: 'আমাদের কথা', body: [], position: 1 } })
})

const admin = testActor('admin')
const hosts = ['paper.example']

async function published() {
  const id = await insertStory(paper, { publishAt: noon })
  const { category } = await db().article.findUniqueOrThrow({
    where: { id },
    select: { category: true },
  })
  return { id, path: `/${category.slug}/${id}` }
}

const rowsOf = (...lines: string[]) =>
  lines.map((line, index) => ({ line: index + 1, cells: line.split(',') }))

const take = (lines: string[], skipBad = false) =>
  runCommand(db(), admin, importRedirects, { rows: rowsOf(...lines), hosts, skipBad })

async function redirects() {
  const rows = await db().redirect.findMany({ orderBy: { fromPath: 'asc' } })
  return rows.map(({ fromPath, toPath }) => `${fromPath} → ${toPath}`)
}

const faultsOf = (outcome: Awaited<ReturnType<typeof take>>) =>
  outcome.faults?.map(({ line, reason }) => [line, reason]) ?? 'no list'

describe('HT1 old addresses lead to where their pages are', () => {
  test('to a story by its number or its address, or to any page', async () => {
    const outcome = await take([
      'পুরনো,নতুন',
      `/?p=123,${story.id}`,
      `https://www.old.example/details.php?id=7,/wrong-desk/${story.id}`,
      '/us.html,https://paper.example/about/',
      '/section/x,/',
    ])

    expect(outcome).toMatchObject({ ok: true, report: { added: 4, changed: 0, known: 0 } })
    expect(await redirects()).toEqual([
      `/?p=123 → ${story.path}`,
      `/details.php?id=7 → ${story.path}`,
      '/section/x → /',
      '/us.html → /about',
    ])
    const shapes = await db().redirectQueryShape.findMany({ orderBy: { shape: 'asc' } })
    expect(shapes.map(({ shape }) => shape)).toEqual(['/?p', '/details.php?id'])
  })

  test('taken twice, nothing is new', async () => {
    const lines = [`/?p=1,${story.id}`, `/a,${story.id}`, `/a,${story.id}`]
    await take(lines)
    const before = await dumpDatabase()

    const outcome = await take(lines)

    expect(outcome).toMatchObject({ report: { added: 0, changed: 0, known: 2, repeated: 1 } })
    expect((await dumpDatabase()).Redirect).toEqual(before.Redirect)
  })

  test('an address that leads elsewhere now is changed', async () => {
    await take([`/a,${story.id}`])

    const outcome = await take(['/a,/about'])

    expect(outcome).toMatchObject({ report: { added: 0, changed: 1 } })
    expect(await redirects()).toEqual(['/a → /about'])
  })

  test('older redirects to an address that moves lead to where it moves', async () => {
    const [category] = paper.categories
    const { slug } = category ?? { slug: '' }
    await db().redirect.create({ data: { fromPath: '/oldest', toPath: '/old' } })

    const outcome = await take([`/old,/${slug}`])
    await runCommand(db(), admin, renameCategory, { slug, newSlug: 'renamed' })

    expect(outcome).toMatchObject({ report: { added: 1, repointed: 1 } })
    expect(await redirects()).toEqual([
      `/${slug} → /renamed`,
      '/old → /renamed',
      '/oldest → /renamed',
    ])
  })

  test('however many they are, the server hears of one thing', async () => {
    await db().$executeRaw`DELETE FROM "TagVersion"`

    await take(Array.from({ length: 300 }, (_, index) => `/old/${index}/x,${story.id}`))

    expect((await db().tagVersion.findMany()).map(({ tag }) => tag)).toEqual(['redirects'])
  })
})

describe('a line at fault', () => {
  test.each([
    ['names no story', '/a,404000', 'noStory'],
    ['names no page', '/a,/nowhere', 'noTarget'],
    ['names a story under no category that there is none of', '/a,/x/404000', 'noTarget'],
    ['leads away from a page', '/about,/', 'hasPage'],
    ['leads away from a list', '/latest,/', 'hasPage'],
    ['leads away from an older page of a list', '/latest/page/2,/', 'hasPage'],
    ['leads to another site', '/a,https://evil.example/', 'elsewhere'],
    ['leads to itself', '/a,/a', 'itself'],
  ])('%s, and refuses the file', async (_, line, reason) => {
    const before = await dumpDatabase()

    const outcome = await take([`/good,${story.id}`, line])

    expect(outcome.ok).toBe(false)
    expect(faultsOf(outcome)).toEqual([[2, reason]])
    expect(await dumpDatabase()).toEqual(before)
  })

  test('leads away from a story, or to one that is not out', async () => {
    const draft = await insertStory(paper, { status: 'draft', publishAt: null })
    const withdrawn = await insertStory(paper, { status: 'withdrawn', withdrawnAt: noon })

    const outcome = await take([`${story.path},/about`, `/a,${draft}`, `/b,${withdrawn}`])

    expect(faultsOf(outcome)).toEqual([
      [1, 'hasPage'],
      [2, 'storyNotOut'],
      [3, 'storyNotOut'],
    ])
  })

  test('says where its target has moved itself', async () => {
    await take([`/a,${story.id}`])

    const outcome = await take(['/b,/a'])

    expect(outcome).toMatchObject({
      faults: [{ line: 1, reason: 'targetMoved', words: { to: story.path } }],
    })
  })

  test('is told with all others, those that could not be read among them', async () => {
    const outcome = await take(['nothing,7', '/a,/b', '/b,/a', `/c,${story.id}`, `/c,/about`, '/d'])

    expect(faultsOf(outcome)).toEqual([
      [1, 'notAddress'],
      [2, 'loop'],
      [3, 'loop'],
      [5, 'twice'],
      [6, 'columns'],
    ])
  })

  test('is left out where the others are wanted all the same', async () => {
    const outcome = await take([`/a,${story.id}`, '/b,/nowhere', '/c,/about'], true)

    expect(outcome).toMatchObject({ ok: true, report: { added: 2 } })
    expect(faultsOf(outcome)).toEqual([[2, 'noTarget']])
    expect(await redirects()).toEqual([`/a → ${story.path}`, '/c → /about'])
  })
})

test('a story planned for later may be led to', async () => {
  const planned = await insertStory(paper, { status: 'scheduled', publishAt: at(hours(1)) })

  expect((await take([`/a,${planned}`])).ok).toBe(true)
})

test('an old site’s number is not mistaken for a story’s of today', async () => {
  const address = `/old-desk/${story.id}`

  const outcome = await take([`${address},/about`])

  expect(outcome.ok).toBe(true)
  expect(await redirects()).toEqual([`${address} → /about`])
})

test('ten thousand lines are taken in a moment', async () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `/details.php?id=${index},${story.id}`)
  const began = performance.now()

  const outcome = await take(lines)

  expect(outcome).toMatchObject({ report: { added: 10_000 } })
  expect(performance.now() - began).toBeLessThan(5_000)
})
