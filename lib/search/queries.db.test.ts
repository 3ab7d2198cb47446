import { beforeEach, describe, expect, test } from 'vitest'
import { addStory, completeStory, type NewStory } from '@/lib/articles/add-story'
import { db } from '@/lib/db/client'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import { reindexStories } from '@/lib/search-index/index-story'
import {
  at,
  hours,
  insertStories,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
  testTransaction,
} from '@/tools/test-harness/fixtures/test-paper'
import { searchStories } from './queries'
import { hitsPerPage, maxCountedHits, planSearch } from './search'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const days = (count: number) => hours(24 * count)

/** A story as a form or an import would write it, an hour old unless said otherwise. */
const newStory = (story: Partial<NewStory>): NewStory => ({
  headline: 'নদীর পানি বাড়ছে',
  body: [paragraphBlock('উজানের ঢলে পানি বাড়ছে।')],
  status: 'published',
  publishedAt: at(-hours(1)),
  categoryId: paper.national.id,
  contributorIds: [],
  topicIds: [],
  sourceId: null,
  leadImageId: null,
  reason: 'test',
  ...story,
})

const write = (story: Partial<NewStory>) => addStory(testTransaction(), newStory(story))

async function search(typed: string, { page = 1, now = noon } = {}) {
  const plan = planSearch(typed)
  if (!plan) throw new Error(`“${typed}” has no plan`)
  return searchStories(plan, page, now)
}

async function idsFor(typed: string, options?: { page?: number; now?: Date }): Promise<number[]> {
  const { hits, isFuzzy: isNear } = await search(typed, options)
  return isNear ? [] : hits.map((hit) => hit.story.id)
}

describe('a search finds a story by its words', () => {
  test.each([
    ['র‍্যাব', 'র‍্যাবের অভিযানে আটক'],
    ['র্যাব', 'র‍্যাবের অভিযানে আটক'],
    ['ইরান', 'ইরানের প্রেসিডেন্ট নিহত'],
    ['নির্বাচন', 'নির্বাচনে ১২ প্রার্থী'],
    ['500', '৫০০ টাকার নোট'],
    ['৫০০', '500 টাকার নোট'],
    ['৭.৫', 'ভূমিকম্পের মাত্রা ৭.৫'],
    ['আরো', 'আরও বৃষ্টির আভাস'],
    ['putin', 'পুতিনের চীন সফর'],
    ['dhaka', 'ঢাকায় ধুলা'],
    ['BNP', 'বিএনপির সমাবেশ'],
    ['metro rail', 'মেট্রোরেলের রাত'],
  ])('%s finds “%s”', async (typed, headline) => {
    const id = await write({ headline })
    await write({ headline: 'অন্য খবর' })

    expect(await idsFor(typed)).toEqual([id])
  })

  test('in the kicker, the standfirst and the body', async () => {
    const ids = [
      await write({ kicker: 'তিস্তা চুক্তি' }),
      await write({ standfirst: 'তিস্তায় পানি নেই।' }),
      await write({ body: [paragraphBlock('উজানে ঢল।'), { kind: 'subheading', text: 'তিস্তার পাড়' }] }),
    ]

    expect((await idsFor('তিস্তা')).toSorted()).toEqual(ids)
  })

  test('of a headline alone, and of the whole once it is there', async () => {
    const id = await write({ headline: 'সেতু খুলল', body: [], isHeadlineOnly: true })
    expect(await idsFor('সেতু')).toEqual([id])
    expect(await idsFor('মাওয়া')).toEqual([])

    await completeStory(
      testTransaction(),
      id,
      newStory({ headline: 'সেতু খুলল', body: [paragraphBlock('মাওয়ায় ভিড়।')] }),
    )

    expect(await idsFor('মাওয়া')).toEqual([id])
  })

  test('only where every word is', async () => {
    await write({ headline: 'ঢাকার বাতাস' })
    const both = await write({ headline: 'ঢাকা–চট্টগ্রাম মহাসড়ক' })

    expect(await idsFor('চট্টগ্রাম ঢাকা')).toEqual([both])
  })

  test.each(["o'reilly ঢাকা", "'ঢাকা' & !", 'ঢাকা:* | <->', 'ঢাকা\\', '((ঢাকা', '%ঢাকা%'])(
    'whatever signs stand around them: %s',
    async (typed) => {
      await write({ headline: 'ঢাকার বাতাস' })

      await expect(search(typed)).resolves.toBeDefined()
    },
  )
})

