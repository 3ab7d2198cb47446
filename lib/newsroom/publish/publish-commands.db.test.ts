import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { findArticle, findLatestPage } from '@/lib/articles/queries'
import type { StoryResult } from '@/lib/articles/save-story'
import { type CommandDefinition, runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import { findSentBack } from '@/lib/newsroom/draft/working-copy-queries'
import type { Outcome, Refusal } from '@/lib/outcome'
import { pageSize } from '@/lib/public-lists/list-pages'
import {
  editor,
  listInvalidatedTags,
  reporter,
  subEditor,
  testActor,
  whileInvalidationFails,
} from '@/tools/test-harness/fixtures/actors'
import { editStateOf, openTab, saveInCopy } from '@/tools/test-harness/fixtures/editor-tabs'
import { listenToNewsroom } from '@/tools/test-harness/fixtures/newsroom-listener'
import {
  anyVersion,
  listRevisionsOf,
  readStory,
  reasonOf,
  seenVersion,
} from '@/tools/test-harness/fixtures/stories'
import {
  at,
  dumpDatabase,
  hours,
  insertStories,
  insertStory,
  minutes,
  noon,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { noteChange } from './edit-commands'
import {
  finalizeScheduled,
  moveStory,
  publishStory,
  requestPublicationCheck,
  restoreStory,
  scheduleStory,
  sendBack,
  setEmbargo,
  submitStory,
  unscheduleStory,
  withdrawStory,
} from './publish-commands'
import { findPublishingState } from './publishing-state-queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

/** A reporter's story in পুরান ঢাকা under ঢাকা under সারাদেশ, by a person, on a topic. */
const published = (options: StoryOptions = {}) =>
  insertStory(paper, {
    categoryId: paper.oldDhaka.id,
    contributorIds: [paper.person.id],
    topicIds: [paper.flood.id],
    ownerId: reporter.id,
    ...options,
  })
const draft = (options: StoryOptions = {}) =>
  published({ status: 'draft', publishAt: null, ...options })
const inReview = (options: StoryOptions = {}) => draft({ status: 'inReview', ...options })
const planned = (options: StoryOptions = {}) =>
  published({ status: 'scheduled', publishAt: at(hours(1)), publishedAt: null, ...options })
const withdrawn = () => published({ status: 'withdrawn', withdrawnAt: noon })

const scheduler = testActor('system')
const actorOf = ({ permission }: { permission: string }) =>
  permission === 'finalize' ? scheduler : editor

/** Runs a command of the editor, or of the scheduler, at noon. */
const run = <Schema extends z.ZodType, Result extends StoryResult>(
  command: CommandDefinition<Schema, Result>,
  input: unknown,
) => runCommand(db(), actorOf(command), command, input as z.input<Schema>, noon)

function changeOf(outcome: Outcome<StoryResult>) {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.change
}

/** The tags of all that lists a story of `published`. */
const listTags = (id: number) =>
  [
    `article:${id}`,
    'front',
    'latest',
    'category:old-dhaka',
    'category:dhaka',
    'category:country',
    'topic:flood',
    'author:rahnuma',
    'month:2026-03',
  ].toSorted()

describe('what withdrawing a story frees', () => {
  test.each([
    ['nothing of the front page', async () => undefined, []],
    [
      'its place there',
      (articleId: number) => db().frontPin.create({ data: { position: 0, articleId } }),
      ['pin'],
    ],
    [
      'the strip of breaking news',
      (articleId: number) => db().breakingNews.create({ data: { text: 'এইমাত্র', articleId } }),
      ['breaking'],
    ],
    [
      'no place whose time has passed',
      (articleId: number) =>
        db().frontPin.create({ data: { position: 0, articleId, until: at(-minutes(1)) } }),
      [],
    ],
  ])('is told beforehand: %s', async (_, hold, places) => {
    const id = await insertStory(paper)
    await hold(id)

    expect(await findPublishingState(editor, id, noon)).toMatchObject({ frontPlaces: places })
  })
})

describe('submitting and sending back', () => {
  test('a reporter submits what they wrote, with a note for the desk, and writes no more', async () => {
    const id = await draft()
    await saveInCopy(reporter, id, { headline: 'নতুন শিরোনাম' })

    const sent = { ...(await seenVersion(id)), note: 'ছবি পরে আসবে' }
    const outcome = await runCommand(db(), reporter, submitStory, sent, noon)

    expect(outcome.ok).toBe(true)
    expect(await readStory(id)).toMatchObject({ status: 'inReview', headline: 'নতুন শিরোনাম' })
    expect(await db().reviewNote.findMany()).toMatchObject([
      { kind: 'submitted', note: 'ছবি পরে আসবে', byName: reporter.name, at: noon },
    ])
    expect(await listRevisionsOf(id)).toMatchObject([{ number: 1, reason: 'submitted' }])
    await expect(saveInCopy(reporter, id, { headline: 'আবার' })).rejects.toThrow('handedIn')
  })

  test('a story that is sent back says why, and its reporter writes again', async () => {
    const id = await inReview()

    const sent = { ...(await seenVersion(id)), note: 'সূত্র লিখুন' }
    await runCommand(db(), subEditor, sendBack, sent, noon)

    expect(await readStory(id)).toMatchObject({ status: 'draft' })
    expect(await findPublishingState(reporter, id, noon)).toMatchObject({
      reviewMessages: [{ kind: 'sentBack', note: 'সূত্র লিখুন' }],
    })
    expect(await findSentBack(id)).toEqual({ by: subEditor.name, note: 'সূত্র লিখুন' })
    await saveInCopy(reporter, id, { headline: 'সূত্রসহ' })
    const again = await runCommand(db(), reporter, submitStory, await seenVersion(id), noon)
    expect(reasonOf(again)).toBeNull()
    expect(await findSentBack(id)).toBeNull()
  })

  test('releases the edit lock, so that the next user can write', async () => {
    const id = await draft()
    await saveInCopy(reporter, id, { headline: 'নতুন শিরোনাম' })

    await runCommand(db(), reporter, submitStory, await seenVersion(id), noon)
    expect(await editStateOf(id)).toMatchObject({ lockHolder: null })
    await saveInCopy(subEditor, id, { headline: 'টেবিলের শিরোনাম' })
    const sent = { ...(await seenVersion(id)), note: 'সূত্র লিখুন' }
    await runCommand(db(), subEditor, sendBack, sent, noon)

    expect(await editStateOf(id)).toMatchObject({ lockHolder: null })
    expect(await openTab(reporter, id, 'back').open()).toMatchObject({
      state: { lockHolder: { userId: reporter.id } },
    })
  })

  test('a reporter does not submit the draft of somebody else', async () => {
    const id = await draft({ ownerId: null })

    const outcome = await runCommand(db(), reporter, submitStory, await seenVersion(id), noon)

    expect(outcome).toMatchObject({ reason: 'notYours' })
  })
})

describe('publishing', () => {
  test('gives readers what was written, as one save and one revision', async () => {
    const id = await inReview({ kicker: 'বন্যা' })
    await saveInCopy(editor, id, { headline: 'সম্পাদকের শিরোনাম' })

    const outcome = await run(publishStory, await seenVersion(id))

    expect(outcome).toMatchObject({ ok: true, story: { id, version: 2 } })
    expect(await readStory(id)).toMatchObject({
      status: 'published',
      publishAt: noon,
      publishedAt: noon,
      publicAt: noon,
      headline: 'সম্পাদকের শিরোনাম',
      version: 2,
    })
    expect((await findArticle(id, noon))?.kind).toBe('public')
    expect((await findLatestPage(null, noon))?.stories.map((story) => story.id)).toEqual([id])
    expect(await listRevisionsOf(id)).toMatchObject([
      {
        number: 1,
        reason: 'published',
        snapshot: {
          headline: 'সম্পাদকের শিরোনাম',
          kicker: 'বন্যা',
          categoryId: paper.oldDhaka.id,
          contributorIds: [paper.person.id],
          topicIds: [paper.flood.id],
        },
      },
    ])
    expect(await db().outboxEvent.findMany()).toMatchObject([
      { articleId: id, command: 'publishStory' },
    ])
    expect(await db().workingCopy.findFirst()).toMatchObject({ isChanged: false, baseVersion: 2 })
  })

  test('takes a planned story before its time', async () => {
    const id = await planned()

    await run(publishStory, anyVersion(id))

    expect(await readStory(id)).toMatchObject({ status: 'published', publishAt: noon })
  })

  test('does not take what was written after the editor looked', async () => {
    const id = await inReview()
    const seen = await seenVersion(id)
    await saveInCopy(subEditor, id, { headline: 'পরে লেখা' })

    expect(reasonOf(await run(publishStory, seen))).toBe('outdated')
    expect(await readStory(id)).toMatchObject({ status: 'inReview' })
  })
})

describe('a plan', () => {
  test('takes what was written along, and waits for its time and for the embargo', async () => {
    const id = await inReview()
    await saveInCopy(editor, id, { headline: 'আগামীর খবর' })
    const plan = { publishAt: at(hours(1)), embargoUntil: at(hours(2)) }

    await run(scheduleStory, { ...(await seenVersion(id)), ...plan })

    expect(await readStory(id)).toMatchObject({
      status: 'scheduled',
      ...plan,
      publicAt: at(hours(2)),
      publishedAt: null,
      headline: 'আগামীর খবর',
    })
    expect(await findArticle(id, at(hours(2) - 1))).toBeNull()
    expect((await findArticle(id, at(hours(2))))?.kind).toBe('public')
  })

  test.each<[string, string | Date, Refusal | null]>([
    ['a time that has passed', at(-hours(1)), 'hourPassed'],
    ['the present time', noon, 'hourPassed'],
    ['a text that is no time', 'আগামীকাল', 'invalid'],
    ['a time as Bengali papers print it', '২৬ মার্চ ২০২৬, ০৮:০২ পিএম', null],
    ['a time as JSON carries it', '2026-03-26T14:02:00.000Z', null],
  ])('with %s', async (_, publishAt, reason) => {
    const id = await inReview()

    const outcome = await run(scheduleStory, { ...(await seenVersion(id)), publishAt })

    expect(reasonOf(outcome)).toBe(reason)
    expect((await readStory(id)).publishAt).toEqual(
      reason ? null : new Date('2026-03-26T14:02:00.000Z'),
    )
  })

  test('leaves the embargo as it is unless it says otherwise', async () => {
    const id = await inReview()
    const publishAt = at(hours(1))
    await run(setEmbargo, { ...anyVersion(id), embargoUntil: at(hours(5)) })

    await run(scheduleStory, { ...(await seenVersion(id)), publishAt })
    const kept = await readStory(id)
    const early = await run(publishStory, await seenVersion(id))
    await run(scheduleStory, { ...anyVersion(id), publishAt, embargoUntil: null })
    const lifted = await readStory(id)

    expect(kept).toMatchObject({ publicAt: at(hours(5)), publishAt })
    expect(reasonOf(early)).toBe('embargoed')
    expect(lifted.publicAt).toEqual(publishAt)
  })

  test('that is given up leaves a draft with its embargo', async () => {
    const id = await planned({ embargoUntil: at(hours(2)) })

    const change = changeOf(await run(unscheduleStory, anyVersion(id)))

    expect(await readStory(id)).toMatchObject({
      status: 'draft',
      publishAt: null,
      embargoUntil: at(hours(2)),
    })
    expect(change).toMatchObject({ after: null })
  })

  test('whose time has passed is recorded as published by the next save', async () => {
    const id = await planned({ publishAt: at(-hours(1)) })

    await run(moveStory, { ...anyVersion(id), category: 'sports' })

    expect(await readStory(id)).toMatchObject({ status: 'published', publishedAt: at(-hours(1)) })
  })

  test('an embargo is lifted', async () => {
    const id = await inReview({ embargoUntil: at(hours(5)) })

    await run(setEmbargo, { ...anyVersion(id), embargoUntil: null })

    expect(await readStory(id)).toMatchObject({ embargoUntil: null })
  })
})

describe('a story whose time has come', () => {
  const due = () => planned({ publishAt: at(-minutes(1)), embargoUntil: at(-1) })

  test('is finalized with that time', async () => {
    const id = await due()

    await run(finalizeScheduled, { id })

    expect(await readStory(id)).toMatchObject({ status: 'published', publishedAt: at(-1) })
    expect(await listRevisionsOf(id)).toMatchObject([{ reason: 'finalized' }])
  })

  test('does not outdate what somebody is writing in it at that moment', async () => {
    const id = await due()

    const outcome = await run(finalizeScheduled, { id })
    const moved = await run(moveStory, { ...anyVersion(id, 1), category: 'sports' })

    expect(outcome).toMatchObject({ ok: true, story: { id, version: 1 } })
    expect(moved).toMatchObject({ ok: true, story: { id, version: 2 } })
  })

  test('is finalized once by several workers', async () => {
    const id = await due()

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => run(finalizeScheduled, { id })),
    )

    expect(outcomes.map(reasonOf).toSorted()).toEqual([...Array(7).fill('notScheduled'), null])
    expect(await listRevisionsOf(id)).toHaveLength(1)
    expect(await db().auditEntry.count({ where: { articleId: id } })).toBe(1)
  })

  test('is told to the users who have it open', async () => {
    const id = await due()
    await using newsroom = await listenToNewsroom()

    await run(finalizeScheduled, { id })

    expect(await newsroom.received()).toContainEqual({ articleId: id, what: 'story' })
  })
})

