import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/permissions'
import { publicActor } from '@/lib/auth/system-actors'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import {
  editor,
  listInvalidatedTags,
  reporter,
  subEditor,
} from '@/tools/test-harness/fixtures/actors'
import {
  at,
  hours,
  insertStory,
  minutes,
  noon,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { handleReport, reportFault } from './commands'
import { countOpenReports, findStoryReports, listReportedStories } from './queries'

let paper: TestPaper
let keyCount = 0
beforeEach(async () => {
  paper = await resetToTestPaper()
})

type Fields = { fault?: string; passage?: string; contact?: string; formKey?: string }

const report = (articleId: number, fields: Fields = {}, now = noon) =>
  runCommand(
    db(),
    publicActor,
    reportFault,
    {
      articleId,
      formKey: `form-${keyCount++}`,
      fault: 'সাল ভুল',
      passage: '',
      contact: '',
      ...fields,
    },
    now,
  )
const handle = (actor: Actor, id: number) => runCommand(db(), actor, handleReport, { id }, noon)
const listRows = () => db().readerReport.findMany({ orderBy: { id: 'asc' } })

describe('a reader’s report', () => {
  test('is stored with what was typed, and nothing else of the reader', async () => {
    const id = await insertStory(paper)

    const outcome = await report(id, {
      fault: 'সাল ২০২৫ নয়,\r\n২০২৬',
      passage: 'নদীর পানি',
      contact: 'রহিম, 01700000000',
    })

    expect(outcome).toMatchObject({ ok: true, story: { id } })
    expect(await listRows()).toEqual([
      {
        id: 1,
        articleId: id,
        formKey: expect.any(String),
        fault: 'সাল ২০২৫ নয়,\n২০২৬',
        passage: 'নদীর পানি',
        contact: 'রহিম, 01700000000',
        createdAt: noon,
        handledAt: null,
        handledById: null,
        handledByName: null,
      },
    ])
  })

  test('is in the audit trail without the reader’s words', async () => {
    const id = await insertStory(paper)

    await report(id, { contact: 'রহিম' })

    expect(await db().auditEntry.findMany()).toMatchObject([
      { actorId: 'reader', command: 'reportFault', articleId: id, detail: { articleId: id } },
    ])
    const [entry] = await db().auditEntry.findMany()
    expect(Object.keys(entry?.detail as object)).toEqual(['articleId'])
  })

  test('changes no page and starts no job', async () => {
    const id = await insertStory(paper)

    await report(id)

    expect(await listInvalidatedTags()).toEqual([])
    expect(await db().outboxEvent.count()).toBe(0)
  })

  test('that is sent twice is stored once, however close together', async () => {
    const id = await insertStory(paper)
    const again = () => report(id, { formKey: 'one form' })

    const outcomes = await Promise.all([again(), again(), again()])

    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await listRows()).toHaveLength(1)
  })

  test.each<[string, StoryOptions]>([
    ['a draft', { status: 'draft', publishAt: null }],
    ['a story that waits for its time', { status: 'scheduled', publishAt: at(hours(1)) }],
    ['a story under embargo', { embargoUntil: at(hours(1)) }],
    ['a withdrawn story', { status: 'withdrawn', withdrawnAt: noon }],
  ])('of %s is refused', async (_, story) => {
    const id = await insertStory(paper, story)

    expect(await report(id)).toEqual({ ok: false, reason: 'noSuchStory' })
    expect(await report(404)).toEqual({ ok: false, reason: 'noSuchStory' })
    expect(await listRows()).toEqual([])
  })

  test('names the fields at fault', async () => {
    const id = await insertStory(paper)

    expect(await report(id, { fault: ' ', contact: 'ক'.repeat(201) })).toEqual({
      ok: false,
      reason: 'invalid',
      fields: ['fault', 'contact'],
    })
  })

  test('is refused while two hundred of the same story are open', async () => {
    const [id, other] = [await insertStory(paper), await insertStory(paper)]
    const open = Array.from({ length: 200 }, (_, at) => ({
      articleId: id,
      formKey: `many-${at}`,
      fault: 'ভুল',
      createdAt: noon,
    }))
    await db().readerReport.createMany({ data: open })

    expect(await report(id)).toEqual({ ok: false, reason: 'tooManyReports' })
    expect(await report(other)).toMatchObject({ ok: true })
    await handle(editor, 1)
    expect(await report(id)).toMatchObject({ ok: true })
  })
})

