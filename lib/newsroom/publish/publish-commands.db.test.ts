import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/permissions'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { openWorkingCopy, saveWorkingCopy } from '@/lib/newsroom/draft/working-copy-commands'
import type { Outcome } from '@/lib/outcome'
import { editor, reporter, roles, subEditor, testActor } from '@/tools/test-harness/fixtures/actors'
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
import {
  noteChange,
  publishSilentEdit,
  publishStory,
  requestPublicationCheck,
  scheduleStory,
  sendBack,
  setEmbargo,
  submitStory,
} from './publish-commands'
import { findPublishingState } from './publishing-state-queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const add = (options: StoryOptions = {}) =>
  insertStory(paper, { status: 'draft', publishAt: null, ownerId: reporter.id, ...options })
const published = (options: StoryOptions = {}) =>
  insertStory(paper, {
    status: 'published',
    publishAt: at(-hours(2)),
    ownerId: reporter.id,
    ...options,
  })
const inReview = (options: StoryOptions = {}) => add({ status: 'inReview', ...options })
const read = (id: number) => db().article.findUniqueOrThrow({ where: { id } })
const revisions = (articleId: number) =>
  db().revision.findMany({ where: { articleId }, orderBy: { number: 'asc' } })

/** The versions that whoever decides now has seen. */
async function ref(id: number) {
  const story = await read(id)
  const copy = await db().workingCopy.findUnique({ where: { articleId: id } })
  return { id, expectedVersion: story.version, copyVersion: copy?.version ?? 0 }
}

/** Somebody writes in the story, and the words stand in its working copy. */
async function write(id: number, actor: Actor, change: Partial<StoryContent>) {
  const tab = `tab-of-${actor.role}`
  const opened = await runCommand(db(), actor, openWorkingCopy, { articleId: id, tab }, noon)
  if (!opened.ok) throw new Error(opened.reason)
  const { content, state } = opened.open
  const saved = await runCommand(
    db(),
    actor,
    saveWorkingCopy,
    {
      articleId: id,
      tab,
      onVersion: state.copyVersion,
      attempt: 'attempt-1',
      earlier: [],
      content: { ...content, ...change },
    },
    noon,
  )
  if (!saved.ok) throw new Error(saved.reason)
}

const reasonOf = (outcome: Outcome) => (outcome.ok ? null : outcome.reason)

describe('handing in and sending back', () => {
  test('a reporter hands in what they wrote, with a word for the desk, and writes no more', async () => {
    const id = await add()
    await write(id, reporter, { headline: 'নতুন শিরোনাম' })

    const outcome = await runCommand(
      db(),
      reporter,
      submitStory,
      { ...(await ref(id)), note: 'ছবি পরে আসবে' },
      noon,
    )

    expect(outcome.ok).toBe(true)
    expect(await read(id)).toMatchObject({ status: 'inReview', headline: 'নতুন শিরোনাম' })
    expect(await db().reviewNote.findMany()).toMatchObject([
      { kind: 'submitted', note: 'ছবি পরে আসবে', byName: reporter.name, at: noon },
    ])
    expect(await revisions(id)).toMatchObject([{ number: 1, reason: 'submitted' }])
    await expect(write(id, reporter, { headline: 'আবার' })).rejects.toThrow('handedIn')
  })

  test('what comes back says why, and its reporter writes again', async () => {
    const id = await inReview()

    await runCommand(db(), subEditor, sendBack, { ...(await ref(id)), note: 'সূত্র লিখুন' }, noon)

    expect(await read(id)).toMatchObject({ status: 'draft' })
    const seen = await findPublishingState(reporter, id, noon)
    expect(seen).toMatchObject({ reviewMessages: [{ kind: 'sentBack', note: 'সূত্র লিখুন' }] })
    await write(id, reporter, { headline: 'সূত্রসহ' })
    expect(
      await reasonOf(await runCommand(db(), reporter, submitStory, await ref(id), noon)),
    ).toBeNull()
  })

  test('somebody else’s draft is not theirs to hand in', async () => {
    const id = await add({ ownerId: null })

    expect(await runCommand(db(), reporter, submitStory, await ref(id), noon)).toMatchObject({
      reason: 'notYours',
    })
  })

  test('nothing goes back without a word', async () => {
    const id = await inReview()

    const outcome = await runCommand(
      db(),
      subEditor,
      sendBack,
      { ...(await ref(id)), note: ' \n ' },
      noon,
    )

    expect(outcome).toEqual({ ok: false, reason: 'invalid', fields: ['note'] })
  })
})

