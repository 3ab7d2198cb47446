import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/permissions'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import {
  newStory,
  openWorkingCopy,
  saveWorkingCopy,
} from '@/lib/newsroom/draft/working-copy-commands'
import { editStory, noteChange } from '@/lib/newsroom/publish/edit-commands'
import { editor, reporter, subEditor } from '@/tools/test-harness/fixtures/actors'
import {
  dumpDatabase,
  insertStory,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { restoreRevision } from './revision-commands'
import { findRevision, listAuditEntries, listRevisions } from './revision-queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const restore = (id: number, number: number, by: Actor = editor) =>
  runCommand(db(), by, restoreRevision, { id, number, expectedVersion: null }, noon)
const edit = (id: number, headline: string, text: string) =>
  runCommand(
    db(),
    editor,
    editStory,
    { id, expectedVersion: null, headline, body: [paragraphBlock(text)] },
    noon,
  )
const article = (id: number) => db().article.findUniqueOrThrow({ where: { id } })
const open = async (articleId: number, by: Actor) => {
  const outcome = await runCommand(
    db(),
    by,
    openWorkingCopy,
    { articleId, tab: 'tab-one-0001' },
    noon,
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.open
}
const write = async (articleId: number, by: Actor, headline: string) => {
  const { content, state } = await open(articleId, by)
  const place = { articleId, tab: 'tab-one-0001', attempt: 'attempt-0001' }
  const text = { ...place, onVersion: state.copyVersion, content: { ...content, headline } }
  expect(await runCommand(db(), by, saveWorkingCopy, text, noon)).toMatchObject({ ok: true })
}
const draft = async (by: Actor) => {
  const outcome = await runCommand(db(), by, newStory, { key: 'form-0001' }, noon)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.story.id
}

const headlineOf = async (id: number, by: Actor = editor) => (await open(id, by)).content.headline

describe('an earlier revision', () => {
  test('is what is being written again; readers and the audit trail see no edit of the story', async () => {
    const id = await insertStory(paper)
    await edit(id, 'প্রথম', 'প্রথম লেখা।')
    await edit(id, 'দ্বিতীয়', 'দ্বিতীয় লেখা।')

    expect(await restore(id, 1)).toMatchObject({ ok: true, story: { id, version: 3 } })

    expect(await findArticle(id, noon)).toMatchObject({ article: { headline: 'দ্বিতীয়' } })
    expect((await open(id, editor)).content).toMatchObject({
      headline: 'প্রথম',
      body: [paragraphBlock('প্রথম লেখা।')],
    })
    expect(await listAuditEntries(editor, id)).toMatchObject({
      lines: [
        { command: 'restoreRevision', by: editor.name },
        { command: 'editStory' },
        { command: 'editStory' },
      ],
    })
    expect(await db().outboxEvent.count({ where: { command: 'restoreRevision' } })).toBe(0)
  })

  test('reaches readers as a correction with its note, as any other change', async () => {
    const id = await insertStory(paper)
    await edit(id, 'প্রথম', 'প্রথম লেখা।')
    await edit(id, 'দ্বিতীয়', 'দ্বিতীয় লেখা।')
    await restore(id, 1)
    const { state } = await open(id, editor)
    const change = { kind: 'correction' as const, note: 'শিরোনাম ঠিক করা হয়েছে।' }

    const outcome = await runCommand(
      db(),
      editor,
      noteChange,
      { id, expectedVersion: state.version, copyVersion: state.copyVersion, ...change },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true })
    expect(await findArticle(id, noon)).toMatchObject({ article: { headline: 'প্রথম' } })
    expect(await db().correction.findMany({ where: { articleId: id } })).toMatchObject([change])
  })

  test('of a draft comes back without losing what was written since: that is a revision too', async () => {
    const id = await draft(reporter)
    await write(id, reporter, 'লেখা চলছে')

    expect(await restore(id, 1, reporter)).toMatchObject({ ok: true })

    expect(await article(id)).toMatchObject({ headline: '' })
    expect(await findRevision(reporter, id, 2)).toMatchObject({ headline: 'লেখা চলছে' })
    expect(await headlineOf(id, reporter)).toBe('')
  })

  test('keeps what is being written of a public story as a revision', async () => {
    const id = await insertStory(paper)
    await edit(id, 'প্রথম', 'প্রথম লেখা।')
    await edit(id, 'দ্বিতীয়', 'দ্বিতীয় লেখা।')
    await write(id, editor, 'এখনও পাঠকের নয়')

    expect(await restore(id, 1)).toMatchObject({ ok: true })

    expect(await listRevisions(editor, id)).toMatchObject({
      lines: [
        { number: 3, by: editor.name, why: { word: 'written' } },
        { number: 2 },
        { number: 1 },
      ],
    })
    expect(await findRevision(editor, id, 3)).toMatchObject({ headline: 'এখনও পাঠকের নয়' })
  })

  test('does not come back under the hands of somebody who is writing', async () => {
    const id = await insertStory(paper)
    await edit(id, 'প্রথম', 'প্রথম লেখা।')
    await edit(id, 'দ্বিতীয়', 'দ্বিতীয় লেখা।')
    await write(id, subEditor, 'এখনও পাঠকের নয়')
    const before = await dumpDatabase()

    expect(await restore(id, 1)).toEqual({ ok: false, reason: 'lockedElsewhere' })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('comes back without a picture that was deleted since', async () => {
    const id = await draft(reporter)
    await db().revision.updateMany({
      where: { articleId: id },
      data: {
        snapshot: {
          ...((await db().revision.findFirstOrThrow({ where: { articleId: id } }))
            .snapshot as object),
          headline: 'ছবির খবর',
          body: [{ kind: 'image', imageId: 40_404 }, paragraphBlock('লেখা।')],
          leadImageId: 40_404,
        },
      },
    })

    expect(await restore(id, 1, reporter)).toMatchObject({ ok: true })

    expect((await open(id, reporter)).content).toMatchObject({
      headline: 'ছবির খবর',
      body: [paragraphBlock('লেখা।')],
      leadImageId: null,
    })
  })

  test('comes back without names that are no more', async () => {
    const id = await insertStory(paper)
    const gone = await db().topic.create({ data: { slug: 'gone', name: 'বিলুপ্ত' } })
    await runCommand(
      db(),
      editor,
      editStory,
      { id, expectedVersion: null, topicIds: [gone.id] },
      noon,
    )
    await runCommand(db(), editor, editStory, { id, expectedVersion: null, topicIds: [] }, noon)
    await db().topic.delete({ where: { id: gone.id } })

    expect(await restore(id, 1)).toMatchObject({ ok: true })
    expect((await open(id, editor)).content.topicIds).toEqual([])
  })

  test.each([
    [
      'another’s story',
      { status: 'draft', publishAt: null, ownerId: editor.id },
      reporter,
      'notYours',
    ],
    [
      'what they handed in',
      { status: 'inReview', publishAt: null, ownerId: reporter.id },
      reporter,
      'handedIn',
    ],
    [
      'what lies in the trash',
      { status: 'draft', publishAt: null, trashedAt: noon },
      editor,
      'trashed',
    ],
    ['what was never saved like that', {}, editor, 'noSuchRevision'],
  ] as const)('is not brought back of %s', async (_, options, by, reason) => {
    const id = await insertStory(paper, options)
    const before = await dumpDatabase()

    expect(await restore(id, 7, by)).toEqual({ ok: false, reason })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('is not brought back over a save that nobody saw', async () => {
    const id = await insertStory(paper)
    await edit(id, 'প্রথম', 'প্রথম লেখা।')

    expect(
      await runCommand(db(), editor, restoreRevision, { id, number: 1, expectedVersion: 1 }, noon),
    ).toEqual({ ok: false, reason: 'outdated' })
  })

  test.each([
    {},
    { id: 1, number: 0, expectedVersion: null },
    { id: 1, number: '1', expectedVersion: 1 },
  ])('refuses %j', async (input) => {
    expect(await runCommand(db(), editor, restoreRevision, input as never, noon)).toMatchObject({
      ok: false,
      reason: 'invalid',
    })
    expect(
      await runCommand(db(), null, restoreRevision, { id: 1, number: 1, expectedVersion: 1 }, noon),
    ).toEqual({ ok: false, reason: 'notSignedIn' })
  })
})

describe('the trail of a story', () => {
  test('is told the newest first, page by page, to who may look into the story', async () => {
    const id = await draft(editor)
    for (let at = 0; at < 31; at++)
      await runCommand(
        db(),
        editor,
        editStory,
        { id, expectedVersion: null, headline: `খবর ${at}` },
        noon,
      )

    const first = await listAuditEntries(editor, id)
    if (typeof first === 'string') throw new Error(first)
    const second = await listAuditEntries(editor, id, BigInt(first.lines.at(-1)?.id ?? 0))

    expect(first).toMatchObject({ hasMore: true })
    expect(first.lines).toHaveLength(30)
    expect(second).toMatchObject({
      hasMore: false,
      lines: [{ command: 'editStory' }, { command: 'newStory' }],
    })
    expect(await listAuditEntries(reporter, id)).toBe('notYours')
    expect(await listRevisions(reporter, id)).toBe('notYours')
    expect(await findRevision(reporter, id, 1)).toBe('notYours')
  })
})