describe('a handled report', () => {
  test('keeps the fault and its editor, and no way to reach the reader', async () => {
    const id = await insertStory(paper)
    await report(id, { contact: 'রহিম' })

    const outcome = await handle(editor, 1)

    expect(outcome).toMatchObject({ ok: true, story: { id } })
    expect(await listRows()).toMatchObject([
      {
        fault: 'সাল ভুল',
        contact: null,
        handledAt: noon,
        handledById: editor.id,
        handledByName: editor.name,
      },
    ])
    expect((await db().auditEntry.findMany()).map(({ command }) => command)).toEqual([
      'reportFault',
      'handleReport',
    ])
  })

  test('is handled once', async () => {
    await report(await insertStory(paper))

    const outcomes = await Promise.all([handle(editor, 1), handle(subEditor, 1)])

    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(outcomes).toContainEqual({ ok: false, reason: 'reportHandled' })
    expect(await handle(editor, 404)).toEqual({ ok: false, reason: 'noSuchReport' })
  })

  test('of somebody else’s story is not for a reporter', async () => {
    await report(await insertStory(paper, { ownerId: editor.id }))
    await report(await insertStory(paper, { ownerId: reporter.id }))

    expect(await handle(reporter, 1)).toEqual({ ok: false, reason: 'notYours' })
    expect(await handle(reporter, 2)).toMatchObject({ ok: true })
    expect(await handle(subEditor, 1)).toMatchObject({ ok: true })
  })
})

describe('the newsroom sees', () => {
  test('the open reports of a story, oldest first, then the newest handled', async () => {
    const id = await insertStory(paper)
    for (const fault of ['এক', 'দুই', 'তিন', 'চার']) await report(id, { fault })
    await handle(editor, 1)
    await handle(editor, 3)

    const found = await findStoryReports(editor, id)

    expect(found).toMatchObject({
      open: [{ fault: 'দুই' }, { fault: 'চার' }],
      hasMoreOpen: false,
      handled: [{ fault: 'তিন', handled: { at: noon, by: editor.name } }, { fault: 'এক' }],
    })
    expect(await countOpenReports(id)).toBe(2)
  })

  test('of other people’s stories nothing, as a reporter', async () => {
    const id = await insertStory(paper, { ownerId: editor.id })
    await report(id)

    expect(await findStoryReports(reporter, id)).toBe('notYours')
    expect(await findStoryReports(editor, 404)).toBe('noSuchStory')
    expect(await listReportedStories(reporter, 6)).toEqual({ ids: [], count: 0 })
    expect(await listReportedStories(publicActor, 6)).toEqual({ ids: [], count: 0 })
  })

  test('the stories with open reports, the longest waiting first', async () => {
    const ids = [
      await insertStory(paper, { ownerId: reporter.id }),
      await insertStory(paper),
      await insertStory(paper),
    ]
    const [first = 0, second = 0, third = 0] = ids
    await report(third, {}, at(-minutes(30)))
    await report(first, {}, at(-minutes(20)))
    await report(third, {}, at(-minutes(10)))
    await report(second)
    await handle(editor, 4)

    expect(await listReportedStories(editor, 6)).toEqual({ ids: [third, first], count: 3 })
    expect(await listReportedStories(editor, 1)).toEqual({ ids: [third], count: 3 })
    expect(await listReportedStories(reporter, 6)).toEqual({ ids: [first], count: 1 })
  })
})
