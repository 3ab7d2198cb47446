import { beforeEach, describe, expect, test } from 'vitest'
import { findCategoryPage } from '@/lib/articles/queries'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import type { Outcome } from '@/lib/outcome'
import { findRedirect, getSiteInfo } from '@/lib/paper/queries'
import { pageSize } from '@/lib/public-lists/list-pages'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import { reservedSlugs } from '@/lib/urls/reserved-paths'
import {
  admin,
  listInvalidatedTags,
  whileInvalidationFails,
} from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  insertStories,
  insertStory,
  minutes,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import {
  addCategory,
  mergeCategories,
  moveCategory,
  orderCategories,
  renameCategory,
} from './commands'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const listSlugs = async () => {
  const { categories } = await getSiteInfo(noon)
  return categories.map((category) => category.slug)
}
const listRedirects = async () => {
  const rows = await db().redirect.findMany({ orderBy: { fromPath: 'asc' } })
  return rows.map((row) => `${row.fromPath} → ${row.toPath}`)
}

async function expectRefused(command: () => Promise<Outcome>, reason: string) {
  const before = await dumpDatabase()

  expect(await command()).toEqual({ ok: false, reason })
  expect(await dumpDatabase()).toEqual(before)
}

describe('adding', () => {
  const add = (slug: string, name: string, parent: string | null = null) =>
    runCommand(db(), admin, addCategory, { slug, name, parent })

  test('puts a category last in the masthead, or under another', async () => {
    const outcome = await add('travel', 'ভ্রমণ')
    await add('hockey', 'হকি', 'sports')

    const { categories } = await getSiteInfo(noon)
    const [travel, hockey] = ['travel', 'hockey'].map((slug) =>
      categories.find((category) => category.slug === slug),
    )
    expect(categories.filter(({ parentId }) => parentId === null).at(-1)).toEqual(travel)
    expect(hockey?.parentId).toBe(categories.find(({ slug }) => slug === 'sports')?.id)
    expect(outcome.ok && tagsTouchedBy(outcome.change).toSorted()).toEqual([
      'category:travel',
      'lists',
      'paper',
      'redirects',
    ])
  })

  test.each([
    ['a slug that is taken', 'sports', 'নতুন', null, 'slugTaken'],
    ['a slug that the site needs itself', 'latest', 'নতুন', null, 'slugReserved'],
    ['a parent that is not there', 'travel', 'ভ্রমণ', 'nowhere', 'noSuchCategory'],
  ])('refuses %s', async (_, slug, name, parent, reason) => {
    await expectRefused(() => add(slug, name, parent), reason)
  })
})

