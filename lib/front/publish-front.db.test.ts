import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { moveStory, restoreStory, withdrawStory } from '@/lib/newsroom/publish/publish-commands'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import {
  editor,
  listInvalidatedTags,
  roles,
  testActor,
  whileInvalidationFails,
} from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  insertStory,
  minutes,
  noon,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { publishFront, setFrontPins } from './commands'
import { composeFront, emptyChoice, type FrontChoice } from './front'
import { findFrontChoice, getFront, getFrontMaterial } from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const publish = (choice: Partial<FrontChoice>, expectedEdition: number | null = null) =>
  runCommand(
    db(),
    editor,
    publishFront,
    { choice: { ...emptyChoice, ...choice }, expectedEdition },
    noon,
  )
const front = (now = noon) => getFront(paper.categories, now)
const add = (overrides: StoryOptions = {}) => insertStory(paper, overrides)
const withdraw = (id: number) =>
  runCommand(db(), editor, withdrawStory, { id, expectedVersion: null, reason: 'ভুল' }, noon)
const pin = (place: number, id: number, until: Date | null = null) => ({ place, id, until })

/** A choice that says something of everything, of stories an hour apart. */
async function wholeChoice() {
  const [lead, third, sport] = [
    await add({ publishAt: at(-hours(30)) }),
    await add({ publishAt: at(-hours(31)) }),
    await add({ publishAt: at(-hours(32)), categoryId: paper.sports.id }),
  ]
  await add({ publishAt: at(-hours(1)), categoryId: paper.sports.id })
  const choice: FrontChoice = {
    pins: [pin(0, lead), pin(2, third, at(hours(2)))],
    blocks: [{ category: 'sports', id: sport, until: null }],
    breaking: { text: 'নদীতে লঞ্চডুবি', id: lead, until: at(hours(1)) },
  }
  return { choice, lead, third, sport }
}

describe('one change sets the front page', () => {
  test('for readers: places, heads of blocks, the strip', async () => {
    const { choice, lead, third, sport } = await wholeChoice()
    const newest = await add({ publishAt: at(-1_000) })

    const outcome = await publish(choice)

    const page = await front()
    const sports = page.blocks.find(({ category }) => category.slug === 'sports')
    expect(outcome).toMatchObject({ ok: true, change: { kind: 'front' }, edition: 1 })
    expect([page.lead?.id, page.seconds[0]?.id, page.seconds[1]?.id]).toEqual([lead, newest, third])
    expect(sports?.stories[0]?.id).toBe(sport)
    expect(page.breaking).toEqual({ text: 'নদীতে লঞ্চডুবি', path: `/national/${lead}` })
    expect(await listInvalidatedTags()).toEqual(['front'])
  })

  test('is kept in its history: who, when, what', async () => {
    const { choice } = await wholeChoice()
    await publish(choice)
    await publish({})

    const editions = await db().frontEdition.findMany({ orderBy: { id: 'asc' } })

    expect(editions.map(({ actorName, at: when }) => [actorName, when])).toEqual([
      [editor.name, noon],
      [editor.name, noon],
    ])
    expect(editions.map(({ content }) => content)).toEqual([
      JSON.parse(JSON.stringify(choice)),
      emptyChoice,
    ])
    expect(await findFrontChoice(noon)).toEqual(emptyChoice)
    expect(await db().auditEntry.count({ where: { command: 'publishFront' } })).toBe(2)
  })

  test('ends by time alone, each part at its own, and the document says when', async () => {
    const { choice, third } = await wholeChoice()
    await publish({
      ...choice,
      breaking: { text: 'নদীতে লঞ্চডুবি', id: null, until: at(minutes(5)) },
    })
    const visibleAt = async (now: Date) => {
      const current = await findFrontChoice(now)
      return [(await front(now)).breaking !== null, current.pins.some(({ id }) => id === third)]
    }
    const context = emptyRenderContext()

    await withRenderContext(context, () => front())

    expect(context.staleAt).toBe(at(minutes(5)).getTime())
    expect(await visibleAt(at(minutes(5) - 1))).toEqual([true, true])
    expect(await visibleAt(at(minutes(5)))).toEqual([false, true])
    expect(await visibleAt(at(hours(2)))).toEqual([false, false])
  })

  test('made at the terminal leaves heads and strip as they are', async () => {
    const { choice, third } = await wholeChoice()
    await publish(choice)

    await runCommand(db(), editor, setFrontPins, { pins: [{ id: third }], expectedIds: null }, noon)

    const current = await findFrontChoice(noon)
    expect(current).toEqual({ ...choice, pins: [pin(0, third)] })
    expect(await db().frontEdition.count()).toBe(2)
  })
})