describe('withdrawing', () => {
  const reason = 'তথ্য যাচাই হয়নি'

  test('leaves 410 at the story’s address and takes it out of every list', async () => {
    const id = await published()

    const change = changeOf(await run(withdrawStory, { ...anyVersion(id), reason }))

    expect(await findArticle(id, noon)).toEqual({
      kind: 'withdrawn',
      headline: null,
      reason: null,
    })
    expect((await findLatestPage(null, noon))?.stories).toEqual([])
    expect((await readStory(id)).withdrawnAt).toEqual(noon)
    expect(await listRevisionsOf(id)).toMatchObject([{ reason: `withdrawn: ${reason}` }])
    expect(change).toMatchObject({ after: null })
  })

  test('frees the story’s place on the front', async () => {
    const [id, other] = [await published(), await published()]
    await db().frontPin.createMany({
      data: [id, other].map((articleId, position) => ({ articleId, position })),
    })

    await run(withdrawStory, { ...anyVersion(id), reason })

    expect((await db().frontPin.findMany()).map((pin) => pin.articleId)).toEqual([other])
  })

  test('tells readers what its editor says: the reason, and the headline', async () => {
    const id = await published({ headline: 'ভুল খবর' })

    const notice = { publicReason: ' তথ্যটি ভুল ছিল। ', showsHeadline: true }
    await run(withdrawStory, { ...anyVersion(id), reason, ...notice })

    expect(await findArticle(id, noon)).toEqual({
      kind: 'withdrawn',
      headline: 'ভুল খবর',
      reason: 'তথ্যটি ভুল ছিল।',
    })
  })

  test('is undone on the front page too, as far as the places are free', async () => {
    const [id, other] = [await published(), await published()]
    await db().frontPin.create({ data: { position: 1, articleId: id, until: at(hours(2)) } })
    await db().frontBlockPin.create({ data: { categoryId: paper.sports.id, articleId: id } })
    await db().breakingNews.create({ data: { text: 'এইমাত্র', articleId: id } })
    await run(withdrawStory, { ...anyVersion(id), reason })
    await db().frontBlockPin.create({ data: { categoryId: paper.sports.id, articleId: other } })

    await run(restoreStory, anyVersion(id))

    expect(await db().frontPin.findMany()).toEqual([
      { position: 1, articleId: id, until: at(hours(2)) },
    ])
    expect(await db().frontBlockPin.findMany()).toMatchObject([{ articleId: other }])
    expect(await db().breakingNews.findMany()).toMatchObject([{ text: 'এইমাত্র', articleId: id }])
  })

  test('is undone without a place whose time has passed', async () => {
    const id = await published()
    await db().frontPin.create({ data: { position: 1, articleId: id, until: at(-minutes(1)) } })
    await run(withdrawStory, { ...anyVersion(id), reason })

    await run(restoreStory, anyVersion(id))

    expect(await db().frontPin.count()).toBe(0)
  })

  test('is undone by restoring: the story has its earlier time again', async () => {
    const id = await published()
    await run(withdrawStory, { ...anyVersion(id), reason })

    const change = changeOf(await run(restoreStory, anyVersion(id)))

    expect(await readStory(id)).toMatchObject({
      status: 'published',
      withdrawnAt: null,
      publicAt: at(-hours(1)),
      publishedAt: at(-hours(1)),
      version: 3,
    })
    expect(change).toMatchObject({ before: null })
  })
})

