import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/permissions'
import { searchKey } from '@/lib/bengali/search/search-key'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { findConflictCopyContent, findOpenStory } from '@/lib/newsroom/draft/working-copy-queries'
import { lexemeOf } from '@/lib/search-index/search-words'
import {
  editor,
  listInvalidatedTags,
  reporter,
  subEditor,
  whileInvalidationFails,
} from '@/tools/test-harness/fixtures/actors'
import { editStateOf, openTab, saveInCopy, saying } from '@/tools/test-harness/fixtures/editor-tabs'
import {
  anyVersion,
  listRevisionsOf,
  readStory,
  reasonOf,
  seenVersion,
} from '@/tools/test-harness/fixtures/stories'
import {
  at,
  dumpDatabase,
  hours,
  insertStory,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { editStory, noteChange, rewordNote } from './edit-commands'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

/** How many stories are found by the word. */
const findable = async (word: string) => {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "ArticleSearch"
    WHERE "words" @@ ${`'${lexemeOf(searchKey(word))}'`}::tsquery`
  return row?.count
}
const note = { kind: 'correction', note: 'জেলার নাম ভুল ছিল।' } as const
const published = (options: StoryOptions = {}) =>
  insertStory(paper, { publishAt: at(-hours(2)), ownerId: reporter.id, ...options })

describe('an edit of fields', () => {
  test('changes what it names and leaves the rest', async () => {
    const id = await insertStory(paper, { kicker: 'বন্যা', standfirst: 'সারকথা' })

    const outcome = await runCommand(
      db(),
      editor,
      editStory,
      { ...anyVersion(id, 1), headline: '  তিস্তার পানি বাড়ছে ', kicker: null },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { version: 2 } })
    expect(await readStory(id)).toMatchObject({
      headline: 'তিস্তার পানি বাড়ছে'.normalize('NFC'),
      kicker: null,
      standfirst: 'সারকথা',
      version: 2,
    })
  })

  test('tells readers nothing', async () => {
    const id = await insertStory(paper)

    await runCommand(
      db(),
      editor,
      editStory,
      { ...anyVersion(id), headline: 'তিস্তার পানি বাড়ছে' },
      noon,
    )

    expect(await findArticle(id, noon)).toMatchObject({
      article: { notedChangeAt: null, corrections: [], publicAt: at(-hours(1)) },
    })
  })

  test('makes the story’s documents stale, and for a draft none', async () => {
    const [id, draft] = [
      await insertStory(paper, { topicIds: [paper.flood.id] }),
      await insertStory(paper, { status: 'draft' }),
    ]

    await runCommand(db(), editor, editStory, { ...anyVersion(draft), headline: 'খসড়া' }, noon)
    const ofDraft = await listInvalidatedTags()
    const outcome = await runCommand(
      db(),
      editor,
      editStory,
      { ...anyVersion(id), headline: 'পাকা' },
      noon,
    )

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
      { ...anyVersion(id), contributorIds: [paper.desk.id], topicIds: [paper.election.id] },
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
      { ...anyVersion(id), body: [paragraphBlock('ভূমিকম্প')] },
      noon,
    )
    const first = [await findable('ভূমিকম্প'), await findable('আগুন')]
    await runCommand(
      db(),
      editor,
      editStory,
      { ...anyVersion(id), body: [paragraphBlock('আগুন')] },
      noon,
    )
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
      { ...anyVersion(id), body: [paragraphBlock('পুরো খবর এখন আছে।')] },
      noon,
    )

    expect(await readStory(id)).toMatchObject({ isHeadlineOnly: false, wordCount: 4 })
  })

  test('of every save keeps a revision, numbered on', async () => {
    const id = await insertStory(paper)
    for (const headline of ['এক', 'দুই', 'তিন']) {
      await runCommand(db(), editor, editStory, { ...anyVersion(id), headline }, noon)
    }

    expect(
      (await listRevisionsOf(id)).map(({ number, snapshot }) => [number, snapshot]),
    ).toMatchObject([
      [1, { headline: 'এক' }],
      [2, { headline: 'দুই' }],
      [3, { headline: 'তিন' }],
    ])
    expect((await readStory(id)).version).toBe(4)
  })
})

describe('an edit by the working copy', () => {
  async function written(options: StoryOptions = { status: 'draft', publishAt: null }) {
    const id = await insertStory(paper, { ownerId: reporter.id, ...options })
    const writer = openTab(editor, id, 'one')
    const { content } = await writer.open()
    const typed = {
      ...saying(content, 'পাকা লেখা।'),
      headline: ' পাকা শিরোনাম ',
      contributorIds: [paper.person.id],
      topicIds: [paper.flood.id],
      category: 'sports',
    }
    await writer.save(typed, 1)
    return { id, writer, typed }
  }
  const commit = (id: number, copyVersion: number | null, actor: Actor = editor) =>
    runCommand(
      db(),
      actor,
      editStory,
      { id, expectedVersion: null, copyVersion, why: 'প্রথম খসড়া' },
      noon,
    )

  test('the copy is the story, in one revision that says who and why', async () => {
    const { id } = await written()

    const outcome = await commit(id, 2)

    expect(outcome).toMatchObject({ ok: true, story: { id, version: 2 } })
    expect(await readStory(id)).toMatchObject({
      headline: 'পাকা শিরোনাম',
      categoryId: paper.sports.id,
      wordCount: 2,
      body: [paragraphBlock('পাকা লেখা।')],
      version: 2,
    })
    expect(await db().revision.findMany()).toMatchObject([
      {
        number: 1,
        reason: 'edited: প্রথম খসড়া',
        actorId: editor.id,
        snapshot: { contributorIds: [paper.person.id], topicIds: [paper.flood.id] },
      },
    ])
    expect(await editStateOf(id)).toMatchObject({ isChanged: false, copyVersion: 2 })
  })

  test('of a published story is what readers have from now on, in its old category', async () => {
    const { id } = await written({})

    await commit(id, 2)

    expect(await findArticle(id, noon)).toMatchObject({
      article: { headline: 'পাকা শিরোনাম', category: { slug: 'national' }, notedChangeAt: null },
    })
    expect(await listInvalidatedTags()).toContain(`article:${id}`)
  })

  test('is what was looked at, or nothing', async () => {
    const { id, writer, typed } = await written()
    await writer.save(saying(typed, 'আরও'), 2)
    const before = await dumpDatabase()

    expect(await commit(id, 2)).toEqual({ ok: false, reason: 'outdated' })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('again, without a word written since, is a revision of the same words', async () => {
    const { id } = await written()
    await commit(id, 2)

    await commit(id, 2)

    expect(await readStory(id)).toMatchObject({ headline: 'পাকা শিরোনাম', version: 3 })
  })

  test('a draft may still be without its headline, and what readers have may not', async () => {
    const draft = await written()
    const out = await written({})
    for (const { writer, typed } of [draft, out]) await writer.save({ ...typed, headline: ' ' }, 2)

    const outcomes = [await commit(draft.id, 3), await commit(out.id, 3)]

    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, reason: 'unfinished' }])
    expect((await readStory(draft.id)).headline).toBe('')
  })

  test.each<[string, Partial<StoryContent>, string]>([
    [
      'an embed without its link',
      { body: [{ kind: 'embed', url: '', title: 'ভিডিও' }] },
      'unfinished',
    ],
    ['a headline as long as a story', { headline: 'ক'.repeat(401) }, 'unfinished'],
    ['a category that is gone', { category: 'nowhere' }, 'noSuchCategory'],
    ['a person who is gone', { contributorIds: [404] }, 'noSuchContributor'],
    ['a picture that is gone', { body: [{ kind: 'image', imageId: 404 }] }, 'noSuchPicture'],
  ])('%s is kept in the copy and does not enter the story', async (_, options, reason) => {
    const { id, writer, typed } = await written()
    await writer.save({ ...typed, ...options }, 2)

    expect(await commit(id, 3)).toEqual({ ok: false, reason })
    expect(await findOpenStory(editor, id, noon)).toMatchObject({ content: options })
    expect((await readStory(id)).version).toBe(1)
  })

  test('words that were changed past the copy are not overwritten: both texts wait for a choice', async () => {
    const { id, writer, typed } = await written()
    await runCommand(
      db(),
      editor,
      editStory,
      { id, expectedVersion: null, headline: 'পাশ থেকে' },
      noon,
    )

    const refused = await commit(id, 2)
    const { state, content } = await writer.open()

    expect(refused).toEqual({ ok: false, reason: 'outdated' })
    expect(content.headline).toBe('পাশ থেকে')
    expect(state).toMatchObject({ isChanged: false, conflictCopies: [{ byId: editor.id }] })
    expect(await findConflictCopyContent(editor, id, state.conflictCopies[0]?.id ?? 0)).toEqual(
      typed,
    )
  })
})

describe('a change of a published story', () => {
  test('is told to readers, with what was written', async () => {
    const id = await published()
    await saveInCopy(subEditor, id, { headline: 'সংশোধিত শিরোনাম' })
    const change = { kind: 'correction' as const, note: 'সংখ্যাটি ভুল ছিল' }

    await runCommand(db(), subEditor, noteChange, { ...(await seenVersion(id)), ...change }, noon)

    expect(await readStory(id)).toMatchObject({ headline: 'সংশোধিত শিরোনাম', notedChangeAt: noon })
    expect(await db().correction.findMany()).toMatchObject([{ articleId: id, ...change, at: noon }])
    expect(await listRevisionsOf(id)).toMatchObject([{ reason: 'correction' }])
  })

  test('takes the bylines and topics of the working copy along', async () => {
    const id = await published()
    const [person] = await db().contributor.findMany({ where: { slug: 'rahnuma' } })
    const [topic] = await db().topic.findMany({ take: 1 })
    const contributorIds = [person?.id ?? 0]
    const topicIds = [topic?.id ?? 0]
    await saveInCopy(subEditor, id, { contributorIds, topicIds })
    const change = { kind: 'correction' as const, note: 'লেখকের নাম বাদ পড়েছিল' }

    await runCommand(db(), subEditor, noteChange, { ...(await seenVersion(id)), ...change }, noon)

    expect(await db().byline.findMany({ where: { articleId: id } })).toMatchObject(
      contributorIds.map((contributorId) => ({ contributorId })),
    )
    expect(await db().articleTopic.findMany({ where: { articleId: id } })).toMatchObject(
      topicIds.map((topicId) => ({ topicId })),
    )
  })

  test('or made without a word, and then no stamp moves', async () => {
    const id = await published()
    await saveInCopy(subEditor, id, { headline: 'বানান ঠিক করা' })

    await runCommand(db(), subEditor, editStory, { ...(await seenVersion(id)), why: 'বানান' }, noon)

    expect(await readStory(id)).toMatchObject({ headline: 'বানান ঠিক করা', notedChangeAt: null })
    expect(await db().correction.count()).toBe(0)
    expect(await listRevisionsOf(id)).toMatchObject([{ reason: 'edited: বানান' }])
  })

  test('is nothing where nothing was written', async () => {
    const id = await published()

    expect(
      reasonOf(await runCommand(db(), subEditor, editStory, await seenVersion(id), noon)),
    ).toBe('nothingChanged')
  })
})

describe('a noted change', () => {
  test('stands under the story with its hour, which is the story’s time of change', async () => {
    const id = await insertStory(paper)

    const outcome = await runCommand(
      db(),
      editor,
      noteChange,
      { ...anyVersion(id, 1), ...note, headline: 'রংপুরে পানি বাড়ছে' },
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

    await runCommand(db(), editor, noteChange, { ...anyVersion(id), ...note }, noon)
    await runCommand(
      db(),
      editor,
      noteChange,
      { ...anyVersion(id), kind: 'update', note: 'আরও তথ্য।' },
      at(1),
    )

    expect(await findArticle(id, at(1))).toMatchObject({
      article: { notedChangeAt: at(1), corrections: [{ kind: 'correction' }, { kind: 'update' }] },
    })
    expect((await listRevisionsOf(id)).map((each) => each.reason)).toEqual(['correction', 'update'])
  })

  test('of a planned story whose hour has passed is one of a published story', async () => {
    const id = await insertStory(paper, { status: 'scheduled', publishedAt: null })

    await runCommand(db(), editor, noteChange, { ...anyVersion(id), ...note }, noon)

    expect(await readStory(id)).toMatchObject({
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

    expect(
      await runCommand(db(), editor, noteChange, { ...anyVersion(id), ...note }, noon),
    ).toEqual({
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

    expect(
      await runCommand(db(), editor, editStory, { ...anyVersion(id), ...input }, noon),
    ).toEqual({
      ok: false,
      reason: 'invalid',
      fields,
    })
  })

  test('a blank note is no note', async () => {
    const id = await insertStory(paper)

    expect(
      await runCommand(
        db(),
        editor,
        noteChange,
        { ...anyVersion(id), ...note, note: '\u200b' },
        noon,
      ),
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
        runCommand(db(), editor, editStory, { ...anyVersion(id, 1), headline }, noon),
      ),
    )
    const [revision, ...more] = await listRevisionsOf(id)

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([
      { ok: false, reason: 'outdated' },
      { ok: false, reason: 'outdated' },
    ])
    expect(revision?.snapshot).toMatchObject({ headline: (await readStory(id)).headline })
    expect(more).toEqual([])
  })

  test('who says outright that any version will do is not refused', async () => {
    const id = await insertStory(paper)

    const outcomes = await Promise.all(
      ['এক', 'দুই', 'তিন'].map((headline) =>
        runCommand(db(), editor, editStory, { ...anyVersion(id), headline }, noon),
      ),
    )

    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true])
    expect((await listRevisionsOf(id)).map((each) => each.number)).toEqual([1, 2, 3])
  })
})

test('a change that cannot be announced to the servers is not made', async () => {
  const id = await insertStory(paper, { contributorIds: [paper.person.id] })
  const before = await dumpDatabase()
  const edit = { headline: 'নতুন', contributorIds: [paper.desk.id] }

  await whileInvalidationFails(async () => {
    await expect(
      runCommand(db(), editor, noteChange, { ...anyVersion(id), ...note, ...edit }, noon),
    ).rejects.toThrow()
  })

  expect(await dumpDatabase()).toEqual(before)
})

describe('the note that readers were told', () => {
  const noted = async () => {
    const id = await insertStory(paper)
    await runCommand(
      db(),
      editor,
      noteChange,
      { ...anyVersion(id), kind: 'correction', note: 'সংখাটি ভুল ছিল।' },
      noon,
    )
    const { id: noteId } = await db().correction.findFirstOrThrow({ where: { articleId: id } })
    return { id, noteId }
  }
  const reword = (id: number, noteId: number, actor = editor) =>
    runCommand(
      db(),
      actor,
      rewordNote,
      { ...anyVersion(id), noteId, note: 'সংখ্যাটি ভুল ছিল।' },
      at(hours(1)),
    )

  test('is mended in its wording; its time stays, and the trail keeps what it said', async () => {
    const { id, noteId } = await noted()

    await reword(id, noteId)

    expect(await db().correction.findMany()).toMatchObject([
      { id: noteId, note: 'সংখ্যাটি ভুল ছিল।', at: noon },
    ])
    expect(await db().auditEntry.findMany({ where: { command: 'rewordNote' } })).toMatchObject([
      { articleId: id, actorId: editor.id, detail: { before: 'সংখাটি ভুল ছিল।' } },
    ])
  })

  test('is not a sub-editor’s to mend, nor another story’s', async () => {
    const [{ id, noteId }, other] = [await noted(), await insertStory(paper)]

    expect(await reword(id, noteId, subEditor)).toEqual({ ok: false, reason: 'notAllowed' })
    expect(await reword(other, noteId)).toEqual({ ok: false, reason: 'noSuchNote' })
  })
})
