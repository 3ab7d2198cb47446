import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/permissions'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { editStory, noteChange } from '@/lib/newsroom/publish/edit-commands'
import { publishStory, scheduleStory } from '@/lib/newsroom/publish/publish-commands'
import type { Outcome } from '@/lib/outcome'
import { editor, reporter } from '@/tools/test-harness/fixtures/actors'
import { copyTextOf, editStateOf, openTab, saying } from '@/tools/test-harness/fixtures/editor-tabs'
import { anyVersion } from '@/tools/test-harness/fixtures/stories'
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

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const draftOf = (owner: Actor, options: StoryOptions = {}) =>
  insertStory(paper, { status: 'draft', publishAt: null, ownerId: owner.id, ...options })
const inWords = (body: string) => JSON.parse(body)[0].content[0].text

describe('a save whose answer was lost', () => {
  test('does not conflict with itself when it is retried', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()
    const first = saying(content, 'এক')
    const attempt = 'attempt-lost'

    await writer.save(first, state.copyVersion, { attempt })
    const again = await writer.save(first, state.copyVersion, { attempt })

    expect(again).toMatchObject({ ok: true, copyVersion: 2 })
    expect(await db().conflictCopy.count()).toBe(0)
  })

  test('is followed by what was typed after it', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()
    await writer.save(saying(content, 'এক'), state.copyVersion, { attempt: 'attempt-lost' })

    const next = await writer.save(saying(content, 'এক দুই'), state.copyVersion, {
      attempt: 'attempt-next',
      earlier: ['attempt-lost'],
    })

    expect(next).toMatchObject({ ok: true, copyVersion: 3 })
    expect(await copyTextOf(id)).toContain('এক দুই')
  })

  test('changes nothing when it arrives late', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()
    await writer.save(saying(content, 'এক দুই'), state.copyVersion, {
      attempt: 'attempt-next',
      earlier: ['attempt-slow'],
    })

    const late = await writer.save(saying(content, 'এক'), state.copyVersion, {
      attempt: 'attempt-slow',
    })

    expect(late).toMatchObject({ ok: true, copyVersion: 2 })
    expect(await copyTextOf(id)).toContain('এক দুই')
    expect(await db().conflictCopy.count()).toBe(0)
  })
})

describe('a page that closes', () => {
  test('leaves no conflict copy when the reloaded page already contains its late save', async () => {
    const id = await draftOf(reporter)
    const [closed, next] = [openTab(reporter, id, 'closed'), openTab(reporter, id, 'next')]
    const { content, state } = await closed.open()
    await next.open(noon, closed.tab)
    await next.save(saying(content, 'এক'), state.copyVersion, {
      attempt: 'attempt-found',
      earlier: ['attempt-late'],
    })
    await next.save(saying(content, 'এক দুই'), 2)
    await next.save(saying(content, 'এক দুই তিন'), 3)

    const late = await closed.save(saying(content, 'এক'), state.copyVersion, {
      attempt: 'attempt-late',
    })

    expect(late).toMatchObject({ ok: true, copyVersion: 4 })
    expect(inWords(await copyTextOf(id))).toBe('এক দুই তিন')
    expect(await db().conflictCopy.count()).toBe(0)
  })

  test('keeps an unknown late save as a conflict copy', async () => {
    const id = await draftOf(reporter)
    const [closed, next] = [openTab(reporter, id, 'closed'), openTab(reporter, id, 'next')]
    const { content, state } = await closed.open()
    await next.open(noon, closed.tab)
    await next.save(saying(content, 'অন্য'), state.copyVersion)

    const late = await closed.save(saying(content, 'এক'), state.copyVersion)

    expect(late).toEqual({ ok: false, reason: 'lockedElsewhere', conflictCopyId: 1 })
  })

  test('has its attempts recognised only while the same user writes', async () => {
    const id = await draftOf(reporter)
    const [closed, other] = [openTab(reporter, id, 'closed'), openTab(editor, id, 'other')]
    const { content, state } = await closed.open()
    await closed.save(saying(content, 'এক'), state.copyVersion, { attempt: 'attempt-sent' })
    await other.takeOver(closed.tab)
    await other.save(saying(content, 'অন্য'), 2)

    const again = await closed.save(saying(content, 'এক'), state.copyVersion, {
      attempt: 'attempt-sent',
    })

    expect(again).toEqual({ ok: false, reason: 'lockedElsewhere', conflictCopyId: 1 })
  })
})

