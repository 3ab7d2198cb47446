import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { blankSheet, withSheet } from '@/lib/document/sheet'
import {
  addStory,
  at,
  emptyDatabase,
  emptyPaper,
  hours,
  noon,
  paragraph,
  type TestPaper,
} from '@/scripts/test/little-paper'
import { findPage, findRedirect, getMasthead } from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await emptyPaper()
})

async function sheetOf(run: () => Promise<unknown>) {
  const sheet = blankSheet()
  await withSheet(sheet, run)
  return sheet
}

describe('the masthead', () => {
  test('has the paper, its categories and its pages in their order', async () => {
    const page = { title: 'পাতা', body: [] }
    await db().page.create({ data: { ...page, slug: 'contact', position: 2 } })
    await db().page.create({ data: { ...page, slug: 'about', position: 1 } })

    const masthead = await getMasthead(noon)

    expect(masthead.paper).toMatchObject({ name: 'পরীক্ষা পত্রিকা', hijriOffsets: {} })
    expect(masthead.categories).toEqual(paper.categories)
    expect(masthead.pages.map(({ slug }) => slug)).toEqual(['about', 'contact'])
  })

  test('is old when the next planned story comes out', async () => {
    await addStory(paper, { publishAt: at(hours(3)) })
    await addStory(paper, {
      status: 'scheduled',
      publishAt: at(hours(1)),
      embargoUntil: at(hours(2)),
    })
    await addStory(paper, { status: 'draft', publishAt: at(hours(1)) })
    await addStory(paper, { publishAt: noon })

    const sheet = await sheetOf(() => getMasthead(noon))

    expect(sheet.staleAt).toBe(at(hours(2)).getTime())
  })

  test('is old at midnight in Dhaka, with its date', async () => {
    const sheet = await sheetOf(() => getMasthead(noon))

    expect(new Date(sheet.staleAt).toISOString()).toBe('2026-03-26T18:00:00.000Z')
    expect([...sheet.listTags]).toEqual(['paper'])
  })

  test('of a paper that was never set up is a fault that says what to do', async () => {
    await emptyDatabase()

    await expect(getMasthead(noon)).rejects.toThrow(/run the seed/)
  })
})

test('a page of the paper is found by its slug, and its document tied to it', async () => {
  const body = [paragraph('আমাদের কথা')]
  await db().page.create({ data: { slug: 'about', title: 'আমাদের কথা', body, position: 1 } })

  expect(await findPage('about')).toEqual({ slug: 'about', title: 'আমাদের কথা', body })
  expect(await findPage('none')).toBeNull()
  expect([...(await sheetOf(() => findPage('none'))).ownTags]).toEqual(['page:none'])
})

test('an address that moved leads to where it is now, and its document is tied to it', async () => {
  await db().redirect.create({ data: { fromPath: '/old', toPath: '/national/7' } })

  expect(await findRedirect('/old')).toBe('/national/7')
  expect(await findRedirect('/never')).toBeNull()
  expect([...(await sheetOf(() => findRedirect('/never'))).ownTags]).toEqual(['redirects'])
})