describe('readers find what readers may see', () => {
  test('a story from its hour on, however the hour came about', async () => {
    const id = await write({ headline: 'ইলিশের মৌসুম' })
    await db().article.update({ where: { id }, data: { embargoUntil: at(hours(2)) } })

    expect(await idsFor('ইলিশ')).toEqual([])
    expect(await idsFor('ইলিশ', { now: at(hours(2)) })).toEqual([id])
  })

  test('no draft, and no near miss of one', async () => {
    await write({ headline: 'ইলিশের মৌসুম', status: 'draft' })

    expect((await search('ইলিশ')).total).toBe(0)
    expect((await search('ইলিষশ')).total).toBe(0)
  })

  test('no story that was withdrawn', async () => {
    const id = await write({ headline: 'ইলিশের মৌসুম' })
    await db().article.update({ where: { id }, data: { status: 'withdrawn', withdrawnAt: noon } })

    expect((await search('ইলিশ')).total).toBe(0)
  })

  test('and nothing of one that is gone', async () => {
    const id = await write({ headline: 'ইলিশের মৌসুম' })
    await db().article.delete({ where: { id } })

    expect((await search('ইলিশ')).total).toBe(0)
  })
})

describe('the best stand first', () => {
  const filler = (word: string) => [
    paragraphBlock('উজানে ঢল নেমেছে।'),
    paragraphBlock(`${word} নিয়ে কথা।`),
  ]

  test('a headline before a standfirst before a body', async () => {
    const body = await write({ body: filler('ইলিশ') })
    const headline = await write({ headline: 'ইলিশের মৌসুম' })
    const standfirst = await write({ standfirst: 'ইলিশ ধরা শুরু।' })

    expect(await idsFor('ইলিশ')).toEqual([headline, standfirst, body])
  })

  test('of alike stories the newer', async () => {
    const old = await write({ headline: 'ইলিশের মৌসুম', publishedAt: at(-days(3)) })
    const recent = await write({ headline: 'ইলিশের দাম', publishedAt: at(-days(1)) })
    const older = await write({ headline: 'ইলিশের দেশ', publishedAt: at(-days(9)) })

    expect(await idsFor('ইলিশ')).toEqual([recent, old, older])
  })

  test('a headline of last week before a body of today, but not one of years ago', async () => {
    const body = await write({ body: filler('ইলিশ') })
    const lastWeek = await write({ headline: 'ইলিশের মৌসুম', publishedAt: at(-days(7)) })
    const longAgo = await write({ headline: 'ইলিশের দাম', publishedAt: at(-days(2_000)) })

    expect(await idsFor('ইলিশ')).toEqual([lastWeek, body, longAgo])
  })

  test('words that stand together before words that stand apart', async () => {
    const together = await write({ headline: 'পদ্মা সেতুর টোল', publishedAt: at(-days(2)) })
    const apart = await write({ headline: 'সেতু ভাঙল পদ্মার ঢলে', publishedAt: at(-days(1)) })

    expect(await idsFor('পদ্মা সেতু')).toEqual([together, apart])
  })

  test('a name typed in Latin weighs by its place as well', async () => {
    const standfirst = await write({ standfirst: 'পুতিন চীনে গেলেন।' })
    const headline = await write({ headline: 'পুতিনের চীন সফর' })

    expect(await idsFor('putin')).toEqual([headline, standfirst])
  })
})

