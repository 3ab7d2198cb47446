import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle, findLatestPage } from '@/lib/articles/queries'
import type { StoryResult } from '@/lib/articles/save-story'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import type { Outcome } from '@/lib/outcome'
import { pageSize } from '@/lib/public-lists/list-pages'
import {
  editor,
  listInvalidatedTags,
  testActor,
  whileInvalidationFails,
} from '@/tools/test-harness/fixtures/actors'
import { listenToNewsroom } from '@/tools/test-harness/fixtures/newsroom-listener'
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
import {
  finalizeScheduled,
  moveStory,
  publishStory,
  restoreStory,
  scheduleStory,
  unscheduleStory,
  withdrawStory,
} from './publish-commands'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

/** A story in পুরান ঢাকা under ঢাকা under সারাদেশ, by a person, on a topic. */
const add = (overrides: StoryOptions) =>
  insertStory(paper, {
    categoryId: paper.oldDhaka.id,
    contributorIds: [paper.person.id],
    topicIds: [paper.flood.id],
    ...overrides,
  })
const draft = (overrides: StoryOptions = {}) =>
  add({ status: 'draft', publishAt: null, ...overrides })
const planned = (overrides: StoryOptions = {}) =>
  add({ status: 'scheduled', publishAt: at(hours(1)), publishedAt: null, ...overrides })
const ref = (id: number, expectedVersion: number | null = null) => ({ id, expectedVersion })
const read = (id: number) => db().article.findUniqueOrThrow({ where: { id } })
const revisions = (id: number) =>
  db().revision.findMany({ where: { articleId: id }, orderBy: { number: 'asc' } })

function changeOf(outcome: Outcome<StoryResult>) {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.change
}

/** All that lists a story of `add`. */
const shown = (id: number) =>
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