describe('choosing between two texts', () => {
  async function twoTexts() {
    const id = await draftOf(reporter)
    const [first, second] = [openTab(reporter, id, 'one'), openTab(editor, id, 'two')]
    const { content } = await first.open()
    await second.open()
    await first.save(saying(content, 'প্রথম'), 1)
    await second.save(saying(content, 'দ্বিতীয়'), 1)
    return { id, first, second, content }
  }

  test('makes the chosen text the working copy and resolves the conflict', async () => {
    const { id, first, content } = await twoTexts()

    const outcome = await first.resolve(1, saying(content, 'প্রথম ও দ্বিতীয়'), 2)

    expect(outcome).toMatchObject({
      ok: true,
      open: { state: { copyVersion: 3, conflictCopies: [] } },
    })
    expect(await copyTextOf(id)).toContain('প্রথম ও দ্বিতীয়'.normalize('NFC'))
  })

  test('keeps the rejected text in the database', async () => {
    const { first } = await twoTexts()

    await first.resolve(1, null, 2)

    expect(await db().conflictCopy.findMany()).toMatchObject([
      { resolvedAt: noon, content: { body: [paragraphBlock('দ্বিতীয়'.normalize('NFC'))] } },
    ])
  })

  test('needs the edit lock, except to discard one’s own text', async () => {
    const { second, content } = await twoTexts()

    const written = await second.resolve(1, saying(content, 'আমার'), 2)
    const dropped = await second.resolve(1, null, 2)

    expect(written).toEqual({ ok: false, reason: 'lockedElsewhere' })
    expect(dropped.ok).toBe(true)
  })

  test('on an older copy is refused, and both texts are still there', async () => {
    const { id, first, content } = await twoTexts()
    await first.save(saying(content, 'প্রথম, পরে'), 2)

    const outcome = await first.resolve(1, saying(content, 'বাছাই'), 2)

    expect(outcome).toEqual({ ok: false, reason: 'outdated' })
    expect(await editStateOf(id)).toMatchObject({ copyVersion: 3, conflictCopies: [{ id: 1 }] })
  })

  test('is possible only once', async () => {
    const { first, content } = await twoTexts()

    const outcomes = await Promise.all(
      ['ক', 'খ', 'গ'].map((text) => first.resolve(1, saying(content, text), 2)),
    )

    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.reason)).toSorted()).toEqual([
      'done',
      'noSuchConflictCopy',
      'noSuchConflictCopy',
    ])
  })

  test('is of texts of that story alone', async () => {
    const { content } = await twoTexts()
    const other = openTab(editor, await draftOf(editor), 'elsewhere')
    await other.open()

    expect(await other.resolve(1, content, 1)).toEqual({ ok: false, reason: 'noSuchConflictCopy' })
  })
})

describe('publishing waits until somebody has chosen between two texts', () => {
  type Way = { options: StoryOptions; act: (id: number) => Promise<Outcome> }
  const inReview: StoryOptions = { status: 'inReview', publishAt: null }
  const planned: StoryOptions = { status: 'scheduled', publishAt: at(hours(1)), publishedAt: null }
  const ways: Record<string, Way> = {
    publishStory: {
      options: inReview,
      act: (id) => runCommand(db(), editor, publishStory, anyVersion(id), noon),
    },
    scheduleStory: {
      options: inReview,
      act: (id) => {
        const plan = { ...anyVersion(id), publishAt: at(hours(1)) }
        return runCommand(db(), editor, scheduleStory, plan, noon)
      },
    },
    'editStory of a planned story': {
      options: planned,
      act: (id) => runCommand(db(), editor, editStory, anyVersion(id), noon),
    },
    'editStory of a public story': {
      options: {},
      act: (id) => runCommand(db(), editor, editStory, anyVersion(id), noon),
    },
    noteChange: {
      options: {},
      act: (id) => {
        const update = { ...anyVersion(id), kind: 'update', note: 'নতুন তথ্য' } as const
        return runCommand(db(), editor, noteChange, update, noon)
      },
    },
  }

  test.each(Object.entries(ways))('%s', async (_, { options, act }) => {
    const id = await insertStory(paper, options)
    const [first, second] = [openTab(editor, id, 'one'), openTab(editor, id, 'two')]
    const { content } = await first.open()
    await first.save(saying(content, 'প্রথম'), 1)
    await second.save(saying(content, 'দ্বিতীয়'), 1)
    const before = await dumpDatabase()

    const early = await act(id)

    expect(early).toEqual({ ok: false, reason: 'openConflict' })
    expect(await dumpDatabase()).toEqual(before)
    await first.resolve(1, null, 2)
    expect(await act(id)).toMatchObject({ ok: true })
  })
})