describe('a strip', () => {
  test('without a story is text alone', async () => {
    await publish({ breaking: { text: 'ভূমিকম্প', id: null, until: null } })

    expect((await front()).breaking).toEqual({ text: 'ভূমিকম্প', path: null })
  })

  test('of a story that waits for its hour waits with it', async () => {
    const id = await add({ status: 'scheduled', publishAt: at(hours(1)), publishedAt: null })
    await publish({ breaking: { text: 'ফল ঘোষণা', id, until: null } })

    expect([(await front()).breaking, (await front(at(hours(1)))).breaking?.text]).toEqual([
      null,
      'ফল ঘোষণা',
    ])
  })
})

describe('what is taken from readers leaves the front', () => {
  test('its places and its strip, and returns to them when it is restored', async () => {
    const { choice, lead, third, sport } = await wholeChoice()
    await publish(choice)

    for (const id of [lead, third, sport]) await withdraw(id)
    const current = await findFrontChoice(noon)
    await runCommand(db(), editor, restoreStory, { id: lead, expectedVersion: null }, noon)

    expect(current).toEqual(emptyChoice)
    expect(await findFrontChoice(noon)).toMatchObject({
      pins: [{ id: lead }],
      blocks: [],
      breaking: choice.breaking,
    })
  })

  test('and a story that is moved no longer opens the block it left', async () => {
    const { choice, sport } = await wholeChoice()
    await publish(choice)

    await runCommand(
      db(),
      editor,
      moveStory,
      { id: sport, expectedVersion: null, category: 'national' },
      noon,
    )

    const { blocks } = await front()
    const sports = blocks.filter(({ category }) => category.slug === 'sports')
    expect(sports.flatMap(({ stories }) => stories.map(({ id }) => id))).not.toContain(sport)
  })
})