describe('publishing', () => {
  test('gives readers the story from now on', async () => {
    const id = await draft()

    const outcome = await runCommand(db(), editor, publishStory, ref(id, 1), noon)

    expect(outcome).toMatchObject({ ok: true, story: { id, version: 2 } })
    expect(await read(id)).toMatchObject({
      status: 'published',
      publishAt: noon,
      publishedAt: noon,
      publicAt: noon,
      version: 2,
    })
    expect((await findArticle(id, noon))?.kind).toBe('public')
    expect((await findLatestPage(null, noon))?.stories.map((story) => story.id)).toEqual([id])
  })

  test('makes stale what lists the story, and nothing else', async () => {
    const id = await draft()

    const change = changeOf(await runCommand(db(), editor, publishStory, ref(id), noon))

    expect(change).toMatchObject({ kind: 'article', before: null })
    expect(await listInvalidatedTags()).toEqual(tagsTouchedBy(change).toSorted())
    expect(await listInvalidatedTags()).toEqual(shown(id))
  })

  test('takes a planned story before its hour', async () => {
    const id = await planned()

    await runCommand(db(), editor, publishStory, ref(id), noon)

    expect(await read(id)).toMatchObject({ status: 'published', publishAt: noon })
  })

  test('keeps a revision with all that readers see of the story', async () => {
    const id = await draft({ kicker: 'বন্যা' })

    await runCommand(db(), editor, publishStory, ref(id), noon)

    expect(await revisions(id)).toMatchObject([
      {
        number: 1,
        reason: 'published',
        snapshot: {
          headline: 'নদীর পানি বাড়ছে',
          kicker: 'বন্যা',
          categoryId: paper.oldDhaka.id,
          contributorIds: [paper.person.id],
          topicIds: [paper.flood.id],
        },
      },
    ])
  })

  test('closes the full pages of the lists', async () => {
    await insertStories(2 * pageSize - 1, {
      from: at(-hours(2)),
      stepMs: minutes(1),
      categoryIds: [paper.oldDhaka.id],
      contributorId: paper.person.id,
      topicId: paper.flood.id,
    })
    const id = await draft()
    const before = await db().listPage.count()

    await runCommand(db(), editor, publishStory, ref(id), noon)
    const closed = await db().listPage.findMany({ orderBy: { list: 'asc' } })

    expect(before).toBe(0)
    expect(closed.map((page) => [page.list, page.number])).toEqual(
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
})

describe('a plan', () => {
  test('waits for its hour and for the source’s', async () => {
    const id = await draft()
    const plan = { publishAt: at(hours(1)), embargoUntil: at(hours(2)) }

    const change = changeOf(
      await runCommand(db(), editor, scheduleStory, { ...ref(id), ...plan }, noon),
    )

    expect(await read(id)).toMatchObject({ status: 'scheduled', ...plan, publicAt: at(hours(2)) })
    expect(await findArticle(id, at(hours(2) - 1))).toBeNull()
    expect((await findArticle(id, at(hours(2))))?.kind).toBe('public')
    // Documents learn from it when to show the story.
    expect(await listInvalidatedTags()).toEqual(tagsTouchedBy(change).toSorted())
    expect(await listInvalidatedTags()).toEqual(shown(id))
  })

  test('may be written as Bengali papers print it', async () => {
    const id = await draft()

    await runCommand(
      db(),
      editor,
      scheduleStory,
      { ...ref(id), publishAt: '২০ মে ২০২৬, ০৮:০২ পিএম' },
      noon,
    )

    expect((await read(id)).publishAt).toEqual(new Date('2026-05-20T14:02:00Z'))
  })

  test('leaves the embargo as it is unless it says otherwise', async () => {
    const id = await draft({ embargoUntil: at(hours(3)) })
    const publishAt = at(hours(1))

    await runCommand(db(), editor, scheduleStory, { ...ref(id), publishAt }, noon)
    const workingCopy = await read(id)
    await runCommand(
      db(),
      editor,
      scheduleStory,
      { ...ref(id), publishAt, embargoUntil: null },
      noon,
    )
    const lifted = await read(id)

    expect([workingCopy.publicAt, lifted.publicAt]).toEqual([at(hours(3)), at(hours(1))])
  })

  test('is taken back with the story, which is a draft again', async () => {
    const id = await planned({ embargoUntil: at(hours(2)) })

    const change = changeOf(await runCommand(db(), editor, unscheduleStory, ref(id), noon))

    expect(await read(id)).toMatchObject({
      status: 'draft',
      publishAt: null,
      embargoUntil: at(hours(2)),
    })
    expect(change).toMatchObject({ after: null })
    expect(await listInvalidatedTags()).toEqual(shown(id))
  })

  test('whose hour has passed is written down as published by the next save', async () => {
    const id = await planned({ publishAt: at(-hours(1)) })

    await runCommand(db(), editor, moveStory, { ...ref(id), category: 'sports' }, noon)

    expect(await read(id)).toMatchObject({ status: 'published', publishedAt: at(-hours(1)) })
  })
})

describe('a story whose hour has come', () => {
  const clock = testActor('system')
  const due = () => planned({ publishAt: at(-minutes(1)), embargoUntil: at(-1) })

  test('is written down as published then, and its lists are made anew', async () => {
    const id = await due()

    const change = changeOf(await runCommand(db(), clock, finalizeScheduled, { id }, noon))

    expect(await read(id)).toMatchObject({ status: 'published', publishedAt: at(-1) })
    expect((await revisions(id)).map((each) => each.reason)).toEqual(['finalized'])
    expect(await listInvalidatedTags()).toEqual(tagsTouchedBy(change).toSorted())
    expect(await listInvalidatedTags()).toEqual(shown(id))
  })

  test('does not outdate what somebody is writing in it at that moment', async () => {
    const id = await due()

    const outcome = await runCommand(db(), clock, finalizeScheduled, { id }, noon)
    const moved = await runCommand(
      db(),
      editor,
      moveStory,
      { ...ref(id, 1), category: 'sports' },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { id, version: 1 } })
    expect(moved).toMatchObject({ ok: true, story: { id, version: 2 } })
  })

  test('is written down once, whoever tries at the same time', async () => {
    const id = await due()

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => runCommand(db(), clock, finalizeScheduled, { id }, noon)),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(outcomes.map((each) => (each.ok ? 'done' : each.reason)))).toEqual(
      new Set(['done', 'notScheduled']),
    )
    expect(await revisions(id)).toHaveLength(1)
    expect(await db().auditEntry.count({ where: { articleId: id } })).toBe(1)
  })

  test('is told to whoever has it open', async () => {
    const id = await due()
    await using newsroom = await listenToNewsroom()

    await runCommand(db(), clock, finalizeScheduled, { id }, noon)

    expect(await newsroom.received()).toContainEqual({ articleId: id, what: 'story' })
  })
})