describe('publishing', () => {
  test('gives readers what was written, as one save', async () => {
    const id = await inReview()
    await write(id, editor, { headline: 'সম্পাদকের শিরোনাম' })

    const outcome = await runCommand(db(), editor, publishStory, await ref(id), noon)

    expect(outcome.ok).toBe(true)
    expect(await read(id)).toMatchObject({
      status: 'published',
      publishAt: noon,
      publishedAt: noon,
      headline: 'সম্পাদকের শিরোনাম',
      version: 2,
    })
    expect(await revisions(id)).toMatchObject([{ reason: 'published' }])
    expect(await db().outboxEvent.findMany()).toMatchObject([
      { articleId: id, command: 'publishStory' },
    ])
    expect(await db().workingCopy.findFirst()).toMatchObject({ isChanged: false, baseVersion: 2 })
  })

  test('the second of two clicks is refused, and readers notice nothing of it', async () => {
    const id = await inReview()
    const seen = await ref(id)

    const outcomes = await Promise.all(
      [1, 2, 3].map(() => runCommand(db(), editor, publishStory, seen, noon)),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => !ok).map(reasonOf)).toEqual(['outdated', 'outdated'])
    expect(await db().outboxEvent.count()).toBe(1)
  })

  test('what somebody wrote after the editor looked is not published unseen', async () => {
    const id = await inReview()
    const seen = await ref(id)
    await write(id, subEditor, { headline: 'পরে লেখা' })

    expect(reasonOf(await runCommand(db(), editor, publishStory, seen, noon))).toBe('outdated')
    expect(await read(id)).toMatchObject({ status: 'inReview' })
  })

  test('a line of the paper’s list that stops it stops it here too, plan and all', async () => {
    await db().paper.updateMany({ data: { settings: { checklist: { noStandfirst: 'block' } } } })
    const id = await inReview()
    const plan = { ...(await ref(id)), publishAt: at(hours(1)) }

    expect(reasonOf(await runCommand(db(), editor, publishStory, await ref(id), noon))).toBe(
      'notReady',
    )
    expect(reasonOf(await runCommand(db(), editor, scheduleStory, plan, noon))).toBe('notReady')
    await write(id, editor, { standfirst: 'নদীর পাড়ের মানুষ রাত জেগে পাহারা দিচ্ছেন।' })
    expect(reasonOf(await runCommand(db(), editor, publishStory, await ref(id), noon))).toBeNull()
  })

  test('what lies in the trash is not published', async () => {
    const id = await add({ trashedAt: noon })

    expect(reasonOf(await runCommand(db(), editor, publishStory, await ref(id), noon))).toBe(
      'trashed',
    )
  })
})

