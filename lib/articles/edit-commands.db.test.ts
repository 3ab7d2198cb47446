import { beforeEach, describe, expect, test } from 'vitest'
import { searchKey } from '@/lib/bengali/search/search-key'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import { noteChange } from '@/lib/newsroom/publish/publish-commands'
import { lexemeOf } from '@/lib/search-index/search-words'
import {
  editor,
  listInvalidatedTags,
  whileInvalidationFails,
} from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  insertStory,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { draftStory, editStory } from './edit-commands'
import { findArticle } from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const ref = (id: number, expectedVersion: number | null = null) => ({ id, expectedVersion })
const read = (id: number) => db().article.findUniqueOrThrow({ where: { id } })
const revisions = (id: number) =>
  db().revision.findMany({ where: { articleId: id }, orderBy: { number: 'asc' } })
/** How many stories have that word among those they are found by. */
const findable = async (word: string) => {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "ArticleSearch"
    WHERE "words" @@ ${`'${lexemeOf(searchKey(word))}'`}::tsquery`
  return row?.count
}
const note = { kind: 'correction', note: 'জেলার নাম ভুল ছিল।' } as const

describe('a draft', () => {
  const words = { headline: 'নতুন খবর', body: [paragraphBlock('প্রথম অনুচ্ছেদ।')], category: 'dhaka' }

  test('is there with its first revision, and no reader sees it', async () => {
    const outcome = await runCommand(
      db(),
      editor,
      draftStory,
      { ...words, contributorIds: [paper.desk.id, paper.person.id], topicIds: [paper.flood.id] },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { id: 1, version: 1 } })
    expect(await read(1)).toMatchObject({ status: 'draft', publicAt: null, wordCount: 2 })
    expect(await revisions(1)).toMatchObject([
      { number: 1, reason: 'drafted', snapshot: { contributorIds: [2, 1], topicIds: [2] } },
    ])
    expect(await listInvalidatedTags()).toEqual([])
  })

  test.each([
    ['a category', { category: 'nowhere' }, 'noSuchCategory'],
    ['a person', { contributorIds: [404] }, 'noSuchContributor'],
    ['a topic', { topicIds: [404] }, 'noSuchTopic'],
    ['a source', { sourceId: 404 }, 'noSuchSource'],
    ['a picture', { leadImageId: 404 }, 'noSuchPicture'],
    [
      'a picture in its text',
      { body: [{ kind: 'image' as const, imageId: 404 }] },
      'noSuchPicture',
    ],
  ])('is refused with %s that is not there', async (_, input, reason) => {
    const before = await dumpDatabase()

    expect(await runCommand(db(), editor, draftStory, { ...words, ...input }, noon)).toEqual({
      ok: false,
      reason,
    })
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('a silent edit', () => {
  test('changes what it names and leaves the rest', async () => {
    const id = await insertStory(paper, { kicker: 'বন্যা', standfirst: 'সারকথা' })

    const outcome = await runCommand(
      db(),
      editor,
      editStory,
      { ...ref(id, 1), headline: '  তিস্তার পানি বাড়ছে ', kicker: null },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { version: 2 } })
    expect(await read(id)).toMatchObject({
      headline: 'তিস্তার পানি বাড়ছে'.normalize('NFC'),
      kicker: null,
      standfirst: 'সারকথা',
      version: 2,
    })
  })

  test('tells readers nothing', async () => {
    const id = await insertStory(paper)

    await runCommand(db(), editor, editStory, { ...ref(id), headline: 'তিস্তার পানি বাড়ছে' }, noon)

    expect(await findArticle(id, noon)).toMatchObject({
      article: { notedChangeAt: null, corrections: [], publicAt: at(-hours(1)) },
    })
  })

  test('makes the story’s documents stale, and for a draft none', async () => {
    const [id, draft] = [
      await insertStory(paper, { topicIds: [paper.flood.id] }),
      await insertStory(paper, { status: 'draft' }),
    ]

    await runCommand(db(), editor, editStory, { ...ref(draft), headline: 'খসড়া' }, noon)
    const ofDraft = await listInvalidatedTags()
    const outcome = await runCommand(db(), editor, editStory, { ...ref(id), headline: 'পাকা' }, noon)

    expect(ofDraft).toEqual([])
    expect(outcome.ok && tagsTouchedBy(outcome.change).toSorted()).toEqual(
      await listInvalidatedTags(),
    )
    expect(await listInvalidatedTags()).toEqual([
      `article:${id}`,
      'category:national',
      'front',
      'latest',
      'month:2026-03',
      'topic:flood',
    ])
  })

  test('of people and topics clears those that are left and those that are come to', async () => {
    const id = await insertStory(paper, {
      contributorIds: [paper.person.id],
      topicIds: [paper.flood.id],
    })

    await runCommand(
      db(),
      editor,
      editStory,
      { ...ref(id), contributorIds: [paper.desk.id], topicIds: [paper.election.id] },
      noon,
    )

    expect(await listInvalidatedTags()).toEqual([
      `article:${id}`,
      'author:news-desk',
      'author:rahnuma',
      'category:national',
      'front',
      'latest',
      'month:2026-03',
      'topic:election',
      'topic:flood',
    ])
    expect(await findArticle(id, noon)).toMatchObject({
      article: { bylines: [{ slug: 'news-desk' }], topics: [{ slug: 'election' }] },
    })
  })

  test('makes the new words findable and the old ones not', async () => {
    const id = await insertStory(paper)

    await runCommand(
      db(),
      editor,
      editStory,
      { ...ref(id), body: [paragraphBlock('ভূমিকম্প')] },
      noon,
    )
    const first = [await findable('ভূমিকম্প'), await findable('আগুন')]
    await runCommand(db(), editor, editStory, { ...ref(id), body: [paragraphBlock('আগুন')] }, noon)
    const second = [await findable('ভূমিকম্প'), await findable('আগুন')]

    expect([first, second]).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('with text makes a whole story of a headline', async () => {
    const id = await insertStory(paper, { isHeadlineOnly: true, body: [] })

    await runCommand(
      db(),
      editor,
      editStory,
      { ...ref(id), body: [paragraphBlock('পুরো খবর এখন আছে।')] },
      noon,
    )

    expect(await read(id)).toMatchObject({ isHeadlineOnly: false, wordCount: 4 })
  })

  test('of every save keeps a revision, numbered on', async () => {
    const id = await insertStory(paper)
    for (const headline of ['এক', 'দুই', 'তিন']) {
      await runCommand(db(), editor, editStory, { ...ref(id), headline }, noon)
    }

    expect((await revisions(id)).map(({ number, snapshot }) => [number, snapshot])).toMatchObject([
      [1, { headline: 'এক' }],
      [2, { headline: 'দুই' }],
      [3, { headline: 'তিন' }],
    ])
    expect((await read(id)).version).toBe(4)
  })
})

describe('a noted change', () => {
  test('stands under the story with its hour, which is the story’s time of change', async () => {
    const id = await insertStory(paper)

    const outcome = await runCommand(
      db(),
      editor,
      noteChange,
      { ...ref(id, 1), ...note, headline: 'রংপুরে পানি বাড়ছে' },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { version: 2 } })
    expect(await findArticle(id, noon)).toMatchObject({
      article: {
        headline: 'রংপুরে পানি বাড়ছে'.normalize('NFC'),
        notedChangeAt: noon,
        corrections: [{ ...note, at: noon }],
      },
    })
    expect(await listInvalidatedTags()).toEqual([
      `article:${id}`,
      'category:national',
      'front',
      'latest',
      'month:2026-03',
    ])
  })

  test('is appended to those before it', async () => {
    const id = await insertStory(paper)

    await runCommand(db(), editor, noteChange, { ...ref(id), ...note }, noon)
    await runCommand(
      db(),
      editor,
      noteChange,
      { ...ref(id), kind: 'update', note: 'আরও তথ্য।' },
      at(1),
    )

    expect(await findArticle(id, at(1))).toMatchObject({
      article: { notedChangeAt: at(1), corrections: [{ kind: 'correction' }, { kind: 'update' }] },
    })
    expect((await revisions(id)).map((each) => each.reason)).toEqual(['correction', 'update'])
  })

  test('of a planned story whose hour has passed is one of a published story', async () => {
    const id = await insertStory(paper, { status: 'scheduled', publishedAt: null })

    await runCommand(db(), editor, noteChange, { ...ref(id), ...note }, noon)

    expect(await read(id)).toMatchObject({
      status: 'published',
      publishedAt: at(-hours(1)),
      notedChangeAt: noon,
    })
  })

  test.each([
    ['a draft', { status: 'draft' as const }, 'notPublished'],
    [
      'a story that waits',
      { status: 'scheduled' as const, publishAt: at(1), publishedAt: null },
      'notPublished',
    ],
    ['a withdrawn story', { status: 'withdrawn' as const, withdrawnAt: noon }, 'withdrawn'],
  ])('is not for %s', async (_, input, reason) => {
    const id = await insertStory(paper, input)
    const before = await dumpDatabase()

    expect(await runCommand(db(), editor, noteChange, { ...ref(id), ...note }, noon)).toEqual({
      ok: false,
      reason,
    })
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('input that cannot be', () => {
  test.each([
    ['a blank headline', { headline: ' ' }, ['headline']],
    ['a block nobody draws', { body: [{ kind: 'script' } as never] }, ['body']],
    ['a person named twice', { contributorIds: [1, 1] }, ['contributorIds']],
    ['a version that is none', { expectedVersion: 0 }, ['expectedVersion']],
    ['two at once', { headline: '', topicIds: [0] }, ['headline', 'topicIds']],
  ])('%s is told by its field', async (_, input, fields) => {
    const id = await insertStory(paper)

    expect(await runCommand(db(), editor, editStory, { ...ref(id), ...input }, noon)).toEqual({
      ok: false,
      reason: 'invalid',
      fields,
    })
  })

  test('a blank note is no note', async () => {
    const id = await insertStory(paper)

    expect(
      await runCommand(db(), editor, noteChange, { ...ref(id), ...note, note: '\u200b' }, noon),
    ).toEqual({
      ok: false,
      reason: 'invalid',
      fields: ['note'],
    })
  })
})

describe('two editors at once', () => {
  test('the second learns that the first has saved', async () => {
    const id = await insertStory(paper)

    const outcomes = await Promise.all(
      ['এক', 'দুই', 'তিন'].map((headline) =>
        runCommand(db(), editor, editStory, { ...ref(id, 1), headline }, noon),
      ),
    )
    const [revision, ...more] = await revisions(id)

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([
      { ok: false, reason: 'outdated' },
      { ok: false, reason: 'outdated' },
    ])
    expect(revision?.snapshot).toMatchObject({ headline: (await read(id)).headline })
    expect(more).toEqual([])
  })

  test('who says outright that any version will do is not refused', async () => {
    const id = await insertStory(paper)

    const outcomes = await Promise.all(
      ['এক', 'দুই', 'তিন'].map((headline) =>
        runCommand(db(), editor, editStory, { ...ref(id), headline }, noon),
      ),
    )

    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true])
    expect((await revisions(id)).map((each) => each.number)).toEqual([1, 2, 3])
  })
})

test('a change that cannot be announced to the servers is not made', async () => {
  const id = await insertStory(paper, { contributorIds: [paper.person.id] })
  const before = await dumpDatabase()
  const edit = { headline: 'নতুন', contributorIds: [paper.desk.id] }

  await whileInvalidationFails(async () => {
    await expect(
      runCommand(db(), editor, noteChange, { ...ref(id), ...note, ...edit }, noon),
    ).rejects.toThrow()
  })

  expect(await dumpDatabase()).toEqual(before)
})
