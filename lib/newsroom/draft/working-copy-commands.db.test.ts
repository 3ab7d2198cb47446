import { beforeEach, describe, expect, test } from 'vitest'
import { editStory } from '@/lib/articles/edit-commands'
import { findArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/permissions'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { moveStory, scheduleStory } from '@/lib/newsroom/publish/publish-commands'
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
  paragraphBlock,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import type { StoryContent } from './story-content'
import { presenceGraceMs, presenceTimeoutMs } from './working-copy'
import {
  commitCopy,
  leaveStory,
  newStory,
  openWorkingCopy,
  renewPresence,
  resolveConflict,
  saveWorkingCopy,
  takeOverLock,
} from './working-copy-commands'
import { findConflictCopyContent, findOpenStory, findStoryEditState } from './working-copy-queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

/** A tab of somebody's browser, and what they do in it. */
function openTab(actor: Actor, articleId: number, name: string) {
  const tab = `tab-${name}-${actor.role}`
  let attempts = 0
  const nextAttempt = () => `attempt-${tab}-${++attempts}`
  return {
    by: actor,
    tab,
    open: async (now = noon, was?: string) => {
      const outcome = await runCommand(db(), actor, openWorkingCopy, { articleId, tab, was }, now)
      if (!outcome.ok) throw new Error(outcome.reason)
      return outcome.open
    },
    save: (
      content: StoryContent,
      onVersion: number,
      { attempt = nextAttempt(), earlier = [] as string[], now = noon } = {},
    ) =>
      runCommand(
        db(),
        actor,
        saveWorkingCopy,
        { articleId, tab, onVersion, attempt, earlier, content },
        now,
      ),
    takeOver: (from: string | null, now = noon) =>
      runCommand(db(), actor, takeOverLock, { articleId, tab, from }, now),
    resolve: (conflictCopyId: number, content: StoryContent | null, onVersion: number) =>
      runCommand(
        db(),
        actor,
        resolveConflict,
        { articleId, tab, conflictCopyId, content, onVersion, attempt: nextAttempt() },
        noon,
      ),
    stay: (now: Date) => runCommand(db(), actor, renewPresence, { articleId, tab }, now),
    leave: (now: Date) => runCommand(db(), actor, leaveStory, { articleId, tab }, now),
  }
}

const draftOf = (owner: Actor, options: StoryOptions = {}) =>
  insertStory(paper, { status: 'draft', publishAt: null, ownerId: owner.id, ...options })
const saying = (content: StoryContent, text: string) => ({
  ...content,
  body: [paragraphBlock(text)],
})
const stateOf = async (id: number, now = noon) => {
  const state = await findStoryEditState(editor, id, now)
  if (typeof state === 'string') throw new Error(state)
  return state
}
const textOf = async (id: number) => {
  const open = await findOpenStory(editor, id, noon)
  if (typeof open === 'string') throw new Error(open)
  return JSON.stringify(open.content.body)
}
const inWords = (body: string) => JSON.parse(body)[0].content[0].text
const article = (id: number) => db().article.findUniqueOrThrow({ where: { id } })

describe('a new story', () => {
  test('starts empty, as a draft of its writer', async () => {
    const outcome = await runCommand(db(), reporter, newStory, { key: 'form-0001' }, noon)

    expect(outcome).toMatchObject({ ok: true, story: { id: 1, version: 1 } })
    expect(await article(1)).toMatchObject({
      headline: '',
      body: [],
      status: 'draft',
      ownerId: reporter.id,
      categoryId: paper.national.id,
    })
  })

  test('is created once when a form is sent many times at once', async () => {
    const clicks = Array.from({ length: 5 }, () =>
      runCommand(db(), reporter, newStory, { key: 'form-0001', category: 'sports' }, noon),
    )

    const outcomes = await Promise.all(clicks)

    expect(outcomes.map((outcome) => outcome.ok && outcome.story.id)).toEqual([1, 1, 1, 1, 1])
    expect(await db().article.count()).toBe(1)
  })

  test('is a separate story when another user sends the form', async () => {
    await runCommand(db(), reporter, newStory, { key: 'form-0001' }, noon)

    const outcome = await runCommand(db(), editor, newStory, { key: 'form-0001' }, noon)

    expect(outcome).toMatchObject({ ok: true, story: { id: 2 } })
  })
})

describe('a working copy', () => {
  test('holds the last saved text and leaves the story unchanged', async () => {
    const id = await insertStory(paper)
    const writer = openTab(subEditor, id, 'one')
    const { content, state } = await writer.open()

    const outcome = await writer.save(saying(content, 'নতুন লেখা।'), state.copyVersion)

    expect(outcome).toMatchObject({ ok: true, copyVersion: 2, savedAt: noon })
    expect(await textOf(id)).toContain('নতুন লেখা।')
    expect(await findArticle(id, noon)).toMatchObject({
      article: { body: [paragraphBlock('উজানের ঢলে নদীর পানি বাড়ছে।')] },
    })
    expect(await db().revision.count()).toBe(0)
    expect(await db().auditEntry.count()).toBe(0)
    expect(await listInvalidatedTags()).toEqual([])
  })

  test('keeps whitespace as it was typed', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()
    const typed = { ...saying(content, 'এক '), headline: 'নদী ' }

    await writer.save(typed, state.copyVersion)

    expect(await findOpenStory(reporter, id, noon)).toMatchObject({ content: typed })
  })

  test('gives its headline and category to lists until the story was public', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()

    await writer.save({ ...content, headline: ' নতুন নাম ', category: 'sports' }, state.copyVersion)

    expect(await article(id)).toMatchObject({
      headline: 'নতুন নাম',
      categoryId: paper.sports.id,
      version: 1,
    })
  })

  test.each<[string, StoryOptions]>([
    ['readers have', {}],
    ['waits for its hour', { status: 'scheduled', publishAt: at(hours(1)), publishedAt: null }],
    ['was withdrawn', { status: 'withdrawn', withdrawnAt: noon }],
  ])('of a story that %s changes nothing of it', async (_, options) => {
    const id = await insertStory(paper, options)
    const writer = openTab(editor, id, 'one')
    const { content, state } = await writer.open()
    const before = await article(id)

    await writer.save({ ...content, headline: 'নতুন', category: 'sports' }, state.copyVersion)

    expect(await article(id)).toEqual(before)
  })

  test('never removes the headline of a submitted story', async () => {
    const id = await insertStory(paper, { status: 'inReview', publishAt: null })
    const writer = openTab(subEditor, id, 'one')
    const { content, state } = await writer.open()

    const outcome = await writer.save({ ...content, headline: '' }, state.copyVersion)

    expect(outcome.ok).toBe(true)
    expect((await article(id)).headline).toBe('নদীর পানি বাড়ছে'.normalize('NFC'))
  })

  test('is carried along by what changes the story’s life, not its words', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(editor, id, 'one')
    const { content, state } = await writer.open()
    await writer.save(saying(content, 'নতুন লেখা।'), state.copyVersion)
    await runCommand(
      db(),
      editor,
      scheduleStory,
      { id, expectedVersion: 1, publishAt: at(hours(1)) },
      noon,
    )

    const outcome = await runCommand(
      db(),
      editor,
      commitCopy,
      { id, expectedVersion: 2, copyVersion: 2 },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { version: 3 } })
    expect(await article(id)).toMatchObject({
      status: 'scheduled',
      body: [paragraphBlock('নতুন লেখা।')],
    })
  })

  test('whose story was moved before readers had it does not move it back unseen', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()
    await runCommand(db(), editor, moveStory, { id, expectedVersion: 1, category: 'sports' }, noon)

    const outcome = await writer.save(saying(content, 'আরও।'), state.copyVersion)

    expect(outcome).toMatchObject({ ok: false, reason: 'outdated' })
    expect((await article(id)).categoryId).toBe(paper.sports.id)
  })
})

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
    expect(await textOf(id)).toContain('এক দুই')
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
    expect(await textOf(id)).toContain('এক দুই')
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
    expect(inWords(await textOf(id))).toBe('এক দুই তিন')
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

    const { lockHolder, openTabs } = await stateOf(id)
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
    expect(await stateOf(id)).toMatchObject({
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
    expect((await stateOf(id)).lockHolder?.tab).toBe(second.tab)
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
    expect([await textOf(id), ...keptBodies].map(inWords).toSorted()).toEqual(
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
    expect(await textOf(id)).toContain('প্রথম ও দ্বিতীয়'.normalize('NFC'))
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
    expect(await stateOf(id)).toMatchObject({ copyVersion: 3, conflictCopies: [{ id: 1 }] })
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

describe('committed', () => {
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
      commitCopy,
      { id, expectedVersion: null, copyVersion, why: 'প্রথম খসড়া' },
      noon,
    )

  test('the copy is the story, in one revision that says who and why', async () => {
    const { id } = await written()

    const outcome = await commit(id, 2)

    expect(outcome).toMatchObject({ ok: true, story: { id, version: 2 } })
    expect(await article(id)).toMatchObject({
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
    expect(await stateOf(id)).toMatchObject({ isChanged: false, copyVersion: 2 })
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

    expect(await article(id)).toMatchObject({ headline: 'পাকা শিরোনাম', version: 3 })
  })

  test('a draft may still be without its headline, and what readers have may not', async () => {
    const draft = await written()
    const out = await written({})
    for (const { writer, typed } of [draft, out]) await writer.save({ ...typed, headline: ' ' }, 2)

    const outcomes = [await commit(draft.id, 3), await commit(out.id, 3)]

    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, reason: 'unfinished' }])
    expect((await article(draft.id)).headline).toBe('')
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
    expect((await article(id)).version).toBe(1)
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

describe('a reporter', () => {
  test.each<[string, StoryOptions, string]>([
    ['another’s draft', { status: 'draft', publishAt: null, ownerId: editor.id }, 'notYours'],
    ['what the installation brought', { status: 'draft', publishAt: null }, 'notYours'],
  ])('neither opens nor reads %s', async (_, options, reason) => {
    const id = await insertStory(paper, options)
    const before = await dumpDatabase()
    const place = { articleId: id, tab: 'tab-reporter' }

    expect(await runCommand(db(), reporter, openWorkingCopy, place, noon)).toEqual({
      ok: false,
      reason,
    })
    expect(await runCommand(db(), reporter, renewPresence, place, noon)).toEqual({
      ok: false,
      reason,
    })
    expect(await runCommand(db(), reporter, takeOverLock, { ...place, from: null }, noon)).toEqual({
      ok: false,
      reason,
    })
    expect(await findOpenStory(reporter, id, noon)).toBe(reason)
    expect(await findStoryEditState(reporter, id, noon)).toBe(reason)
    expect(await findConflictCopyContent(reporter, id, 1)).toBe(reason)
    expect(await dumpDatabase()).toEqual(before)
  })

  test('keeps what they wrote when the story was handed in meanwhile, and changes nothing', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content, state } = await writer.open()
    await db().article.update({ where: { id }, data: { status: 'inReview' } })

    const outcome = await writer.save(saying(content, 'শেষ কথা'), state.copyVersion)

    expect(outcome).toMatchObject({ ok: false, reason: 'handedIn', conflictCopyId: 1 })
    expect(await textOf(id)).not.toContain('শেষ কথা')
  })

  test('does not make a story of their working copy once it is handed in', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content } = await writer.open()
    await writer.save(saying(content, 'নতুন'), 1)
    await db().article.update({ where: { id }, data: { status: 'inReview' } })

    const ref = { id, expectedVersion: null, copyVersion: null }
    expect(await runCommand(db(), reporter, commitCopy, ref, noon)).toEqual({
      ok: false,
      reason: 'handedIn',
    })
  })
})

describe('input that cannot be', () => {
  const content = {
    headline: '',
    kicker: '',
    standfirst: '',
    dateline: '',
    body: [],
    category: 'national',
    contributorIds: [],
    topicIds: [],
    sourceId: null,
    leadImageId: null,
  }
  const good = { articleId: 1, tab: 'tab-00001', onVersion: 1, attempt: 'attempt-1', content }

  test.each<[string, object, string[]]>([
    ['a tab without a name', { tab: '' }, ['tab']],
    ['a name with a quote in it', { attempt: "x'; DROP TABLE" }, ['attempt']],
    ['a version before the first', { onVersion: -1 }, ['onVersion']],
    ['a story that no number has', { articleId: 2 ** 31 }, ['articleId']],
    ['a foreign block', { content: { ...content, body: [{ kind: 'html' }] } }, ['content']],
    [
      'a paragraph beyond any measure',
      { content: { ...content, body: [paragraphBlock('ক'.repeat(200_001))] } },
      ['content'],
    ],
    [
      'a picture that no number has',
      { content: { ...content, body: [{ kind: 'image', imageId: 2 ** 40 }] } },
      ['content'],
    ],
    ['a foreign field', { content: { ...content, status: 'published' } }, ['content']],
    ['too many attempts', { earlier: Array(21).fill('attempt-0') }, ['earlier']],
    ['nothing', { content: undefined, tab: undefined }, ['tab', 'content']],
  ])('%s is told by its field, and nothing is written', async (_, options, fields) => {
    await draftOf(reporter)
    const before = await dumpDatabase()

    const outcome = await runCommand(
      db(),
      reporter,
      saveWorkingCopy,
      { ...good, ...options } as never,
      noon,
    )

    expect(outcome).toEqual({ ok: false, reason: 'invalid', fields })
    expect(await dumpDatabase()).toEqual(before)
  })
})