test('moving gives the story to another category', async () => {
  const id = await published()

  const change = changeOf(await run(moveStory, { ...anyVersion(id), category: 'sports' }))

  expect(await findArticle(id, noon)).toMatchObject({ article: { category: { slug: 'sports' } } })
  expect(change).toMatchObject({
    before: { categorySlugs: ['old-dhaka', 'dhaka', 'country'] },
    after: { categorySlugs: ['sports'] },
  })
})

type Decide = (id: number) => Promise<Outcome<StoryResult>>
const decisions = {
  submit: (id) => run(submitStory, { ...anyVersion(id), copyVersion: null }),
  sendBack: (id) => run(sendBack, { ...anyVersion(id), copyVersion: null, note: 'আবার' }),
  publish: (id) => run(publishStory, anyVersion(id)),
  schedule: (id) => run(scheduleStory, { ...anyVersion(id), publishAt: at(hours(1)) }),
  unschedule: (id) => run(unscheduleStory, anyVersion(id)),
  finalize: (id) => run(finalizeScheduled, { id }),
  note: (id) => run(noteChange, { ...anyVersion(id), kind: 'update', note: 'নতুন' }),
  withdraw: (id) => run(withdrawStory, { ...anyVersion(id), reason: 'ভুল' }),
  restore: (id) => run(restoreStory, anyVersion(id)),
  move: (id) => run(moveStory, { ...anyVersion(id), category: 'sports' }),
  requestCheck: (id) => run(requestPublicationCheck, { id }),
} satisfies Record<string, Decide>
type Decision = keyof typeof decisions