describe('withdrawing', () => {
  const reason = 'তথ্য যাচাই হয়নি'

  test('leaves 410 at the story’s address and takes it out of every list', async () => {
    const id = await add({})

    const change = changeOf(
      await runCommand(db(), editor, withdrawStory, { ...ref(id), reason }, noon),
    )

    expect(await findArticle(id, noon)).toEqual({ kind: 'withdrawn' })
    expect((await findLatestPage(null, noon))?.stories).toEqual([])
    expect((await read(id)).withdrawnAt).toEqual(noon)
    expect((await revisions(id)).map((each) => each.reason)).toEqual([`withdrawn: ${reason}`])
    expect(change).toMatchObject({ after: null })
    expect(await listInvalidatedTags()).toEqual(shown(id))
  })

  test('frees the story’s place on the front', async () => {
    const [id, other] = [await add({}), await add({})]
    await db().frontPin.createMany({
      data: [id, other].map((articleId, position) => ({ articleId, position })),
    })

    await runCommand(db(), editor, withdrawStory, { ...ref(id), reason }, noon)

    expect((await db().frontPin.findMany()).map((pin) => pin.articleId)).toEqual([other])
  })

  test('is undone by restoring: the story stands where it stood', async () => {
    const id = await add({})
    await runCommand(db(), editor, withdrawStory, { ...ref(id), reason }, noon)
    await db().tagVersion.deleteMany()

    const change = changeOf(await runCommand(db(), editor, restoreStory, ref(id), at(hours(1))))

    expect(await read(id)).toMatchObject({
      status: 'published',
      withdrawnAt: null,
      publicAt: at(-hours(1)),
      publishedAt: at(-hours(1)),
      version: 3,
    })
    expect(change).toMatchObject({ before: null })
    expect(await listInvalidatedTags()).toEqual(shown(id))
  })
})

describe('moving', () => {
  test('gives the story to another category and clears both', async () => {
    const id = await add({})

    const change = changeOf(
      await runCommand(db(), editor, moveStory, { ...ref(id), category: 'sports' }, noon),
    )

    expect(await findArticle(id, noon)).toMatchObject({ article: { category: { slug: 'sports' } } })
    expect(change).toMatchObject({
      before: { categorySlugs: ['old-dhaka', 'dhaka', 'country'] },
      after: { categorySlugs: ['sports'] },
    })
    expect(await listInvalidatedTags()).toEqual([...shown(id), 'category:sports'].toSorted())
  })

  test('closes the full pages of the category it comes to', async () => {
    await insertStories(2 * pageSize - 1, {
      from: at(-hours(2)),
      stepMs: minutes(1),
      categoryIds: [paper.sports.id],
    })
    const id = await add({})

    await runCommand(db(), editor, moveStory, { ...ref(id), category: 'sports' }, noon)
    const pages = await db().listPage.findMany({ where: { list: `category:${paper.sports.id}` } })

    expect(pages.map((page) => page.number)).toEqual([2])
  })

  test('of a draft makes nothing stale', async () => {
    const id = await draft()

    await runCommand(db(), editor, moveStory, { ...ref(id), category: 'sports' }, noon)

    expect(await listInvalidatedTags()).toEqual([])
  })
})