describe('planning', () => {
  test('what was written waits for its hour', async () => {
    const id = await inReview()
    await write(id, editor, { headline: 'আগামীর খবর' })

    await runCommand(
      db(),
      editor,
      scheduleStory,
      { ...(await ref(id)), publishAt: at(hours(3)) },
      noon,
    )

    expect(await read(id)).toMatchObject({
      status: 'scheduled',
      publishAt: at(hours(3)),
      publishedAt: null,
      headline: 'আগামীর খবর',
    })
  })

  test.each([
    ['an hour that has passed', at(-hours(1)), 'hourPassed'],
    ['this very instant', noon, 'hourPassed'],
    ['no time at all', 'আগামীকাল', 'invalid'],
    ['a stamp as papers print it', '২৬ মার্চ ২০২৬, ০৮:০২ পিএম', null],
    ['a stamp as JSON carries it', '2026-03-26T14:02:00.000Z', null],
  ])('%s', async (_, publishAt, reason) => {
    const id = await inReview()

    const outcome = await runCommand(
      db(),
      editor,
      scheduleStory,
      { ...(await ref(id)), publishAt },
      noon,
    )

    expect(reasonOf(outcome)).toBe(reason)
  })

  test('the source’s limit is another fact: it stays when the plan goes, and holds when the plan comes', async () => {
    const id = await inReview()
    await runCommand(
      db(),
      editor,
      setEmbargo,
      { id, expectedVersion: null, embargoUntil: at(hours(5)) },
      noon,
    )

    await runCommand(
      db(),
      editor,
      scheduleStory,
      { ...(await ref(id)), publishAt: at(hours(1)) },
      noon,
    )

    expect(await read(id)).toMatchObject({ publicAt: at(hours(5)), publishAt: at(hours(1)) })
    expect(reasonOf(await runCommand(db(), editor, publishStory, await ref(id), noon))).toBe(
      'embargoed',
    )
  })

  test('a limit is lifted', async () => {
    const id = await inReview({ embargoUntil: at(hours(5)) })

    await runCommand(
      db(),
      editor,
      setEmbargo,
      { id, expectedVersion: null, embargoUntil: null },
      noon,
    )

    expect(await read(id)).toMatchObject({ embargoUntil: null })
  })
})

describe('a change of a published story', () => {
  test('is told to readers, with what was written', async () => {
    const id = await published()
    await write(id, subEditor, { headline: 'সংশোধিত শিরোনাম' })
    const change = { kind: 'correction' as const, note: 'সংখ্যাটি ভুল ছিল' }

    await runCommand(db(), subEditor, noteChange, { ...(await ref(id)), ...change }, noon)

    expect(await read(id)).toMatchObject({ headline: 'সংশোধিত শিরোনাম', notedChangeAt: noon })
    expect(await db().correction.findMany()).toMatchObject([{ articleId: id, ...change, at: noon }])
    expect(await revisions(id)).toMatchObject([{ reason: 'correction' }])
  })

  test('takes the bylines and topics of the working copy along', async () => {
    const id = await published()
    const [person] = await db().contributor.findMany({ where: { slug: 'rahnuma' } })
    const [topic] = await db().topic.findMany({ take: 1 })
    const contributorIds = [person?.id ?? 0]
    const topicIds = [topic?.id ?? 0]
    await write(id, subEditor, { contributorIds, topicIds })
    const change = { kind: 'correction' as const, note: 'লেখকের নাম বাদ পড়েছিল' }

    await runCommand(db(), subEditor, noteChange, { ...(await ref(id)), ...change }, noon)

    expect(await db().byline.findMany({ where: { articleId: id } })).toMatchObject(
      contributorIds.map((contributorId) => ({ contributorId })),
    )
    expect(await db().articleTopic.findMany({ where: { articleId: id } })).toMatchObject(
      topicIds.map((topicId) => ({ topicId })),
    )
  })

  test('or made without a word, and then no stamp moves', async () => {
    const id = await published()
    await write(id, subEditor, { headline: 'বানান ঠিক করা' })

    await runCommand(db(), subEditor, publishSilentEdit, { ...(await ref(id)), why: 'বানান' }, noon)

    expect(await read(id)).toMatchObject({ headline: 'বানান ঠিক করা', notedChangeAt: null })
    expect(await db().correction.count()).toBe(0)
    expect(await revisions(id)).toMatchObject([{ reason: 'edited: বানান' }])
  })

  test('is nothing where nothing was written', async () => {
    const id = await published()

    expect(
      reasonOf(await runCommand(db(), subEditor, publishSilentEdit, await ref(id), noon)),
    ).toBe('nothingChanged')
  })

  test.each(['draft', 'inReview'] as const)('of a story %s is no change', async (status) => {
    const id = await add({ status })
    const change = { kind: 'update' as const, note: 'নতুন তথ্য' }

    expect(
      reasonOf(await runCommand(db(), editor, noteChange, { ...(await ref(id)), ...change }, noon)),
    ).toBe('notPublished')
    expect(reasonOf(await runCommand(db(), editor, publishSilentEdit, await ref(id), noon))).toBe(
      'notPublished',
    )
  })
})

