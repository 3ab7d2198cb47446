import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { indexStoryForSearch } from '@/lib/search-index/index-story'
import { editor, reporter, subEditor } from '@/tools/test-harness/fixtures/actors'
import {
  at,
  hours,
  insertStory,
  minutes,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
  testTransaction,
} from '@/tools/test-harness/fixtures/test-paper'
import { countList, findNewsroomPage, storiesOnPage } from './list-queries'
import {
  type ListCursor,
  type ListFilter,
  type ListName,
  maxListCount,
  storyListNames,
} from './story-lists'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const page = (
  list: ListName,
  filter: ListFilter = {},
  actor: Actor = editor,
  cursor?: ListCursor,
) => findNewsroomPage(actor, list, filter, cursor ?? null, noon)
const ids = async (list: ListName, filter: ListFilter = {}, actor: Actor = editor) =>
  (await page(list, filter, actor)).stories.map((story) => story.id)

const draft: StoryOptions = { status: 'draft', publishAt: null, publishedAt: null }
const inReview: StoryOptions = { ...draft, status: 'inReview' }
const withdrawn: StoryOptions = { status: 'withdrawn', withdrawnAt: noon }
const scheduled = (publishAt: Date): StoryOptions => ({
  status: 'scheduled',
  publishAt,
  publishedAt: null,
})

/** A story in each state, an hour apart by its last change, all of one owner. */
async function oneOfEach(options: StoryOptions = {}) {
  const add = (state: StoryOptions, hour: number) =>
    insertStory(paper, { ...state, updatedAt: at(-hours(hour)), ...options })
  return {
    draft: await add(draft, 1),
    inReview: await add(inReview, 2),
    scheduled: await add(scheduled(at(hours(3))), 3),
    late: await add(scheduled(at(-minutes(1))), 4),
    published: await add({ publishAt: at(-hours(2)) }, 5),
    withdrawn: await add(withdrawn, 6),
    trashed: await add({ ...draft, trashedAt: at(-hours(1)) }, 7),
  }
}

describe('each list holds the stories of its state, the newest first', () => {
  test('for who sees all', async () => {
    const of = await oneOfEach()

    const lists = await Promise.all(storyListNames.map(async (list) => [list, await ids(list)]))

    expect(Object.fromEntries(lists)).toEqual({
      mine: [],
      desk: [of.draft, of.inReview, of.scheduled, of.late],
      submitted: [of.inReview],
      // The next first; one whose hour has come and is not written down stands at the head.
      scheduled: [of.late, of.scheduled],
      published: [of.late, of.published],
      withdrawn: [of.withdrawn],
      trash: [of.trashed],
    })
  })

  test('for a reporter, of their own alone', async () => {
    const own = await oneOfEach({ ownerId: reporter.id })
    await oneOfEach({ ownerId: subEditor.id })
    await oneOfEach()

    const lists = await Promise.all(
      storyListNames.map(async (list) => [list, await ids(list, {}, reporter)]),
    )

    expect(Object.fromEntries(lists)).toEqual({
      mine: [own.draft, own.inReview, own.scheduled, own.late, own.published, own.withdrawn],
      desk: [own.draft, own.inReview, own.scheduled, own.late],
      submitted: [own.inReview],
      scheduled: [own.late, own.scheduled],
      published: [own.late, own.published],
      withdrawn: [own.withdrawn],
      trash: [own.trashed],
    })
  })

  test('says of each in what state it is', async () => {
    const of = await oneOfEach()
    await db().reviewNote.create({
      data: { articleId: of.draft, byName: 'সম্পাদক', kind: 'sentBack', at: noon },
    })

    const all = await Promise.all(storyListNames.map((list) => page(list)))
    const states = new Map(
      all.flatMap(({ stories }) => stories.map((story) => [story.id, story.state])),
    )

    expect(Object.entries(of).map(([name, id]) => [name, states.get(id)])).toEqual([
      ['draft', 'sentBack'],
      ['inReview', 'inReview'],
      ['scheduled', 'scheduled'],
      ['late', 'late'],
      ['published', 'published'],
      ['withdrawn', 'withdrawn'],
      ['trashed', 'trash'],
    ])
  })
})

