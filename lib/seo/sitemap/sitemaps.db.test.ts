import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { calendarMonth } from '@/lib/bengali/calendar/dates'
import { renameCategory } from '@/lib/categories/commands'
import { runCommand } from '@/lib/commands/command'
import { articlePath, isPublic } from '@/lib/content-model/article'
import { db } from '@/lib/db/client'
import { noteChange } from '@/lib/newsroom/publish/edit-commands'
import { moveStory, restoreStory, withdrawStory } from '@/lib/newsroom/publish/publish-commands'
import {
  emptyRenderContext,
  type RenderContext,
  withRenderContext,
} from '@/lib/render-context/render-context'
import { admin, editor } from '@/tools/test-harness/fixtures/actors'
import {
  type ReadSitemap,
  readSitemap,
  wholeText,
} from '@/tools/test-harness/fixtures/sitemap-reader'
import {
  at,
  hours,
  insertStories,
  insertStory,
  minutes,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { findNewsFile, findSitemapFile } from './locate-queries'
import { maxUrlsInFile, readSitemapFile } from './sitemap'
import { findSitemap, newsSitemap, sitemapIndex } from './sitemap-files'

const site = 'https://paper.example'
let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const index = async (now: Date) => readSitemap(await wholeText(await sitemapIndex(site, now)))

async function file(loc: string, now: Date): Promise<ReadSitemap | null> {
  const named = readSitemapFile(loc.slice(`${site}/sitemap/`.length))
  const text = named && (await findSitemap(named, site, now))
  return text && readSitemap(await wholeText(text))
}

const news = async (now: Date) => readSitemap(await wholeText(await newsSitemap(site, now)))

/** Every file that the index names, by its address. */
async function allFiles(now: Date): Promise<[string, ReadSitemap][]> {
  const { entries } = await index(now)
  const files: [string, ReadSitemap][] = []
  for (const { loc } of entries) {
    const read = await file(loc, now)
    if (!read) throw new Error(`${loc} is in the index and is not there`)
    files.push([loc, read])
  }
  return files
}

const isMonth = (loc: string) => /\/sitemap\/\d{4}-\d{2}(?:-\d+)?\.xml$/.test(loc)

/** The addresses of stories, and in which file each is. */
async function allStories(now: Date): Promise<[string, string][]> {
  const files = (await allFiles(now)).filter(([loc]) => isMonth(loc))
  return files.flatMap(([loc, read]) =>
    read.entries.map((entry): [string, string] => [entry.loc, loc]),
  )
}

/** The stories that readers have at `now`, by the rule. */
async function publicStories(now: Date) {
  const stories = await db().article.findMany({ include: { category: true } })
  return stories.filter((story) => isPublic(story, now))
}

/** The line of the index for a month. */
const lineOf = async (month: string, now: Date) =>
  (await index(now)).entries.find(({ loc }) => loc === `${site}/sitemap/${month}.xml`) ?? null

async function contextOf(make: () => Promise<unknown>): Promise<RenderContext> {
  const context = emptyRenderContext()
  await withRenderContext(context, make)
  return context
}

/** Borders of months as the paper's calendar has them, two in the year in which Bangladesh put its clocks on and back. */
const monthBoundaries = [
  '2009-05-31T18:00:00Z',
  '2009-06-30T17:00:00Z',
  '2009-12-31T17:00:00Z',
  '2009-12-31T18:00:00Z',
  '2024-02-29T18:00:00Z',
  '2026-02-28T18:00:00Z',
].map((text) => Date.parse(text))

const instant = fc
  .tuple(
    fc.constantFrom(...monthBoundaries),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(1, 60_000, 3_600_000),
  )
  .map(([boundary, steps, stepMs]) => new Date(boundary + steps * stepMs))
const planned = fc.oneof(
  { weight: 4, arbitrary: instant },
  fc.integer({ min: -2, max: 2 }).map((steps) => at(steps)),
)
const storyArbitrary = fc.record({
  status: fc.constantFrom('draft', 'inReview', 'scheduled', 'published', 'withdrawn'),
  publishAt: planned,
  embargoUntil: fc.option(planned, { freq: 4 }),
  isHeadlineOnly: fc.boolean(),
})

describe('SM7 every public story is in exactly one file', () => {
  test('at the borders of months, in every state, under embargo, in the instant it comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(storyArbitrary, { maxLength: 40 }), async (all) => {
        paper = await resetToTestPaper()
        await db().article.createMany({
          data: all.map(({ isHeadlineOnly, ...overrides }, index) => ({
            ...overrides,
            headline: 'খবর',
            body: [],
            isHeadlineOnly,
            publishedAt: overrides.status === 'published' ? overrides.publishAt : null,
            withdrawnAt: overrides.status === 'withdrawn' ? noon : null,
            categoryId: (index % 2 === 0 ? paper.national : paper.oldDhaka).id,
          })),
        })

        const found = await allStories(noon)

        const expected = (await publicStories(noon)).map((story): [string, string] => [
          `${site}${articlePath(story)}`,
          `${site}/sitemap/${calendarMonth(story.publicAt ?? noon)}.xml`,
        ])
        expect(found.toSorted()).toEqual(expected.toSorted())
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  test('of a month that holds more than a file may, many of one instant among them', async () => {
    const march = { from: new Date('2026-03-01T00:00:00Z'), categoryIds: [paper.national.id] }
    await insertStories(maxUrlsInFile - 5, { ...march, stepMs: 1_000 })
    await insertStories(maxUrlsInFile + 10, { ...march, from: at(-hours(2)), stepMs: 0 })
    await insertStory(paper, { publishAt: at(hours(1)), status: 'scheduled', publishedAt: null })

    const files = (await allFiles(noon)).filter(([loc]) => isMonth(loc))

    expect(files.map(([loc, { entries }]) => [loc, entries.length])).toEqual([
      [`${site}/sitemap/2026-03.xml`, maxUrlsInFile],
      [`${site}/sitemap/2026-03-2.xml`, maxUrlsInFile],
      [`${site}/sitemap/2026-03-3.xml`, 5],
    ])
    const locs = files.flatMap(([, { entries }]) => entries.map(({ loc }) => loc))
    expect(new Set(locs).size).toBe(
      await db().article.count({ where: { publicAt: { lte: noon } } }),
    )
    expect(await file(`${site}/sitemap/2026-03-4.xml`, noon)).toBeNull()
  }, 60_000)

  test('a file without stories is none', async () => {
    expect(await file(`${site}/sitemap/2026-03.xml`, noon)).toBeNull()
    expect((await index(noon)).entries.map(({ loc }) => loc)).toEqual([
      `${site}/sitemap/sections.xml`,
    ])
  })
})

describe('SM6 a file says when it last changed, and no other does', () => {
  const past = new Date('2026-01-10T06:00:00Z')
  const later = new Date(Date.now() + hours(1))
  let id: number
  beforeEach(async () => {
    id = await insertStory(paper, { publishAt: past })
    await insertStory(paper, {
      publishAt: new Date('2026-02-10T06:00:00Z'),
      categoryId: paper.sports.id,
    })
    // As if they had come when they came.
    await db().$executeRaw`SELECT "rebuildMonthlyStoryCounts"()`
  })
  const lastmods = async () => [
    (await lineOf('2026-01', later))?.lastmod,
    (await lineOf('2026-02', later))?.lastmod,
  ]
  const asPublished = ['2026-01-10T12:00:00+06:00', '2026-02-10T12:00:00+06:00']
  const ref = () => ({ id, expectedVersion: null })

  test('with its newest story', async () => {
    expect(await lastmods()).toEqual(asPublished)
  })

  test.each<[string, () => Promise<unknown>]>([
    [
      'a noted change',
      () =>
        runCommand(db(), editor, noteChange, { ...ref(), kind: 'update', note: 'নতুন' }, new Date()),
    ],
    [
      'a move',
      () => runCommand(db(), editor, moveStory, { ...ref(), category: 'dhaka' }, new Date()),
    ],
    [
      'a withdrawal',
      () => runCommand(db(), editor, withdrawStory, { ...ref(), reason: 'ভুল' }, new Date()),
    ],
    [
      'another address of its category',
      () => runCommand(db(), admin, renameCategory, { slug: 'national', newSlug: 'desh' }),
    ],
    [
      'another picture',
      async () => db().article.update({ where: { id }, data: { leadImageId: await addImage() } }),
    ],
    [
      'a picture between the paragraphs',
      async () => {
        const body = [{ kind: 'image', imageId: await addImage() }]
        return db().article.update({ where: { id }, data: { body } })
      },
    ],
    ['another story of long ago', () => insertStory(paper, { publishAt: past })],
  ])('after %s', async (_, change) => {
    await insertStory(paper, { publishAt: new Date('2026-01-10T05:00:00Z') })
    await db().$executeRaw`SELECT "rebuildMonthlyStoryCounts"()`
    const before = Date.now()

    await change()

    const [january = '', february] = await lastmods()
    expect(Date.parse(january ?? '')).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000)
    expect(february).toBe(asPublished[1])
  })

  test.each<[string, () => Promise<unknown>]>([
    [
      'a word put right in silence',
      () => db().article.update({ where: { id }, data: { headline: 'ঠিক করা' } }),
    ],
    [
      'a save that changes nothing',
      () => db().article.update({ where: { id }, data: { version: 2 } }),
    ],
    [
      'a story of another month',
      () => insertStory(paper, { publishAt: new Date('2025-06-10T06:00:00Z') }),
    ],
    [
      'a story that is planned for this month',
      () =>
        insertStory(paper, { publishAt: at(hours(9_999)), status: 'scheduled', publishedAt: null }),
    ],
    ['a draft', () => insertStory(paper, { status: 'draft', publishAt: null })],
  ])('not after %s', async (_, change) => {
    await change()

    expect(await lastmods()).toEqual(asPublished)
  })

  test('a planned story counts from its hour, not from its planning', async () => {
    await insertStory(paper, { publishAt: at(0), status: 'scheduled', publishedAt: null })
    await db()
      .$executeRaw`UPDATE "MonthlyStoryCount" SET "changedAt" = NULL WHERE "month" = '2026-03'`

    expect(await lineOf('2026-03', at(-1))).toBeNull()
    expect((await lineOf('2026-03', at(0)))?.lastmod).toBe('2026-03-26T12:00:00+06:00')
  })

  test('of a story: its last noted change', async () => {
    const changed = new Date('2026-01-12T06:00:00Z')
    await db().article.update({ where: { id }, data: { notedChangeAt: changed } })

    const read = await file(`${site}/sitemap/2026-01.xml`, noon)

    expect(read?.entries[0]?.lastmod).toBe('2026-01-12T12:00:00+06:00')
  })
})

test('what is written down of the months is summed up from time to time, and stays true', async () => {
  const ids = await insertStories(40, {
    from: at(-hours(4_000)),
    stepMs: hours(90),
    categoryIds: [paper.national.id],
  })
  for (let turn = 0; turn < 8; turn += 1) {
    for (const id of ids) {
      const status = turn % 2 === 0 ? ('withdrawn' as const) : ('published' as const)
      const withdrawnAt = status === 'withdrawn' ? noon : null
      await db().article.update({ where: { id }, data: { status, withdrawnAt } })
    }
  }
  const sums = () => db().$queryRaw<{ month: string; stories: number }[]>`
    SELECT "month", sum("stories")::int AS "stories" FROM "MonthlyStoryCount" GROUP BY 1 ORDER BY 1`
  const storedCounts = await sums()
  const rows = await db().monthlyStoryCount.count()
  await db().$executeRaw`SELECT "rebuildMonthlyStoryCounts"()`

  expect(storedCounts).toEqual(await sums())
  expect(rows).toBeLessThan(256 + storedCounts.length)
})

test('two who publish at once do not wait for each other', async () => {
  await db().$transaction(async (tx) => {
    await tx.article.create({ data: published('এক') })
    // On another connection, while the first has not committed.
    await db().$transaction(async (other) => {
      await other.$executeRaw`SET LOCAL lock_timeout = '500ms'`
      await other.article.create({ data: published('দুই') })
    })
  })

  expect((await file(`${site}/sitemap/2026-03.xml`, noon))?.entries).toHaveLength(2)
  expect(await lineOf('2026-03', noon)).not.toBeNull()
})

describe('the lists of the paper', () => {
  test('those that have stories, since their newest; and the pages', async () => {
    const { person, flood, oldDhaka } = paper
    await insertStory(paper, {
      categoryId: oldDhaka.id,
      contributorIds: [person.id],
      topicIds: [flood.id],
    })
    await db().page.create({
      data: { slug: 'about', title: 'আমাদের কথা', body: [], position: 0, updatedAt: at(-hours(9)) },
    })
    const hour = '2026-03-26T11:00:00+06:00'
    const [sections, topics, authors] = await Promise.all(
      ['sections', 'topics', 'authors'].map((name) => file(`${site}/sitemap/${name}.xml`, noon)),
    )
    const linesOf = (read: ReadSitemap | null | undefined) =>
      read?.entries.map(({ loc, lastmod }) => [loc.slice(site.length), lastmod])

    expect(linesOf(sections)).toEqual([
      ...['', '/latest', '/country', '/dhaka', '/old-dhaka'].map((path) => [path, hour]),
      ['/about', '2026-03-26T03:00:00+06:00'],
    ])
    expect(linesOf(topics)).toEqual([['/topic/flood', hour]])
    expect(linesOf(authors)).toEqual([['/author/rahnuma', hour]])
    expect((await index(noon)).entries.map(({ loc }) => loc.slice(site.length))).toEqual([
      '/sitemap/sections.xml',
      '/sitemap/topics.xml',
      '/sitemap/authors.xml',
      '/sitemap/2026-03.xml',
    ])
  })

  test('a topic keeps its file, however many there are', async () => {
    await db().$executeRaw`
      INSERT INTO "Topic" ("id", "slug", "name") SELECT n, 't' || n, 'বিষয় ' || n FROM generate_series(10, 20001) n`
    await insertStory(paper, {
      topicIds: [maxUrlsInFile, maxUrlsInFile + 1, 2 * maxUrlsInFile + 1],
    })

    const topics = (await allFiles(noon)).filter(([loc]) => loc.includes('/topics'))

    expect(topics.map(([loc, { entries }]) => [loc, entries.map((entry) => entry.loc)])).toEqual([
      [`${site}/sitemap/topics.xml`, [`${site}/topic/t10000`]],
      [`${site}/sitemap/topics-2.xml`, [`${site}/topic/t10001`]],
      [`${site}/sitemap/topics-3.xml`, [`${site}/topic/t20001`]],
    ])
  })
})

test('a story’s pictures are told, the lead first', async () => {
  const [first, second] = [await addImage(), await addImage()]
  const body = [
    { kind: 'image' as const, imageId: first },
    { kind: 'image' as const, imageId: second },
  ]
  await insertStory(paper, { leadImageId: second, body })

  const read = await file(`${site}/sitemap/2026-03.xml`, noon)

  expect(read?.entries[0]?.pictures).toEqual(
    [second, first].map((id) =>
      expect.stringMatching(`^${site}/media/${id}-[0-9a-f]{6}/1280\\.jpg$`),
    ),
  )
})

describe('the news of two days', () => {
  test('NS3 only stories of the last two days: 47 h 59 m is news, 48 h 01 m is not', async () => {
    const young = await insertStory(paper, { publishAt: at(-hours(48) + minutes(1)) })
    await insertStory(paper, { publishAt: at(-hours(48) - minutes(1)) })
    await insertStory(paper, { publishAt: at(minutes(1)), status: 'scheduled', publishedAt: null })
    await insertStory(paper, { embargoUntil: at(minutes(1)) })

    const { entries } = await news(noon)

    expect(entries.map(({ loc }) => loc)).toEqual([`${site}/national/${young}`])
  })

  test('NS3 and it is made anew when the oldest grows too old, and when one more comes', async () => {
    await insertStory(paper, { publishAt: at(-hours(47)) })
    const byAge = await contextOf(() => newsSitemap(site, noon))
    await insertStory(paper, { publishAt: at(minutes(5)), status: 'scheduled', publishedAt: null })
    const byPlan = await contextOf(() => newsSitemap(site, noon))

    expect(byAge.staleAt).toBe(at(hours(1)).getTime())
    expect(byPlan.staleAt).toBe(at(minutes(5)).getTime())
    expect([...byAge.listTags].toSorted()).toEqual(['latest', 'lists', 'paper'])
  })

  test('NS1 NS4 NS5 NS6 NS7 NS8 NS9 NS11 each with what is asked for, once, and nothing that is retired', async () => {
    const publishAt = new Date('2026-03-25T18:30:00Z')
    const headline = 'শিরোনাম যেমন পাতায়'
    const id = await insertStory(paper, {
      publishAt,
      headline,
      kicker: 'কিকার',
      contributorIds: [paper.person.id],
    })
    await db().article.update({ where: { id }, data: { notedChangeAt: at(-minutes(5)) } })

    const { root, attributes, entries, tagNames } = await news(noon)

    expect([root, attributes]).toEqual([
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      },
    ])
    expect(entries).toEqual([
      {
        loc: `${site}/national/${id}`,
        lastmod: '2026-03-26T11:55:00+06:00',
        pictures: [],
        news: {
          name: 'পরীক্ষা পত্রিকা',
          language: 'bn',
          date: '2026-03-26T00:30:00+06:00',
          title: headline,
        },
      },
    ])
    expect([...tagNames].toSorted()).toEqual([
      'lastmod',
      'loc',
      'news:language',
      'news:name',
      'news:news',
      'news:publication',
      'news:publication_date',
      'news:title',
      'url',
      'urlset',
    ])
  })

  test('NS2 more than a thousand stand in several files, each once, and the address says where', async () => {
    const overrides = { from: at(-hours(10)), stepMs: 1_000, categoryIds: [paper.national.id] }
    await insertStories(1_000, overrides)
    const full = await news(noon)
    await insertStories(1_005, overrides)

    const list = await news(noon)
    const files = await Promise.all(list.entries.map(({ loc }) => file(loc, noon)))

    expect([full.root, full.entries.length]).toEqual(['urlset', 1_000])
    expect([list.root, ...list.entries.map(({ loc }) => loc)]).toEqual([
      'sitemapindex',
      ...['news', 'news-2', 'news-3'].map((name) => `${site}/sitemap/${name}.xml`),
    ])
    expect(files.map((read) => read?.entries.length)).toEqual([1_000, 1_000, 5])
    expect(new Set(files.flatMap((read) => read?.entries.map(({ loc }) => loc))).size).toBe(2_005)
  })

  test('NS10 NS12 a withdrawn story, a draft and a bare headline are no news', async () => {
    const id = await insertStory(paper)
    await insertStory(paper, { status: 'draft', publishAt: null })
    await insertStory(paper, { isHeadlineOnly: true, body: [] })
    await runCommand(db(), editor, withdrawStory, { id, expectedVersion: null, reason: 'ভুল' }, noon)

    expect((await news(noon)).entries).toEqual([])
    await runCommand(db(), editor, restoreStory, { id, expectedVersion: null }, noon)
    expect((await news(noon)).entries).toHaveLength(1)
  })
})