describe('a look at readers’ pages', () => {
  test('is asked for once, however often it is clicked', async () => {
    const id = await published()

    await Promise.all(
      [1, 2, 3].map(() => runCommand(db(), subEditor, requestPublicationCheck, { id }, noon)),
    )

    expect(await db().outboxEvent.findMany()).toMatchObject([
      { articleId: id, command: 'requestPublicationCheck' },
    ])
  })

  test('has nothing to look for before readers have the story', async () => {
    const id = await add()

    expect(reasonOf(await runCommand(db(), editor, requestPublicationCheck, { id }, noon))).toBe(
      'notPublished',
    )
  })
})

type Ref = Awaited<ReturnType<typeof ref>>
const commands: Record<string, (actor: Actor | null, seen: Ref) => Promise<Outcome>> = {
  submitStory: (actor, seen) => runCommand(db(), actor, submitStory, seen, noon),
  sendBack: (actor, seen) => runCommand(db(), actor, sendBack, { ...seen, note: 'আবার লিখুন' }, noon),
  publishStory: (actor, seen) => runCommand(db(), actor, publishStory, seen, noon),
  scheduleStory: (actor, seen) =>
    runCommand(db(), actor, scheduleStory, { ...seen, publishAt: at(hours(1)) }, noon),
  setEmbargo: (actor, seen) =>
    runCommand(db(), actor, setEmbargo, { ...seen, embargoUntil: at(hours(1)) }, noon),
  noteChange: (actor, seen) =>
    runCommand(db(), actor, noteChange, { ...seen, kind: 'update', note: 'নতুন' }, noon),
  publishSilentEdit: (actor, seen) => runCommand(db(), actor, publishSilentEdit, seen, noon),
  requestPublicationCheck: (actor, { id }) =>
    runCommand(db(), actor, requestPublicationCheck, { id }, noon),
}
const desk = ['editor', 'admin', 'system']
const table = ['subEditor', ...desk]
const allowed: Record<string, string[]> = {
  submitStory: ['reporter', 'subEditor', 'editor', 'admin'],
  sendBack: table,
  publishStory: desk,
  scheduleStory: desk,
  setEmbargo: desk,
  noteChange: table,
  publishSilentEdit: table,
  requestPublicationCheck: table,
}
const states: Record<string, () => Promise<number>> = {
  submitStory: add,
  sendBack: inReview,
  publishStory: inReview,
  scheduleStory: inReview,
  setEmbargo: inReview,
  noteChange: published,
  publishSilentEdit: async () => {
    const id = await published()
    await write(id, editor, { headline: 'বদলানো' })
    return id
  },
  requestPublicationCheck: published,
}
const names = Object.keys(commands)

describe.each(names)('%s', (name) => {
  const command = commands[name] ?? (() => Promise.reject(new Error(name)))
  const state = states[name] ?? (() => Promise.reject(new Error(name)))

  test.each([...roles, null])('by %s', async (role) => {
    const id = await state()
    const seen = await ref(id)
    const before = await dumpDatabase()

    const outcome = await command(role && testActor(role), seen)

    const may = role !== null && allowed[name]?.includes(role)
    expect(outcome.ok).toBe(may)
    const refusal = role ? 'notAllowed' : 'notSignedIn'
    expect(reasonOf(outcome)).toBe(may ? null : refusal)
    expect(may || JSON.stringify(await dumpDatabase()) === JSON.stringify(before)).toBe(true)
  })

  test.each([
    ['a number of no story', { id: 9_999 }, 'noSuchStory'],
    ['no number', { id: 'এক' }, 'invalid'],
    ['a number no story can have', { id: 2 ** 40 }, 'invalid'],
    ['nothing at all', { id: undefined }, 'invalid'],
    [
      'an old version',
      { expectedVersion: 77 },
      name === 'requestPublicationCheck' ? null : 'outdated',
    ],
  ])('with %s', async (_, wrong, reason) => {
    const id = await state()
    const seen = { ...(await ref(id)), ...wrong } as Ref

    const outcome = await command(editor, seen)

    expect(reasonOf(outcome)).toBe(reason)
  })
})
