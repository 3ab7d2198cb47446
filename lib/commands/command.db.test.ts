import { beforeEach, describe, expect, test } from 'vitest'
import { draftStory } from '@/lib/articles/draft-commands'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { editStory } from '@/lib/newsroom/publish/edit-commands'
import { publishStory } from '@/lib/newsroom/publish/publish-commands'
import {
  editor,
  reporter,
  testActor,
  whileInvalidationFails,
} from '@/tools/test-harness/fixtures/actors'
import {
  dumpDatabase,
  insertStory,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const draftWords = {
  headline: 'নতুন খবর',
  body: [paragraphBlock('প্রথম অনুচ্ছেদ।')],
  category: 'dhaka',
}
const listAuditEntries = () => db().auditEntry.findMany({ orderBy: { id: 'asc' } })

describe('the audit trail', () => {
  test('says who did what to which story, without the story’s text', async () => {
    const body = [paragraphBlock('দীর্ঘ অনুচ্ছেদ। '.repeat(100))]
    await runCommand(db(), reporter, draftStory, { ...draftWords, body }, noon)
    await runCommand(db(), editor, publishStory, { id: 1, expectedVersion: 1 }, noon)

    expect(await listAuditEntries()).toMatchObject([
      {
        actorId: reporter.id,
        command: 'draftStory',
        articleId: 1,
        detail: { headline: 'নতুন খবর' },
      },
      { actorId: editor.id, command: 'publishStory', articleId: 1, detail: { expectedVersion: 1 } },
    ])
    expect((await listAuditEntries())[0]?.detail).not.toHaveProperty('body')
  })

  test('has no line of what was refused or undone', async () => {
    const id = await insertStory(paper)
    const before = await dumpDatabase()

    await runCommand(db(), editor, publishStory, { id, expectedVersion: null }, noon)
    await whileInvalidationFails(async () => {
      const change = { id, expectedVersion: null, headline: 'বদলে গেল' }
      await expect(runCommand(db(), editor, editStory, change, noon)).rejects.toThrow(
        'test_refuses',
      )
    })

    expect(await dumpDatabase()).toEqual(before)
  })

  test('cannot be rewritten or shortened', async () => {
    await runCommand(db(), editor, draftStory, draftWords, noon)

    await expect(db().auditEntry.updateMany({ data: { command: 'nothing' } })).rejects.toThrow(
      'only appended',
    )
    await expect(db().auditEntry.deleteMany({ where: {} })).rejects.toThrow('only appended')
    expect(await listAuditEntries()).toHaveLength(1)
  })
})

describe('what follows is left to the workers', () => {
  const followUps = () =>
    db().outboxEvent.findMany({
      select: { articleId: true, command: true },
      orderBy: { id: 'asc' },
    })

  test('when readers may see something change', async () => {
    await runCommand(db(), reporter, draftStory, draftWords, noon)
    await runCommand(db(), editor, publishStory, { id: 1, expectedVersion: 1 }, noon)
    await runCommand(
      db(),
      editor,
      editStory,
      { id: 1, expectedVersion: 2, headline: 'বদলে গেল' },
      noon,
    )

    expect(await followUps()).toEqual([
      { articleId: 1, command: 'publishStory' },
      { articleId: 1, command: 'editStory' },
    ])
  })

  test('and not for a draft, nor for what was refused', async () => {
    await runCommand(db(), reporter, draftStory, draftWords, noon)
    await runCommand(
      db(),
      reporter,
      editStory,
      { id: 1, expectedVersion: 1, headline: 'বদলে গেল' },
      noon,
    )
    await runCommand(db(), reporter, publishStory, { id: 1, expectedVersion: 2 }, noon)

    expect(await followUps()).toEqual([])
  })
})

describe('a reporter', () => {
  const edit = (id: number) =>
    runCommand(
      db(),
      reporter,
      editStory,
      { id, expectedVersion: null, headline: 'নতুন শিরোনাম' },
      noon,
    )

  test('writes in their own draft, and the revision carries their name', async () => {
    await runCommand(db(), reporter, draftStory, draftWords, noon)

    expect(await edit(1)).toMatchObject({ ok: true, story: { id: 1, version: 2 } })
    expect(await db().revision.findMany({ orderBy: { number: 'asc' } })).toMatchObject([
      { number: 1, actorId: reporter.id, actorName: reporter.name },
      { number: 2, actorId: reporter.id, actorName: reporter.name },
    ])
  })

  test.each([
    [
      'another’s draft',
      { status: 'draft' as const, ownerId: testActor('subEditor').id },
      'notYours',
    ],
    ['what the installation brought', { status: 'draft' as const }, 'notYours'],
    ['what they handed in', { status: 'inReview' as const, ownerId: reporter.id }, 'handedIn'],
    ['what readers have', { ownerId: reporter.id }, 'handedIn'],
    [
      'what lies in the trash',
      { status: 'draft' as const, ownerId: reporter.id, trashedAt: noon },
      'trashed',
    ],
  ])('does not change %s', async (_, input, reason) => {
    const id = await insertStory(paper, input)
    const before = await dumpDatabase()

    expect(await edit(id)).toEqual({ ok: false, reason })
    expect(await dumpDatabase()).toEqual(before)
  })
})