describe('where a story is looked for', () => {
  const pathsOf = async (id: number) => [await findSitemapFile(id), await findNewsFile(id, noon)]

  test('in the file that holds it', async () => {
    const overrides = { from: at(-hours(3)), stepMs: 0, categoryIds: [paper.national.id] }
    const ids = await insertStories(maxUrlsInFile + 2, overrides)
    const young = ids.at(-1) ?? 0
    const old = await insertStory(paper, { publishAt: new Date('2026-01-31T18:00:00Z') })
    const paths = [await pathsOf(young), await pathsOf(ids[0] ?? 0)]
    const has = async (path: string | null | undefined, id: number) =>
      (await file(`${site}${path}`, noon))?.entries.some(({ loc }) => loc.endsWith(`/${id}`))

    expect(paths).toEqual([
      ['/sitemap/2026-03-2.xml', '/sitemap/news.xml'],
      ['/sitemap/2026-03.xml', '/sitemap/news-11.xml'],
    ])
    expect(await has(paths[0]?.[0], young)).toBe(true)
    expect(await has(paths[0]?.[1], young)).toBe(true)
    expect(await has(paths[1]?.[0], ids[0] ?? 0)).toBe(true)
    expect(await has(paths[1]?.[1], ids[0] ?? 0)).toBe(true)
    expect(await pathsOf(old)).toEqual(['/sitemap/2026-02.xml', null])
  })

  test('where it was, once it is withdrawn; nowhere, when readers never had it', async () => {
    const id = await insertStory(paper)
    await runCommand(db(), editor, withdrawStory, { id, expectedVersion: null, reason: 'ভুল' }, noon)
    const draft = await insertStory(paper, { status: 'draft', publishAt: null })

    expect(await pathsOf(id)).toEqual(['/sitemap/2026-03.xml', '/news-sitemap.xml'])
    expect(await pathsOf(draft)).toEqual([null, null])
  })
})