/** Stories that every list holds twice: one as is looked for, one not. */
async function twoOfEach(one: StoryOptions, other: StoryOptions) {
  return { fits: await oneOfEach(one), others: await oneOfEach(other) }
}
const expected = (list: ListName, of: Awaited<ReturnType<typeof oneOfEach>>) =>
  ({
    mine: [of.draft, of.inReview, of.scheduled, of.late, of.published, of.withdrawn],
    desk: [of.draft, of.inReview, of.scheduled, of.late],
    submitted: [of.inReview],
    scheduled: [of.late, of.scheduled],
    published: [of.late, of.published],
    withdrawn: [of.withdrawn],
    trash: [of.trashed],
  })[list]

const everyWay = storyListNames.flatMap((list) =>
  [editor, reporter].map((actor): [ListName, Actor['role'], Actor] => [list, actor.role, actor]),
)

describe('is narrowed', () => {
  test.each(everyWay)('%s of a %s to a category with all under it', async (list, _, actor) => {
    const { fits } = await twoOfEach(
      { categoryId: paper.oldDhaka.id, ownerId: actor.id },
      { categoryId: paper.sports.id, ownerId: actor.id },
    )
    const { country, dhaka, oldDhaka } = paper

    const found = await ids(list, { categoryIds: [country.id, dhaka.id, oldDhaka.id] }, actor)

    expect(found).toEqual(expected(list, fits))
  })

  test.each(everyWay)('%s of a %s to who wrote it', async (list, _, actor) => {
    const { fits } = await twoOfEach(
      { contributorIds: [paper.person.id], ownerId: actor.id },
      { contributorIds: [paper.desk.id], ownerId: actor.id },
    )

    expect(await ids(list, { contributorId: paper.person.id }, actor)).toEqual(expected(list, fits))
  })

  test.each(everyWay)(
    '%s of a %s to words, category and writer together',
    async (list, _, actor) => {
      const options = { headline: 'বন্যার্তদের পাশে মানুষ', ownerId: actor.id }
      const { fits, others } = await twoOfEach(
        { ...options, contributorIds: [paper.person.id] },
        { ...options, contributorIds: [paper.desk.id] },
      )
      for (const id of [...Object.values(fits), ...Object.values(others)])
        await indexStoryForSearch(testTransaction(), id, { headline: options.headline, body: [] })
      const filter = { categoryIds: [paper.national.id], contributorId: paper.person.id }

      expect(await ids(list, { ...filter, words: 'বন্যার্ত' }, actor)).toEqual(expected(list, fits))
      expect(await ids(list, { ...filter, words: 'নির্বাচন' }, actor)).toEqual([])
    },
  )

  test.each(storyListNames)('%s to days', async (list) => {
    const actor = editor
    const of = await oneOfEach({ ownerId: actor.id })
    const all = expected(list, of)

    const inside = await ids(list, { from: at(-hours(24)), until: at(hours(24)) }, actor)
    const before = await ids(list, { until: at(-hours(24)) }, actor)
    const after = await ids(list, { from: at(hours(24)) }, actor)

    expect({ inside, before, after }).toEqual({ inside: all, before: [], after: [] })
  })

  test.each(['mine', 'desk'] as const)('%s to one state', async (list) => {
    const of = await oneOfEach({ ownerId: editor.id })

    expect(await ids(list, { status: 'inReview' })).toEqual([of.inReview])
  })
})

describe('a story is found by the words of its headline', () => {
  const add = async (headline: string, text = '') => {
    const id = await insertStory(paper, { ...draft, headline })
    await indexStoryForSearch(testTransaction(), id, { headline, body: [paragraphBlock(text)] })
    return id
  }

  test.each([
    ['as it is written', 'নির্বাচনের ফল'],
    ['by another ending', 'নির্বাচনে'],
    ['by another spelling', 'ফল নির্বাচণ'],
    ['in Latin letters', 'nirbachon'],
    ['with empty words', 'নির্বাচন ও ফল'],
  ])('%s', async (_, words) => {
    const id = await add('নির্বাচনের ফল আজ')
    await add('বাজেট আজ')

    expect(await ids('desk', { words })).toEqual([id])
  })

  test('and not by its text: that is the readers’ search', async () => {
    await add('বাজেট আজ', 'নির্বাচনের কথাও আছে।')

    expect(await ids('desk', { words: 'নির্বাচন' })).toEqual([])
  })

  test.each(['', ' ', '।', 'ক'])('nothing is found by “%s”', async (words) => {
    await add('নির্বাচনের ফল আজ')

    expect(await ids('desk', { words })).toEqual([])
  })
})