describe('renaming', () => {
  const rename = (slug: string, input: { name?: string; newSlug?: string }) =>
    runCommand(db(), admin, renameCategory, { slug, ...input })

  test('gives another name and leaves the address', async () => {
    const outcome = await rename('sports', { name: 'খেলা' })

    expect(await db().category.findUnique({ where: { slug: 'sports' } })).toMatchObject({
      name: 'খেলা',
    })
    expect(await listRedirects()).toEqual([])
    expect(outcome.ok && tagsTouchedBy(outcome.change).toSorted()).toEqual(
      await listInvalidatedTags(),
    )
    expect(await listInvalidatedTags()).toEqual(['category:sports', 'lists', 'paper', 'redirects'])
  })

  test('gives another address, to which the old one and its pages lead', async () => {
    await rename('sports', { newSlug: 'games' })

    expect(await listSlugs()).toContain('games')
    expect(await findRedirect('/sports')).toBe('/games')
    expect(await findRedirect('/sports/page/3')).toBe('/games/page/3')
    expect(await listInvalidatedTags()).toEqual([
      'category:games',
      'category:sports',
      'lists',
      'paper',
      'redirects',
    ])
  })

  test('leads nothing else away', async () => {
    await rename('sports', { newSlug: 'games' })
    const others = ['/sports/12', '/sports/page/x', '/sports/page/3/4', '/page/3', '/sport', '/']

    expect(await Promise.all(others.map(findRedirect))).toEqual(others.map(() => null))
  })

  test('makes a kept answer at an old page of the list stale', async () => {
    const context = emptyRenderContext()
    await withRenderContext(context, () => findRedirect('/sports/page/3'))

    expect([...context.ownTags]).toEqual(['redirects'])
  })

  test('leaves the stories, however many, as they are', async () => {
    await insertStories(50, { from: noon, stepMs: 1, categoryIds: [paper.sports.id] })
    const { Article: before } = await dumpDatabase()

    await rename('sports', { newSlug: 'games' })

    expect((await dumpDatabase()).Article).toEqual(before)
  })

  test('twice leads both old addresses to the newest at once', async () => {
    await rename('sports', { newSlug: 'games' })
    await rename('games', { newSlug: 'play' })

    expect(await listRedirects()).toEqual(['/games → /play', '/sports → /play'])
  })

  test('back again makes no circle', async () => {
    await rename('sports', { newSlug: 'games' })
    await rename('games', { newSlug: 'sports' })

    expect(await listRedirects()).toEqual(['/games → /sports'])
  })

  test('to an address that another one left takes it over', async () => {
    await rename('sports', { newSlug: 'games' })
    await rename('dhaka', { newSlug: 'sports' })

    expect(await listRedirects()).toEqual(['/dhaka → /sports'])
  })

  test('to its own name and address changes nothing and is no fault', async () => {
    expect(await rename('sports', { name: 'খেলাধুলা', newSlug: 'sports' })).toMatchObject({
      ok: true,
    })
    expect(await listRedirects()).toEqual([])
  })

  test('to the name of a category elsewhere in the tree is allowed', async () => {
    expect(await rename('sports', { name: 'ঢাকা' })).toMatchObject({ ok: true })
  })

  test.each(reservedSlugs)('to %s, which the site needs, is refused', async (newSlug) => {
    await expectRefused(() => rename('sports', { newSlug }), 'slugReserved')
  })

  test('to the address of another category or page is refused', async () => {
    await db().page.create({ data: { slug: 'about', title: 'আমরা', body: [], position: 0 } })

    await expectRefused(() => rename('sports', { newSlug: 'dhaka' }), 'slugTaken')
    await expectRefused(() => rename('sports', { newSlug: 'about' }), 'slugTaken')
  })

  test('to the name of a sibling is refused', async () => {
    await expectRefused(() => rename('sports', { name: 'জাতীয়' }), 'nameTaken')
  })

  test('of what is not there is refused', async () => {
    await expectRefused(() => rename('nowhere', { name: 'কোথাও' }), 'noSuchCategory')
  })

  test.each([
    ['a Bengali address', { newSlug: 'খেলা' }, 'newSlug'],
    ['an address with capitals', { newSlug: 'Games' }, 'newSlug'],
    ['an address with a slash', { newSlug: 'a/b' }, 'newSlug'],
    ['an address that begins with a digit', { newSlug: '1' }, 'newSlug'],
    ['a blank name', { name: ' ' }, 'name'],
    ['nothing at all', {}, 'name'],
  ])('with %s is told by its field', async (_, input, field) => {
    expect(await rename('sports', input)).toEqual({ ok: false, reason: 'invalid', fields: [field] })
  })

  test('of two at once to one address one is refused', async () => {
    const outcomes = await Promise.all([
      rename('sports', { newSlug: 'games' }),
      rename('dhaka', { newSlug: 'games' }),
    ])

    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, reason: 'slugTaken' }])
  })
})

test('the database reserves the same first parts of addresses', async () => {
  const [row] = await db().$queryRaw<{ source: string }[]>`
    SELECT prosrc AS "source" FROM pg_proc WHERE proname = 'checkFirstPathPart'`
  const list = /"slug" IN \(([^)]*)\)/.exec(row?.source ?? '')?.[1] ?? ''

  expect([...list.matchAll(/'([^']+)'/g)].map((match) => match[1]).toSorted()).toEqual(
    reservedSlugs.toSorted(),
  )
})