describe('pages are stale where the story stood and where it stands', () => {
  test.each<[Decision, () => Promise<number>, more: string[]]>([
    ['publish', draft, []],
    // Documents learn from it when to show the story.
    ['schedule', draft, []],
    ['unschedule', planned, []],
    ['finalize', () => planned({ publishAt: at(-minutes(1)) }), []],
    ['withdraw', published, []],
    ['restore', withdrawn, []],
    ['move', published, ['category:sports']],
  ])('after %s', async (decision, make, more) => {
    const id = await make()

    const change = changeOf(await decisions[decision](id))

    expect(await listInvalidatedTags()).toEqual(tagsTouchedBy(change).toSorted())
    expect(await listInvalidatedTags()).toEqual([...listTags(id), ...more].toSorted())
  })

  test('and none after a draft has moved', async () => {
    await decisions.move(await draft())

    expect(await listInvalidatedTags()).toEqual([])
  })
})

describe('the full pages of lists are closed', () => {
  const fill = (categoryId: number) =>
    insertStories(2 * pageSize - 1, {
      from: at(-hours(2)),
      stepMs: minutes(1),
      categoryIds: [categoryId],
      contributorId: paper.person.id,
      topicId: paper.flood.id,
    })
  const closedPages = async () =>
    (await db().listPage.findMany({ orderBy: { list: 'asc' } })).map(({ list, number }) => [
      list,
      number,
    ])

  test('by publishing', async () => {
    await fill(paper.oldDhaka.id)
    const id = await draft()

    await decisions.publish(id)

    expect(await closedPages()).toEqual(
      [
        `author:${paper.person.id}`,
        `category:${paper.country.id}`,
        `category:${paper.dhaka.id}`,
        `category:${paper.oldDhaka.id}`,
        'latest',
        `topic:${paper.flood.id}`,
      ].map((list) => [list, 2]),
    )
  })

  test('by moving, in the new category', async () => {
    await fill(paper.sports.id)

    await decisions.move(await published())

    expect(await closedPages()).toContainEqual([`category:${paper.sports.id}`, 2])
  })
})

