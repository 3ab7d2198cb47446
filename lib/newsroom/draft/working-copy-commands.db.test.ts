import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/permissions'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { editStory } from '@/lib/newsroom/publish/edit-commands'
import { moveStory, scheduleStory } from '@/lib/newsroom/publish/publish-commands'
import {
  editor,
  listInvalidatedTags,
  reporter,
  subEditor,
} from '@/tools/test-harness/fixtures/actors'
import { copyTextOf, openTab, saying } from '@/tools/test-harness/fixtures/editor-tabs'
import { readStory } from '@/tools/test-harness/fixtures/stories'
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
import {
  newStory,
  openWorkingCopy,
  renewPresence,
  saveWorkingCopy,
  takeOverLock,
} from './working-copy-commands'
import { findConflictCopyContent, findOpenStory, findStoryEditState } from './working-copy-queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const draftOf = (owner: Actor, options: StoryOptions = {}) =>
  insertStory(paper, { status: 'draft', publishAt: null, ownerId: owner.id, ...options })

describe('a new story', () => {
  test('starts empty, as a draft of its writer', async () => {
    const outcome = await runCommand(db(), reporter, newStory, { key: 'form-0001' }, noon)

    expect(outcome).toMatchObject({ ok: true, story: { id: 1, version: 1 } })
    expect(await readStory(1)).toMatchObject({
      headline: '',
      body: [],
      status: 'draft',
      ownerId: reporter.id,
      categoryId: paper.national.id,
    })
  })

  test('has the name of the paper that its writer’s account is linked with as its byline', async () => {
    await db().user.update({
      where: { id: reporter.id },
      data: { contributorId: paper.person.id },
    })

    await runCommand(db(), reporter, newStory, { key: 'form-0001' }, noon)

    const bylines = await db().byline.findMany({ where: { articleId: 1 } })
    expect(bylines).toMatchObject([{ contributorId: paper.person.id, position: 0 }])
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
    expect(await copyTextOf(id)).toContain('নতুন লেখা।')
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

    expect(await readStory(id)).toMatchObject({
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
    const before = await readStory(id)

    await writer.save({ ...content, headline: 'নতুন', category: 'sports' }, state.copyVersion)

    expect(await readStory(id)).toEqual(before)
  })

  test('never removes the headline of a submitted story', async () => {
    const id = await insertStory(paper, { status: 'inReview', publishAt: null })
    const writer = openTab(subEditor, id, 'one')
    const { content, state } = await writer.open()

    const outcome = await writer.save({ ...content, headline: '' }, state.copyVersion)

    expect(outcome.ok).toBe(true)
    expect((await readStory(id)).headline).toBe('নদীর পানি বাড়ছে'.normalize('NFC'))
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
      editStory,
      { id, expectedVersion: 2, copyVersion: 2 },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { version: 3 } })
    expect(await readStory(id)).toMatchObject({
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
    expect((await readStory(id)).categoryId).toBe(paper.sports.id)
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
    expect(await copyTextOf(id)).not.toContain('শেষ কথা')
  })

  test('does not make a story of their working copy once it is handed in', async () => {
    const id = await draftOf(reporter)
    const writer = openTab(reporter, id, 'one')
    const { content } = await writer.open()
    await writer.save(saying(content, 'নতুন'), 1)
    await db().article.update({ where: { id }, data: { status: 'inReview' } })

    const ref = { id, expectedVersion: null, copyVersion: null }
    expect(await runCommand(db(), reporter, editStory, ref, noon)).toEqual({
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