describe('refused, with all as it was', () => {
  const refused = async (run: () => ReturnType<typeof publish>, outcome: object) => {
    const before = await dumpDatabase()
    expect(await run()).toEqual({ ok: false, ...outcome })
    expect(await dumpDatabase()).toEqual(before)
  }

  const states: [string, StoryOptions][] = [
    ['a draft', { status: 'draft', publishAt: null, publishedAt: null }],
    ['a withdrawn story', { status: 'withdrawn', withdrawnAt: noon }],
    ['what lies in the trash', { status: 'withdrawn', withdrawnAt: noon, trashedAt: noon }],
    ['a headline without its story', { isHeadlineOnly: true, body: [] }],
  ]
  const places: [string, (id: number) => Partial<FrontChoice>][] = [
    ['a place', (id) => ({ pins: [pin(0, id)] })],
    ['a block', (id) => ({ blocks: [{ category: 'national', id, until: null }] })],
    ['the strip', (id) => ({ breaking: { text: 'খবর', id, until: null } })],
  ]
  test.each(
    states.flatMap(([state, overrides]) =>
      places.map(([place, choose]) => ({ state, overrides, place, choose })),
    ),
  )('$state in $place', async ({ overrides, choose }) => {
    const id = await add(overrides)

    await refused(() => publish(choose(id)), { reason: 'pinNotPublic' })
  })

  test.each(places)('a story that is not there, in %s', async (_, choose) => {
    await refused(() => publish(choose(404)), { reason: 'pinNotPublic' })
  })

  test('a story at the head of a block that it does not belong to', async () => {
    const id = await add()
    const blocks = (category: string) => [{ category, id, until: null }]

    await refused(() => publish({ blocks: blocks('sports') }), { reason: 'pinOtherCategory' })
    await refused(() => publish({ blocks: blocks('nowhere') }), { reason: 'pinOtherCategory' })
  })

  test.each<[string, (id: number) => Partial<FrontChoice>]>([
    ['place', (id) => ({ pins: [pin(0, id, noon)] })],
    ['block', (id) => ({ blocks: [{ category: 'national', id, until: noon }] })],
    ['strip', () => ({ breaking: { text: 'খবর', id: null, until: at(-1) } })],
  ])('the end of a %s that has passed', async (_, choose) => {
    const id = await add()

    await refused(() => publish(choose(id)), { reason: 'hourPassed' })
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no object', 'front'],
    ['no places', { ...emptyChoice, pins: undefined }],
    ['a place the page has not', { ...emptyChoice, pins: [pin(6, 1)] }],
    ['a place between two', { ...emptyChoice, pins: [pin(0.5, 1)] }],
    ['one place twice', { ...emptyChoice, pins: [pin(0, 1), pin(0, 2)] }],
    ['one story twice', { ...emptyChoice, pins: [pin(0, 1), pin(1, 1)] }],
    [
      'one story above and below',
      { ...emptyChoice, pins: [pin(0, 1)], blocks: [{ category: 'national', id: 1, until: null }] },
    ],
    ['a number no story has', { ...emptyChoice, pins: [pin(0, -1)] }],
    ['words in place of a number', { ...emptyChoice, pins: [{ place: 0, id: '1', until: null }] }],
    ['an end that is no time', { ...emptyChoice, pins: [{ ...pin(0, 1), until: 'কাল' }] }],
    ['an empty strip', { ...emptyChoice, breaking: { text: ' ', id: null, until: null } }],
    ['a strip without end', { ...emptyChoice, breaking: { text: 'ক'.repeat(161), id: null } }],
  ])('input with %s', async (_, choice) => {
    const input = { choice, expectedEdition: null } as never
    const before = await dumpDatabase()

    const outcome = await runCommand(db(), editor, publishFront, input, noon)

    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' })
    expect(await dumpDatabase()).toEqual(before)
  })

  test.each([...roles.filter((role) => !['editor', 'admin', 'system'].includes(role)), null])(
    'to a %s',
    async (role) => {
      const user = role && testActor(role)
      const before = await dumpDatabase()

      const outcome = await runCommand(
        db(),
        user,
        publishFront,
        { choice: emptyChoice, expectedEdition: null },
        noon,
      )

      expect(outcome).toEqual({ ok: false, reason: role ? 'notAllowed' : 'notSignedIn' })
      expect(await dumpDatabase()).toEqual(before)
    },
  )

  test('an order made on sight of another edition than is there; sent again, it is refused too', async () => {
    const id = await add()
    await publish({}, 0)

    await refused(() => publish({ pins: [pin(0, id)] }, 0), { reason: 'outdated' })
    expect(await publish({ pins: [pin(0, id)] }, 1)).toMatchObject({ ok: true, edition: 2 })
    await refused(() => publish({ pins: [pin(0, id)] }, 1), { reason: 'outdated' })
  })
})

describe('at once', () => {
  test('of two editors who saw the same front one is refused', async () => {
    const [a, b] = [await add(), await add()]

    const outcomes = await Promise.all([
      publish({ pins: [pin(0, a)] }, 0),
      publish({ pins: [pin(0, b)] }, 0),
    ])

    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, reason: 'outdated' }])
    expect(await db().frontEdition.count()).toBe(1)
  })

  test('holding and withdrawing one story leave nothing of a withdrawn story', async () => {
    const { choice, lead } = await wholeChoice()

    await Promise.all([publish(choice), withdraw(lead)])

    const { pins, breaking } = await findFrontChoice(noon)
    expect([pins.some(({ id }) => id === lead), breaking]).toEqual([false, null])
  })
})

test('a change that cannot be announced to the servers is not made', async () => {
  const { choice } = await wholeChoice()
  const before = await dumpDatabase()

  await whileInvalidationFails(async () => {
    await expect(publish(choice)).rejects.toThrow()
  })

  expect(await dumpDatabase()).toEqual(before)
})

test('a front that is only looked at is set as the published one would be, and changes nothing', async () => {
  const { choice } = await wholeChoice()
  const before = await dumpDatabase()

  const previewed = composeFront(await getFrontMaterial(paper.categories, noon, choice))
  expect(await dumpDatabase()).toEqual(before)
  await publish(choice)

  expect(await front()).toEqual(previewed)
})