describe('what a rule refuses leaves everything as it was', () => {
  type Command = (id: number) => Promise<Outcome<StoryResult>>
  const publish: Command = (id) => runCommand(db(), editor, publishStory, ref(id), noon)
  const schedule: Command = (id) =>
    runCommand(db(), editor, scheduleStory, { ...ref(id), publishAt: at(-1) }, noon)
  const unschedule: Command = (id) => runCommand(db(), editor, unscheduleStory, ref(id), noon)
  const withdraw: Command = (id) =>
    runCommand(db(), editor, withdrawStory, { ...ref(id), reason: 'ভুল' }, noon)
  const restore: Command = (id) => runCommand(db(), editor, restoreStory, ref(id), noon)
  const finalize: Command = (id) =>
    runCommand(db(), testActor('system'), finalizeScheduled, { id }, noon)
  const move =
    (category: string): Command =>
    (id) =>
      runCommand(db(), editor, moveStory, { ...ref(id), category }, noon)
  const published = () => add({})
  const cases: [string, () => Promise<number>, Command, string][] = [
    ['publishing what is out', published, publish, 'alreadyPublished'],
    ['publishing under embargo', () => draft({ embargoUntil: at(1) }), publish, 'embargoed'],
    ['publishing an empty story', () => draft({ body: [] }), publish, 'emptyStory'],
    ['planning for an hour that has passed', draft, schedule, 'hourPassed'],
    ['taking back a plan there is not', draft, unschedule, 'notScheduled'],
    ['withdrawing a draft', draft, withdraw, 'notPublished'],
    ['withdrawing what still waits', planned, withdraw, 'notPublished'],
    ['restoring what is out', published, restore, 'notWithdrawn'],
    ['finalizing before the planned time', planned, finalize, 'notDue'],
    ['finalizing a published story', published, finalize, 'notScheduled'],
    ['moving to a category nobody knows', published, move('nowhere'), 'noSuchCategory'],
    ['moving to its own category', published, move('old-dhaka'), 'sameCategory'],
  ]

  test.each(cases)('%s', async (_, make, command, reason) => {
    const id = await make()
    const before = await dumpDatabase()

    expect(await command(id)).toEqual({ ok: false, reason })
    expect(await dumpDatabase()).toEqual(before)
  })

  test.each([
    ['publishing', publish],
    ['planning', schedule],
    ['taking a plan back', unschedule],
    ['withdrawing', withdraw],
    ['restoring', restore],
    ['moving', move('sports')],
  ])('%s a story that is not there', async (_, command) => {
    expect(await command(404)).toEqual({ ok: false, reason: 'noSuchStory' })
  })

  test('input that cannot be is told by its fields', async () => {
    const id = await add({})
    const tooLarge = await runCommand(db(), editor, publishStory, ref(2 ** 31), noon)
    const unread = await runCommand(
      db(),
      editor,
      scheduleStory,
      { ...ref(id), publishAt: 'পরশু' },
      noon,
    )
    const blank = await runCommand(db(), editor, withdrawStory, { ...ref(id), reason: ' ' }, noon)

    expect([tooLarge, unread, blank]).toEqual(
      ['id', 'publishAt', 'reason'].map((field) => ({
        ok: false,
        reason: 'invalid',
        fields: [field],
      })),
    )
  })
})

describe('two editors at once', () => {
  test('of two that saw the same version one is refused', async () => {
    const id = await add({})

    const outcomes = await Promise.all([
      runCommand(db(), editor, moveStory, { ...ref(id, 1), category: 'sports' }, noon),
      runCommand(db(), editor, withdrawStory, { ...ref(id, 1), reason: 'ভুল' }, noon),
    ])

    expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true])
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, reason: 'outdated' })
    expect((await read(id)).version).toBe(2)
    expect(await revisions(id)).toHaveLength(1)
  })

  test('a version that was never there is outdated as well', async () => {
    const id = await draft()

    expect(await runCommand(db(), editor, publishStory, ref(id, 7), noon)).toEqual({
      ok: false,
      reason: 'outdated',
    })
  })

  test('many publications at once all come into their lists', async () => {
    const ids: number[] = []
    for (let count = 0; count < 12; count += 1) ids.push(await draft())

    const outcomes = await Promise.all(
      ids.map((id) => runCommand(db(), editor, publishStory, ref(id, 1), noon)),
    )
    const latest = await findLatestPage(null, noon)

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(12)
    expect(latest?.stories.map((story) => story.id)).toEqual(ids.toReversed())
  })
})

test('a change that cannot be announced to the servers is not made', async () => {
  const id = await draft()
  const before = await dumpDatabase()

  await whileInvalidationFails(async () => {
    await expect(runCommand(db(), editor, publishStory, ref(id), noon)).rejects.toThrow()
  })

  expect(await dumpDatabase()).toEqual(before)
})