describe('a decision that a rule refuses leaves everything as it was', () => {
  const move = (category: string) => (id: number) => run(moveStory, { ...anyVersion(id), category })
  const embargo = (id: number) => run(setEmbargo, { ...anyVersion(id), embargoUntil: at(-1) })
  test.each<[string, () => Promise<number>, Decide, Refusal]>([
    ['publishing a public story', published, decisions.publish, 'alreadyPublished'],
    [
      'publishing under embargo',
      () => draft({ embargoUntil: at(1) }),
      decisions.publish,
      'embargoed',
    ],
    ['publishing an empty story', () => draft({ body: [] }), decisions.publish, 'emptyStory'],
    ['publishing from the trash', () => draft({ trashedAt: noon }), decisions.publish, 'trashed'],
    ['an embargo until a time that has passed', draft, embargo, 'hourPassed'],
    ['giving up a plan that does not exist', draft, decisions.unschedule, 'notScheduled'],
    ['withdrawing a draft', draft, decisions.withdraw, 'notPublished'],
    ['withdrawing a planned story', planned, decisions.withdraw, 'notPublished'],
    ['restoring a public story', published, decisions.restore, 'notWithdrawn'],
    ['finalizing before the time', planned, decisions.finalize, 'notDue'],
    ['finalizing a published story', published, decisions.finalize, 'notScheduled'],
    ['moving to an unknown category', published, move('nowhere'), 'noSuchCategory'],
    ['moving to its own category', published, move('old-dhaka'), 'sameCategory'],
    ['noting a change of a draft', draft, decisions.note, 'notPublished'],
    ['checking the pages of a draft', draft, decisions.requestCheck, 'notPublished'],
  ])('%s', async (_, make, decide, reason) => {
    const id = await make()
    const before = await dumpDatabase()

    expect(await decide(id)).toEqual({ ok: false, reason })
    expect(await dumpDatabase()).toEqual(before)
  })

  test.each(Object.keys(decisions) as Decision[])('%s of no story', async (decision) => {
    expect(await decisions[decision](404)).toEqual({ ok: false, reason: 'noSuchStory' })
    for (const id of ['এক', 2 ** 40, undefined])
      expect(await decisions[decision](id as number)).toMatchObject({ reason: 'invalid' })
  })

  test.each([
    ['publishAt', scheduleStory, { publishAt: 'পরশু' }],
    ['reason', withdrawStory, { reason: ' ' }],
    ['note', sendBack, { note: ' \n ', copyVersion: null }],
  ])('an invalid %s is named', async (field, command, input) => {
    const outcome = await run(command as typeof publishStory, { ...anyVersion(1), ...input })

    expect(outcome).toEqual({ ok: false, reason: 'invalid', fields: [field] })
  })
})

