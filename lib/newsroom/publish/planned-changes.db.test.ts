import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { listRows } from '@/lib/newsroom/story-lists/list-rows'
import { editor, subEditor } from '@/tools/test-harness/fixtures/actors'
import { editStateOf, openTab, saveInCopy } from '@/tools/test-harness/fixtures/editor-tabs'
import { anyVersion } from '@/tools/test-harness/fixtures/stories'
import {
  at,
  hours,
  insertStory,
  minutes,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { editStory, requestPlannedChange } from './edit-commands'
import { listPlannedChanges } from './planned-change-queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const publishAt = at(minutes(9))
const planned = (headline = 'নির্ধারিত') =>
  insertStory(paper, {
    headline,
    body: [paragraphBlock('নির্ধারিত লেখা।')],
    status: 'scheduled',
    publishAt,
    publishedAt: null,
  })
const seenByReaders = async (id: number) => {
  const found = await findArticle(id, publishAt)
  return found && 'article' in found ? found.article.headline : null
}

describe('a story that is changed after its time was set', () => {
  test('goes out as it was planned, and is told of before', async () => {
    const id = await planned()
    await planned('আরেকটি, যা বদলায়নি')

    await saveInCopy(subEditor, id, { headline: 'পরে বদলানো' })

    expect(await listPlannedChanges(noon)).toEqual([
      { id, headline: 'নির্ধারিত', publicAt: publishAt },
    ])
    expect(await listRows([id], noon)).toMatchObject([{ state: 'scheduled', hasUnpublished: true }])
    expect(await seenByReaders(id)).toBe('নির্ধারিত')
  })

  test('is not taken along by who may not publish; they ask, and the editors are told at once', async () => {
    const id = await insertStory(paper, {
      headline: 'কাল সকালের',
      status: 'scheduled',
      publishAt: at(hours(12)),
      publishedAt: null,
    })
    await saveInCopy(subEditor, id, { headline: 'পরে বদলানো' })
    const ask = () => runCommand(db(), subEditor, requestPlannedChange, anyVersion(id), at(1))
    expect(await listPlannedChanges(noon)).toEqual([])

    const taken = await runCommand(db(), subEditor, editStory, anyVersion(id), noon)
    const asked = [await ask(), await ask()]

    expect(taken).toEqual({ ok: false, reason: 'notAllowed' })
    expect(asked).toMatchObject([{ ok: true }, { ok: true }])
    expect(await listPlannedChanges(noon)).toMatchObject([{ id }])
    expect(await db().reviewNote.findMany()).toMatchObject([
      { articleId: id, kind: 'changeRequested', byId: subEditor.id },
    ])
    await runCommand(db(), editor, editStory, anyVersion(id), at(2))
    await saveInCopy(subEditor, id, { headline: 'আবার বদলানো' })
    expect(await listPlannedChanges(noon)).toEqual([])
  })

  test('that was not changed has nothing to ask for', async () => {
    const id = await planned()

    const asked = await runCommand(db(), subEditor, requestPlannedChange, anyVersion(id), noon)

    expect(asked).toEqual({ ok: false, reason: 'nothingChanged' })
  })

  test('goes out with the change once that is taken along, at its time', async () => {
    const id = await planned()
    await saveInCopy(subEditor, id, { headline: 'পরে বদলানো' })
    const { version, copyVersion } = await editStateOf(id)

    const taken = await runCommand(
      db(),
      editor,
      editStory,
      { id, expectedVersion: version, copyVersion },
      noon,
    )

    expect(taken).toMatchObject({ ok: true })
    expect(await listPlannedChanges(noon)).toEqual([])
    expect(await findArticle(id, at(minutes(9) - 1))).toBeNull()
    expect(await seenByReaders(id)).toBe('পরে বদলানো')
  })

  test('is not taken along in a form that somebody has changed since', async () => {
    const id = await planned()
    const tab = openTab(subEditor, id, 'writer')
    const { content, state } = await tab.open()
    await tab.save({ ...content, headline: 'পরে বদলানো' }, state.copyVersion)
    const { version, copyVersion } = await editStateOf(id)
    await tab.save({ ...content, headline: 'আরও পরে বদলানো' }, copyVersion)

    const taken = await runCommand(
      db(),
      editor,
      editStory,
      { id, expectedVersion: version, copyVersion },
      noon,
    )

    expect(taken).toEqual({ ok: false, reason: 'outdated' })
    expect(await seenByReaders(id)).toBe('নির্ধারিত')
  })

  test.each([
    ['more than ten minutes before', at(-minutes(2))],
    ['after its time', at(minutes(9))],
  ])('is not told of %s', async (_, now) => {
    const id = await planned()
    await saveInCopy(subEditor, id, { headline: 'পরে বদলানো' })

    expect(await listPlannedChanges(now)).toEqual([])
  })
})