describe('a row says', () => {
  test('how a story without a headline begins, as it is being written', async () => {
    const id = await insertStory(paper, {
      ...draft,
      headline: '',
      body: [paragraphBlock('আগের কথা।')],
    })
    const other = await insertStory(paper, {
      ...draft,
      headline: '',
      body: [paragraphBlock('পুরোনো।')],
    })
    const content = { body: [paragraphBlock(''), paragraphBlock('নতুন কথা এখানে।')] }
    await db().workingCopy.create({
      data: { articleId: id, content, baseVersion: 1, savedAt: noon },
    })

    const { stories } = await page('desk')

    expect(new Map(stories.map((story) => [story.id, story.beginning]))).toEqual(
      new Map([
        [id, 'নতুন কথা এখানে।'],
        [other, 'পুরোনো।'],
      ]),
    )
  })

  test('who writes in it, while they are there, and who changed it last', async () => {
    const id = await insertStory(paper, draft)
    await db().revision.create({
      data: { articleId: id, number: 1, snapshot: {}, actorName: 'প্রথম', createdAt: at(-hours(2)) },
    })
    await db().workingCopy.create({
      data: {
        articleId: id,
        content: {},
        baseVersion: 1,
        savedAt: at(-hours(1)),
        savedById: subEditor.id,
        lockHolderId: subEditor.id,
        lockHolderTab: 'tab-one-1',
      },
    })
    const editSession = { articleId: id, tab: 'tab-one-1', userId: subEditor.id }
    await db().presence.create({ data: { ...editSession, seenAt: at(-1_000) } })

    const here = (await page('desk')).stories[0]
    await db().presence.updateMany({ data: { seenAt: at(-minutes(5)) } })
    const gone = (await page('desk')).stories[0]

    expect([here?.lockHolder, gone?.lockHolder]).toEqual([subEditor.name, null])
    expect(here?.lastChange).toEqual({ at: at(-hours(1)), by: subEditor.name })
  })
})

describe('pages', () => {
  const count = 2 * storiesOnPage + 5
  const addMany = async (options: StoryOptions) => {
    const all: number[] = []
    for (let index = 0; index < count; index += 1)
      // Ten of one instant: the number decides.
      all.push(
        await insertStory(paper, { ...options, updatedAt: at(-minutes(Math.floor(index / 10))) }),
      )
    return all
  }

  test.each<[string, ListFilter]>([
    ['as it is', {}],
    ['narrowed to what no index knows', { categoryIds: [1], contributorId: 1 }],
    ['narrowed to words', { words: 'পানি' }],
  ])('lead through a list and back, %s', async (_, filter) => {
    const all = await addMany({ ...draft, ownerId: reporter.id, contributorIds: [1] })
    for (const id of all)
      await indexStoryForSearch(testTransaction(), id, { headline: 'পানি বাড়ছে', body: [] })
    const turned = async (cursor?: ListCursor) => page('mine', filter, reporter, cursor)
    const seen = (each: Awaited<ReturnType<typeof turned>>) => each.stories.map((story) => story.id)

    const first = await turned()
    const second = await turned({ direction: 'after', key: first.after ?? { at: noon, id: 0 } })
    const third = await turned({ direction: 'after', key: second.after ?? { at: noon, id: 0 } })
    const secondAgain = await turned({
      direction: 'before',
      key: third.before ?? { at: noon, id: 0 },
    })
    const firstAgain = await turned({
      direction: 'before',
      key: secondAgain.before ?? { at: noon, id: 0 },
    })

    const walked = [first, second, third].flatMap(seen)
    expect(walked).toHaveLength(count)
    expect(new Set(walked)).toEqual(new Set(all))
    expect([first.before, third.after]).toEqual([null, null])
    expect(seen(secondAgain)).toEqual(seen(second))
    expect([seen(firstAgain), firstAgain.before]).toEqual([seen(first), null])
  })

  test('a list is counted as far as a hundred', async () => {
    for (let index = 0; index < maxListCount + 3; index += 1) await insertStory(paper, inReview)
    await insertStory(paper, { ...inReview, ownerId: reporter.id })

    expect(await countList(editor, 'submitted', noon)).toBe(maxListCount + 1)
    expect(await countList(reporter, 'submitted', noon)).toBe(1)
    expect(await countList(editor, 'trash', noon)).toBe(0)
  })
})