describe('at the same time', () => {
  test('of two decisions on the same version one is refused', async () => {
    const id = await published()

    const outcomes = await Promise.all([
      run(moveStory, { ...anyVersion(id, 1), category: 'sports' }),
      run(withdrawStory, { ...anyVersion(id, 1), reason: 'ভুল' }),
    ])

    expect(outcomes.map(reasonOf).toSorted()).toEqual([null, 'outdated'].toSorted())
    expect((await readStory(id)).version).toBe(2)
    expect(await listRevisionsOf(id)).toHaveLength(1)
  })

  test('of several clicks one publishes, and the workers learn of it once', async () => {
    const id = await inReview()
    const seen = await seenVersion(id)

    const outcomes = await Promise.all([1, 2, 3].map(() => run(publishStory, seen)))

    expect(outcomes.map(reasonOf).toSorted()).toEqual([null, 'outdated', 'outdated'].toSorted())
    expect(await db().outboxEvent.count()).toBe(1)
  })

  test('a version that was never there is outdated as well', async () => {
    expect(reasonOf(await run(publishStory, anyVersion(await draft(), 7)))).toBe('outdated')
  })

  test('many stories that are published all come into their lists', async () => {
    const ids: number[] = []
    for (let count = 0; count < 12; count += 1) ids.push(await draft())

    const outcomes = await Promise.all(ids.map((id) => run(publishStory, anyVersion(id, 1))))

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(12)
    const latest = await findLatestPage(null, noon)
    expect(latest?.stories.map((story) => story.id)).toEqual(ids.toReversed())
  })

  test('several requests for a publication check are one', async () => {
    const id = await published()

    await Promise.all([1, 2, 3].map(() => decisions.requestCheck(id)))

    expect(await db().outboxEvent.findMany()).toMatchObject([
      { articleId: id, command: 'requestPublicationCheck' },
    ])
  })
})

test('a change that cannot be announced to the servers is not made', async () => {
  const id = await draft()
  const before = await dumpDatabase()

  await whileInvalidationFails(async () => {
    await expect(decisions.publish(id)).rejects.toThrow()
  })

  expect(await dumpDatabase()).toEqual(before)
})
