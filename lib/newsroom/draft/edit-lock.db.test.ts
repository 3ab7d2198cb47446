import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { editor, reporter, subEditor } from '@/tools/test-harness/fixtures/actors'
import { copyTextOf, editStateOf, openTab, saying } from '@/tools/test-harness/fixtures/editor-tabs'
import {
  at,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import type { StoryContent } from './story-content'
import { presenceGraceMs, presenceTimeoutMs } from './working-copy'
import { findConflictCopyContent } from './working-copy-queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const draftOf = (owner: Actor, options: StoryOptions = {}) =>
  insertStory(paper, { status: 'draft', publishAt: null, ownerId: owner.id, ...options })
const inWords = (body: string) => JSON.parse(body)[0].content[0].text

describe('two people in one story', () => {
  test('see each other, and the first one acquires the edit lock', async () => {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    await first.open()

    const { state } = await second.open()

    expect(state.lockHolder).toEqual({ tab: first.tab, userId: reporter.id, name: reporter.name })
    expect(state.openTabs.map((editSession) => editSession.userId).toSorted()).toEqual([
      editor.id,
      reporter.id,
    ])
  })

  test('exactly one of many concurrent users acquires the edit lock', async () => {
    const id = await draftOf(reporter)
    const people = ['one', 'two', 'three', 'four', 'five'].map((name) => openTab(editor, id, name))

    await Promise.all(people.map((each) => each.open()))

    const { lockHolder, openTabs } = await editStateOf(id)
    expect(openTabs).toHaveLength(5)
    expect(people.filter((each) => each.tab === lockHolder?.tab)).toHaveLength(1)
  })

  test('a user without the lock is refused, and their text is kept', async () => {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    await first.open()
    const { content, state } = await second.open()

    const outcome = await second.save(saying(content, 'অন্যের লেখা'), state.copyVersion)

    expect(outcome).toEqual({ ok: false, reason: 'lockedElsewhere', conflictCopyId: 1 })
    expect(await findConflictCopyContent(reporter, id, 1)).toEqual(saying(content, 'অন্যের লেখা'))
    expect(await editStateOf(id)).toMatchObject({
      copyVersion: 1,
      conflictCopies: [{ byId: editor.id }],
    })
  })

  test('what the refused one typed after it takes its place', async () => {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    await first.open()
    const { content, state } = await second.open()
    await second.save(saying(content, 'অন্যের'), state.copyVersion, { attempt: 'attempt-a' })

    await second.save(saying(content, 'অন্যের লেখা'), state.copyVersion, {
      attempt: 'attempt-b',
      earlier: ['attempt-a'],
    })

    expect(await db().conflictCopy.findMany()).toMatchObject([
      { content: saying(content, 'অন্যের লেখা') },
    ])
  })

  test('taking over is seen, and what the other had not sent is kept', async () => {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    const { content, state } = await first.open()
    await second.open()

    const taken = await second.takeOver(first.tab)
    const late = await first.save(saying(content, 'না-পাঠানো'), state.copyVersion)

    expect(taken).toMatchObject({ ok: true, open: { state: { lockHolder: { tab: second.tab } } } })
    expect(late).toMatchObject({ ok: false, reason: 'lockedElsewhere', conflictCopyId: 1 })
    expect(await db().auditEntry.findMany()).toMatchObject([
      { command: 'takeOverLock', articleId: id },
    ])
  })

  test('taken over is what was looked at, and nobody else’s', async () => {
    const id = await draftOf(reporter)
    const [first, second, third] = [
      openTab(reporter, id, 'one'),
      openTab(editor, id, 'two'),
      openTab(subEditor, id, 'three'),
    ]
    await first.open()
    await third.open()
    await second.open()
    await second.takeOver(first.tab)

    const outcome = await third.takeOver(first.tab)

    expect(outcome).toEqual({ ok: false, reason: 'outdated' })
    expect((await editStateOf(id)).lockHolder?.tab).toBe(second.tab)
  })

  test('of two saves on one version exactly one is the copy, and the other text is kept', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()
    const texts = ['এক', 'দুই', 'তিন', 'চার'].map((text) => saying(content, text))

    const outcomes = await Promise.all(texts.map((text) => writer.save(text, state.copyVersion)))

    const conflictCopies = await db().conflictCopy.findMany()
    const keptBodies = conflictCopies.map((each) =>
      JSON.stringify((each.content as StoryContent).body),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((each) => !each.ok && each.reason === 'outdated')).toHaveLength(3)
    expect([await copyTextOf(id), ...keptBodies].map(inWords).toSorted()).toEqual(
      ['এক', 'দুই', 'তিন', 'চার'].toSorted(),
    )
  })

  test('a save without a change is not refused', async () => {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    await first.open()
    const { content } = await second.open()

    expect(await second.save(content, 0)).toMatchObject({ ok: true, copyVersion: 1 })
  })
})

describe('the edit lock', () => {
  test('is free when its holder has not been seen for a while', async () => {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    await first.open()

    const { state } = await second.open(at(presenceTimeoutMs + 1))

    expect(state.lockHolder?.tab).toBe(second.tab)
    expect(state.openTabs).toHaveLength(1)
  })

  test('stays with a holder that keeps reporting its presence', async () => {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    await first.open()
    await first.stay(at(presenceTimeoutMs - 1))

    const { state } = await second.open(at(presenceTimeoutMs + 1))

    expect(state.lockHolder?.tab).toBe(first.tab)
  })

  test('moves to the reloaded page of the same user, and to no other user', async () => {
    const id = await draftOf(reporter)
    const [first, again, other] = [
      openTab(reporter, id, 'one'),
      openTab(reporter, id, 'again'),
      openTab(editor, id, 'other'),
    ]
    await first.open()

    const stolen = await other.open(noon, first.tab)
    const renewed = await again.open(noon, first.tab)

    expect(stolen.state.lockHolder?.tab).toBe(first.tab)
    expect(renewed.state.lockHolder?.tab).toBe(again.tab)
  })

  test('becomes free after the grace period when its holder leaves', async () => {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    await first.open()
    await first.leave(noon)

    const early = await second.open(at(presenceGraceMs - 1))
    const late = await second.open(at(presenceGraceMs + 1))

    expect([early.state.lockHolder?.tab, late.state.lockHolder?.tab]).toEqual([
      first.tab,
      second.tab,
    ])
  })

  test('stays free when only a user without write permission has the story open', async () => {
    const id = await draftOf(reporter, { status: 'inReview' })

    const { state } = await openTab(reporter, id, 'one').open()

    expect(state.lockHolder).toBeNull()
    expect(state.openTabs).toHaveLength(1)
  })

  test('returns to its previous holder when no other user acquired it', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()

    const outcome = await writer.save(saying(content, 'সুড়ঙ্গের পরে'), state.copyVersion, {
      now: at(hours(2)),
    })

    expect(outcome).toMatchObject({ ok: true, copyVersion: 2 })
  })
})
