import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { openWorkingCopy, saveWorkingCopy } from '@/lib/newsroom/draft/working-copy-commands'
import { publishStory, restoreStory } from '@/lib/newsroom/publish/publish-commands'
import {
  editor,
  listInvalidatedTags,
  reporter,
  subEditor,
} from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { trashStory, untrashStory } from './trash-commands'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const draft = { status: 'draft', publishAt: null, ownerId: reporter.id } satisfies StoryOptions
const trash = (id: number, actor = editor) =>
  runCommand(db(), actor, trashStory, { id, expectedVersion: null }, noon)
const untrash = (id: number, actor = editor) =>
  runCommand(db(), actor, untrashStory, { id, expectedVersion: null }, noon)
const article = (id: number) => db().article.findUniqueOrThrow({ where: { id } })

describe('the trash', () => {
  test('takes a draft in and gives it back as it was, with who did it', async () => {
    const id = await insertStory(paper, draft)
    const before = await article(id)

    expect(await trash(id, reporter)).toMatchObject({ ok: true, story: { id, version: 2 } })
    expect(await article(id)).toMatchObject({ trashedAt: noon, status: 'draft' })
    expect(await untrash(id, subEditor)).toMatchObject({ ok: true, story: { id, version: 3 } })

    const { version: _, updatedAt: __, ...after } = await article(id)
    expect(before).toMatchObject(after)
    expect(await db().auditEntry.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { command: 'trashStory', actorId: reporter.id, articleId: id },
      { command: 'untrashStory', actorId: subEditor.id, articleId: id },
    ])
    expect(await listInvalidatedTags()).toEqual([])
  })

  test('takes what readers no longer have', async () => {
    const id = await insertStory(paper, { status: 'withdrawn', withdrawnAt: noon })

    expect(await trash(id)).toMatchObject({ ok: true })
  })

  test.each([
    ['what readers have', {}, editor, 'notTrashable'],
    [
      'what waits for its hour',
      { status: 'scheduled', publishAt: at(hours(2)) },
      editor,
      'notTrashable',
    ],
    ['what is handed in', { status: 'inReview', publishAt: null }, editor, 'notTrashable'],
    ['what lies in it', { ...draft, trashedAt: noon }, editor, 'trashed'],
    ['another’s draft from a reporter', { ...draft, ownerId: editor.id }, reporter, 'notYours'],
    [
      'a reporter’s own story that was withdrawn',
      { status: 'withdrawn', withdrawnAt: noon, ownerId: reporter.id },
      reporter,
      'handedIn',
    ],
  ] as const)('does not take %s', async (_, options, actor, reason) => {
    const id = await insertStory(paper, options)
    const before = await dumpDatabase()

    expect(await trash(id, actor)).toEqual({ ok: false, reason })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('gives back nothing that is not in it, nor another’s to a reporter', async () => {
    const [out, others] = [
      await insertStory(paper, draft),
      await insertStory(paper, { ...draft, ownerId: editor.id, trashedAt: noon }),
    ]

    expect(await untrash(out)).toEqual({ ok: false, reason: 'notTrashed' })
    expect(await untrash(others, reporter)).toEqual({ ok: false, reason: 'notYours' })
  })

  test('lets nobody publish or restore from it', async () => {
    const [written, withdrawn] = [
      await insertStory(paper, { ...draft, trashedAt: noon }),
      await insertStory(paper, { status: 'withdrawn', withdrawnAt: noon, trashedAt: noon }),
    ]
    const ref = { expectedVersion: null }

    expect(await runCommand(db(), editor, publishStory, { id: written, ...ref }, noon)).toEqual({
      ok: false,
      reason: 'trashed',
    })
    expect(await runCommand(db(), editor, restoreStory, { id: withdrawn, ...ref }, noon)).toEqual({
      ok: false,
      reason: 'trashed',
    })
  })

  test('puts aside what its writer was just typing', async () => {
    const id = await insertStory(paper, draft)
    const place = { articleId: id, tab: 'tab-one-0001' }
    const opened = await runCommand(db(), reporter, openWorkingCopy, place, noon)
    if (!opened.ok) throw new Error(opened.reason)
    await trash(id)
    const content = { ...opened.open.content, headline: 'শেষ কথা' }
    const text = { ...place, onVersion: 1, attempt: 'attempt-0001', content }

    const outcome = await runCommand(db(), reporter, saveWorkingCopy, text, noon)

    expect(outcome).toMatchObject({
      ok: false,
      reason: 'trashed',
      conflictCopyId: expect.any(Number),
    })
    expect(await db().conflictCopy.findMany()).toMatchObject([{ content: { headline: 'শেষ কথা' } }])
  })

  test.each([
    {},
    { id: 0, expectedVersion: null },
    { id: 1 },
    { id: '1', expectedVersion: null },
    { id: 2_147_483_648, expectedVersion: null },
  ])('refuses %j', async (input) => {
    for (const command of [trashStory, untrashStory]) {
      expect(await runCommand(db(), editor, command, input as never, noon)).toMatchObject({
        ok: false,
        reason: 'invalid',
      })
    }
  })

  test('is for people of the newsroom', async () => {
    const ref = { id: 1, expectedVersion: null }

    expect(await runCommand(db(), null, trashStory, ref, noon)).toEqual({
      ok: false,
      reason: 'notSignedIn',
    })
    expect(await runCommand(db(), null, untrashStory, ref, noon)).toEqual({
      ok: false,
      reason: 'notSignedIn',
    })
  })
})
