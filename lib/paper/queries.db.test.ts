import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import {
  at,
  emptyDatabase,
  hours,
  insertStory,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { findPage, findRedirect, getSiteInfo } from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

async function contextOf(run: () => Promise<unknown>) {
  const context = emptyRenderContext()
  await withRenderContext(context, run)
  return context
}

describe('the masthead', () => {
  test('has the paper, its categories and its pages in their order', async () => {
    const page = { title: 'পাতা', body: [] }
    await db().page.create({ data: { ...page, slug: 'contact', position: 2 } })
    await db().page.create({ data: { ...page, slug: 'about', position: 1 } })

    const siteInfo = await getSiteInfo(noon)

    expect(siteInfo.paper).toMatchObject({ name: 'পরীক্ষা পত্রিকা', hijriOffsets: {} })
    expect(siteInfo.categories).toEqual(paper.categories)
    expect(siteInfo.pages.map(({ slug }) => slug)).toEqual(['about', 'contact'])
  })

  test('is old when the next planned story comes out', async () => {
    await insertStory(paper, { publishAt: at(hours(3)) })
    await insertStory(paper, {
      status: 'scheduled',
      publishAt: at(hours(1)),
      embargoUntil: at(hours(2)),
    })
    await insertStory(paper, { status: 'draft', publishAt: at(hours(1)) })
    await insertStory(paper, { publishAt: noon })

    const context = await contextOf(() => getSiteInfo(noon))

    expect(context.staleAt).toBe(at(hours(2)).getTime())
  })

  test('is old at midnight in Dhaka, with its date', async () => {
    const context = await contextOf(() => getSiteInfo(noon))

    expect(new Date(context.staleAt).toISOString()).toBe('2026-03-26T18:00:00.000Z')
    expect([...context.listTags]).toEqual(['paper'])
  })

  test('of a paper that was never set up is a fault that says what to do', async () => {
    await emptyDatabase()

    await expect(getSiteInfo(noon)).rejects.toThrow(/run the seed/)
  })
})

test('a page of the paper is found by its slug, and its document tied to it', async () => {
  const body = [paragraphBlock('আমাদের কথা')]
  await db().page.create({ data: { slug: 'about', title: 'আমাদের কথা', body, position: 1 } })

  expect(await findPage('about')).toEqual({ slug: 'about', title: 'আমাদের কথা', body })
  expect(await findPage('none')).toBeNull()
  expect([...(await contextOf(() => findPage('none'))).ownTags]).toEqual(['page:none'])
})

test('an address that moved leads to where it is now, and its document is tied to it', async () => {
  await db().redirect.create({ data: { fromPath: '/old', toPath: '/national/7' } })

  expect(await findRedirect('/old')).toBe('/national/7')
  expect(await findRedirect('/never')).toBeNull()
  expect([...(await contextOf(() => findRedirect('/never'))).ownTags]).toEqual(['redirects'])
})

describe('an old address is found whatever joiners it is asked for with', () => {
  const path = (joiner: string) => `/2019/05/${encodeURIComponent(`র${joiner}্যাবের-অভিযান`)}`
  const [withZwj, withZwnj, withNone] = [path('\u200d'), path('\u200c'), path('')]

  test.each([
    [withZwj, withZwnj],
    [withZwj, withNone],
    [withNone, withZwj],
    [withZwnj, withZwj],
  ])('stored as %s, asked for as %s', async (stored, asked) => {
    await db().redirect.create({ data: { fromPath: stored, toPath: '/national/7' } })

    expect(await findRedirect(asked)).toBe('/national/7')
  })

  test('and the one that is written exactly so comes first', async () => {
    await db().redirect.createMany({
      data: [
        { fromPath: withZwj, toPath: '/national/7' },
        { fromPath: withNone, toPath: '/national/8' },
      ],
    })

    expect([await findRedirect(withNone), await findRedirect(withZwj)]).toEqual([
      '/national/8',
      '/national/7',
    ])
  })
})