async function pageOf(slug: string, number: number | null) {
  const { categories } = await getSiteInfo(noon)
  const category = categories.find((each) => each.slug === slug)
  return category ? await findCategoryPage(categories, category, number, noon) : null
}

describe('merging', () => {
  const merge = (slug: string, into: string) =>
    runCommand(db(), admin, mergeCategories, { slug, into }, noon)

  test('brings all stories and leads the old address to the new one', async () => {
    const id = await insertStory(paper, { categoryId: paper.sports.id })

    const outcome = await merge('sports', 'dhaka')

    expect(await db().article.findMany()).toMatchObject([
      { id, categoryId: paper.dhaka.id, version: 1 },
    ])
    expect(await listSlugs()).toEqual(['national', 'country', 'dhaka', 'old-dhaka'])
    expect(await listRedirects()).toEqual(['/sports → /dhaka'])
    expect(outcome.ok && tagsTouchedBy(outcome.change).toSorted()).toEqual(
      await listInvalidatedTags(),
    )
    expect(await listInvalidatedTags()).toEqual([
      'category:country',
      'category:dhaka',
      'category:sports',
      'lists',
      'paper',
      'redirects',
    ])
  })

  test('brings the categories under it, with their stories', async () => {
    await insertStory(paper, { categoryId: paper.oldDhaka.id })

    await merge('dhaka', 'sports')

    expect(await db().category.findUnique({ where: { slug: 'old-dhaka' } })).toMatchObject({
      parentId: paper.sports.id,
    })
    expect((await pageOf('sports', null))?.stories).toHaveLength(1)
    expect((await pageOf('country', null))?.stories).toHaveLength(0)
  })

  test('lays the lists out anew, each story once, each page full', async () => {
    const half = { from: at(-hours(10)), stepMs: minutes(2) }
    await insertStories(60, { ...half, categoryIds: [paper.sports.id] })
    await insertStories(60, { ...half, from: at(-hours(10) + 1), categoryIds: [paper.dhaka.id] })

    await merge('sports', 'dhaka')
    const pages = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => pageOf('dhaka', number)))
    const ids = pages.flatMap((page) => page?.stories.map((story) => story.id) ?? [])

    expect(pages.map((page) => page?.stories.length)).toEqual(Array(6).fill(pageSize))
    expect(new Set(ids).size).toBe(120)
    expect((await pageOf('country', 6))?.stories).toHaveLength(pageSize)
    expect(await db().listPage.count({ where: { list: `category:${paper.sports.id}` } })).toBe(0)
  })

  test('into the one above leaves no trace in its list', async () => {
    await insertStories(60, {
      from: at(-hours(10)),
      stepMs: minutes(2),
      categoryIds: [paper.dhaka.id],
    })
    const before = await pageOf('country', 2)

    await merge('dhaka', 'country')
    const after = await pageOf('country', 2)

    expect(after?.stories.map((story) => story.id)).toEqual(before?.stories.map(({ id }) => id))
  })

  test('takes the redirects along', async () => {
    await runCommand(db(), admin, renameCategory, { slug: 'sports', newSlug: 'games' })

    await merge('games', 'national')

    expect(await listRedirects()).toEqual(['/games → /national', '/sports → /national'])
  })

  test('into itself or one under it is refused', async () => {
    await expectRefused(() => merge('sports', 'sports'), 'belowItself')
    await expectRefused(() => merge('country', 'old-dhaka'), 'belowItself')
  })

  test('is refused where two subcategories would bear one name', async () => {
    await db().category.create({
      data: { slug: 'capital', name: 'ঢাকা', position: 9, parentId: paper.sports.id },
    })

    await expectRefused(() => merge('country', 'sports'), 'nameTaken')
  })

  test('with what is not there is refused', async () => {
    await expectRefused(() => merge('nowhere', 'sports'), 'noSuchCategory')
    await expectRefused(() => merge('sports', 'nowhere'), 'noSuchCategory')
  })
})