describe('near misses', () => {
  test.each([
    ['মোহাম্মাদপুর', 'মোহাম্মদপুরে বাস কম'],
    ['আগ্নেওগিরি', 'ফের জাগল আগ্নেয়গিরি'],
    ['সিবির', 'শিবিরে আগুন'],
    ['নিরবাচন', 'নির্বাচনের তফসিল'],
    ['মেট্ররেল', 'রাত বাড়ল মেট্রোরেলের'],
  ])('%s finds “%s” when nothing else is found', async (typed, headline) => {
    const id = await write({ headline })
    await write({ headline: 'হাওরে শুটিং থামাল বৃষ্টি' })

    const { hits } = await search(typed)

    expect(hits.map((hit) => hit.story.id)).toEqual([id])
  })

  test('are said to be near, and stand aside for a true match', async () => {
    await write({ headline: 'মোহাম্মদপুরে বাস কম' })
    expect((await search('মোহাম্মাদপূর')).isFuzzy).toBe(true)

    const exact = await write({ headline: 'মোহাম্মাদপুরে মেলা' })

    const { isFuzzy: isNear, hits } = await search('মোহাম্মাদপুর')
    expect(isNear).toBe(false)
    expect(hits.map((hit) => hit.story.id)).toEqual([exact])
  })

  test('do not go far: other words find nothing', async () => {
    await write({ headline: 'হাওরে শুটিং থামাল বৃষ্টি' })

    expect((await search('মঙ্গলগ্রহে গাছপালা')).hits).toEqual([])
    expect((await search('xyzzy')).hits).toEqual([])
  })
})

describe('what is shown of a story', () => {
  test('is the part around the first match', async () => {
    await write({ standfirst: 'নদীর খবর।', body: [paragraphBlock('ঢল নেমেছে। ইলিশ ধরা বন্ধ।')] })

    const { hits } = await search('ইলিশ')

    expect(hits[0]?.excerpt).toBe('ইলিশ ধরা বন্ধ।')
  })

  test('is its standfirst when the headline alone matches', async () => {
    await write({ headline: 'ইলিশের মৌসুম', standfirst: 'নদীর খবর।' })

    const { hits } = await search('ইলিশ')

    expect(hits[0]?.excerpt).toBe('নদীর খবর।')
  })

  test('is nothing of a headline alone', async () => {
    await write({ headline: 'ইলিশের মৌসুম', body: [], isHeadlineOnly: true })

    const { hits } = await search('ইলিশ')

    expect(hits[0]?.excerpt).toBeNull()
  })
})

describe('many results', () => {
  async function fill(count: number): Promise<number[]> {
    const ids = await insertStories(count, {
      from: at(-days(40)),
      stepMs: hours(0.5),
      categoryIds: [paper.national.id],
    })
    await reindexStories(db(), () => {})
    return ids
  }

  test('stand on pages, each story once', async () => {
    const ids = await fill(45)

    const pages = [1, 2, 3].map((page) => search('খবর', { page }))
    const found = (await Promise.all(pages)).flatMap(({ hits }) => hits.map((hit) => hit.story.id))

    expect(found).toEqual(ids.toReversed())
    expect(await search('খবর', { page: 2 })).toMatchObject({ total: 45, pageCount: 3 })
    expect((await search('খবর', { page: 4 })).hits).toEqual([])
  })

  test('are counted as far as the count is said, and paged as far as pages go', async () => {
    await fill(1_100)

    const { total, pageCount, hits } = await search('খবর', { page: 10 })

    expect(total).toBeGreaterThan(maxCountedHits)
    expect(pageCount).toBe(10)
    expect(hits).toHaveLength(hitsPerPage)
  })
})

test('the words of all stories can be computed anew', async () => {
  const ids = [await write({ headline: 'ইলিশের মৌসুম' }), await write({ headline: 'ইলিশের দাম' })]
  await db()
    .$executeRaw`UPDATE "ArticleSearch" SET "words" = '', "top" = '' WHERE "articleId" = ${ids[0]}`
  await db().$executeRaw`DELETE FROM "ArticleSearch" WHERE "articleId" = ${ids[1]}`
  const progress: number[] = []

  const count = await reindexStories(db(), (done) => progress.push(done))

  expect((await idsFor('ইলিশ')).toSorted()).toEqual(ids)
  expect(count).toBe(2)
  expect(progress).toEqual([2])
})

test('a page of results is refreshed when a story is published, as a list is', async () => {
  const context = emptyRenderContext()

  await withRenderContext(context, () => search('ইলিশ'))

  expect([...context.listTags]).toEqual(['latest'])
  expect([...context.ownTags]).toEqual([])
})