describe('files become stale with what they show', () => {
  test('a month with its own stories and with the categories’ addresses, at the hour of a planned one', async () => {
    await insertStory(paper)
    await insertStory(paper, { publishAt: at(minutes(7)), status: 'scheduled', publishedAt: null })

    const context = await contextOf(() => file(`${site}/sitemap/2026-03.xml`, noon))

    expect([...context.listTags].toSorted()).toEqual(['lists', 'month:2026-03'])
    expect(context.staleAt).toBe(at(minutes(7)).getTime())
  })

  test('a month of the past by no hour at all', async () => {
    await insertStory(paper, { publishAt: new Date('2026-01-10T06:00:00Z') })
    await insertStory(paper, { publishAt: at(minutes(7)), status: 'scheduled', publishedAt: null })

    const context = await contextOf(() => file(`${site}/sitemap/2026-01.xml`, noon))

    expect([...context.listTags].toSorted()).toEqual(['lists', 'month:2026-01'])
    expect(context.staleAt).toBe(Number.POSITIVE_INFINITY)
  })

  test('the list of files with every story', async () => {
    await insertStory(paper, { publishAt: at(minutes(7)), status: 'scheduled', publishedAt: null })

    const context = await contextOf(() => index(noon))

    expect([...context.listTags].toSorted()).toEqual(['latest', 'lists'])
    expect(context.staleAt).toBe(at(minutes(7)).getTime())
  })
})

const published = (headline: string) => ({
  headline,
  body: [],
  categoryId: paper.national.id,
  status: 'published' as const,
  publishAt: at(-hours(1)),
  publishedAt: at(-hours(1)),
})

let images = 0
async function addImage(): Promise<number> {
  images += 1
  const hash = String(images).padStart(64, 'a')
  const size = { width: 1600, height: 900, bytes: 1_000 }
  const { id } = await db().image.create({
    data: { hash, mediaType: 'image/jpeg', ...size, alt: 'ছবি' },
  })
  return id
}