describe('another parent', () => {
  const move = (slug: string, parent: string | null) =>
    runCommand(db(), admin, moveCategory, { slug, parent }, noon)

  test('takes the stories out of the lists above and into others, and keeps all addresses', async () => {
    await insertStories(59, {
      from: at(-hours(10)),
      stepMs: minutes(2),
      categoryIds: [paper.dhaka.id],
    })
    await insertStory(paper, { categoryId: paper.oldDhaka.id })

    await move('dhaka', 'sports')

    expect(await db().category.findUnique({ where: { slug: 'dhaka' } })).toMatchObject({
      parentId: paper.sports.id,
    })
    expect((await pageOf('sports', null))?.stories).toHaveLength(pageSize)
    expect((await pageOf('sports', 2))?.stories).toHaveLength(pageSize)
    expect((await pageOf('country', null))?.stories).toHaveLength(0)
    expect(await listRedirects()).toEqual([])
    expect(await listInvalidatedTags()).toEqual([
      'category:country',
      'category:dhaka',
      'category:sports',
      'lists',
      'paper',
      'redirects',
    ])
  })

  test('may be none: it is a top category, the last of them', async () => {
    await move('dhaka', null)
    const { categories } = await getSiteInfo(noon)

    expect(categories.filter(({ parentId }) => parentId === null).at(-1)?.slug).toBe('dhaka')
  })

  test.each([
    ['itself', 'country', 'country', 'belowItself'],
    ['one that stands under it', 'country', 'old-dhaka', 'belowItself'],
    ['the one that it has', 'dhaka', 'country', 'sameParent'],
    ['one that there is not', 'dhaka', 'nowhere', 'noSuchCategory'],
  ])('is not %s', async (_, slug, parent, refusal) => {
    await expectRefused(() => move(slug, parent), refusal)
  })

  test('is not one where a subcategory has its name', async () => {
    await db().category.create({
      data: { slug: 'capital', name: 'ঢাকা', position: 9, parentId: paper.sports.id },
    })

    await expectRefused(() => move('dhaka', 'sports'), 'nameTaken')
  })
})

describe('ordering', () => {
  const order = (parent: string | null, slugs: string[]) =>
    runCommand(db(), admin, orderCategories, { parent, slugs })

  test('puts the top categories in order', async () => {
    await order(null, ['sports', 'country', 'national'])
    const { categories } = await getSiteInfo(noon)

    expect(categories.filter((each) => each.parentId === null).map((each) => each.slug)).toEqual([
      'sports',
      'country',
      'national',
    ])
    expect(await listInvalidatedTags()).toEqual(['lists', 'paper', 'redirects'])
  })

  test('puts subcategories in order', async () => {
    await db().category.create({
      data: { slug: 'khulna', name: 'খুলনা', position: 9, parentId: paper.country.id },
    })

    await order('country', ['khulna', 'dhaka'])
    const slugs = await listSlugs()

    expect(slugs.indexOf('khulna')).toBeLessThan(slugs.indexOf('dhaka'))
    expect(await listInvalidatedTags()).toEqual(['category:country', 'lists', 'paper', 'redirects'])
  })

  test.each([
    ['leaves one out', ['sports', 'national']],
    ['names one that has gone', ['sports', 'country', 'national', 'gone']],
    ['names one twice', ['sports', 'country', 'country']],
    ['names one of another parent', ['sports', 'country', 'dhaka']],
  ])('that %s is outdated', async (_, slugs) => {
    await expectRefused(() => order(null, slugs), 'outdated')
  })

  test('under what is not there is refused', async () => {
    await expectRefused(() => order('nowhere', ['dhaka']), 'noSuchCategory')
  })
})

test('a change that cannot be announced to the servers is not made', async () => {
  await insertStory(paper, { categoryId: paper.sports.id })
  const before = await dumpDatabase()

  await whileInvalidationFails(async () => {
    const rename = runCommand(db(), admin, renameCategory, { slug: 'sports', newSlug: 'games' })
    await expect(rename).rejects.toThrow()
    const merge = runCommand(db(), admin, mergeCategories, { slug: 'sports', into: 'dhaka' }, noon)
    await expect(merge).rejects.toThrow()
  })

  expect(await dumpDatabase()).toEqual(before)
})
